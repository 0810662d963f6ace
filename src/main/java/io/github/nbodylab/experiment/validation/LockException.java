package io.github.nbodylab.experiment.validation;

/** A lock file that cannot be used; the message says how to mend it. */
public final class LockException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message for the user
     */
    public LockException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message for the user
     * @param cause for {@code mvn -X}
     */
    public LockException(String message, Throwable cause) {
        super(message, cause);
    }
}
