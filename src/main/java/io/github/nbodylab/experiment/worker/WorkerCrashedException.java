package io.github.nbodylab.experiment.worker;

/** The forked JVM broke or was killed. The store is as good as before, so that another start goes on from there. */
public final class WorkerCrashedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is known
     */
    public WorkerCrashedException(String message) {
        super(message);
    }
}
