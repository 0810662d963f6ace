package io.github.nbodylab.experiment.worker;

/** The forked JVM broke or was killed. The store is as good as before, so that another start goes on from there. */
public final class WorkerCrashedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean killed;

    /**
     * Creates the exception.
     *
     * @param message what is known
     * @param killed whether the process was killed or crashed, and did not end by itself with an exception
     */
    public WorkerCrashedException(String message, boolean killed) {
        super(message);
        this.killed = killed;
    }

    /** Whether the process was killed or crashed; then another start may do better. */
    public boolean isKilled() {
        return killed;
    }
}
