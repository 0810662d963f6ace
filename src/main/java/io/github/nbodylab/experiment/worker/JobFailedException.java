package io.github.nbodylab.experiment.worker;

/** A job cannot go on for a reason that the user can mend; the message says how. */
public final class JobFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what would be right, for the user
     */
    public JobFailedException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what would be right, for the user
     * @param cause for {@code mvn -X}
     */
    public JobFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
