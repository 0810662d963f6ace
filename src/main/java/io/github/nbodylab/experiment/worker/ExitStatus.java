package io.github.nbodylab.experiment.worker;

import java.util.Arrays;
import java.util.Optional;

/** How a worker ended, as the exit status of its process. */
public enum ExitStatus {
    /** The job is done. */
    DONE(0),
    /** The job found something that the user can mend; it said what. */
    FAILED(2),
    /** The job threw something unexpected; the stack trace is in the worker's error file. */
    BROKEN(3),
    /** Maven ended first. */
    ORPHANED(4);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The process's exit status. */
    public int code() {
        return code;
    }

    /** The constant of an exit status; empty for a process that was killed or crashed. */
    static Optional<ExitStatus> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }
}
