package io.github.nbodylab.experiment.trainingset;

/** A table that no honest model can be fitted to; the message says why and what would help. */
public final class TrainingSetException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what would be right, for the user
     */
    public TrainingSetException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what would be right, for the user
     * @param cause for {@code mvn -X}
     */
    public TrainingSetException(String message, Throwable cause) {
        super(message, cause);
    }
}
