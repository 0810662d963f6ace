package io.github.nbodylab.experiment.pipeline.predict;

/** Points that a model cannot or may not predict. */
public final class PointsException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, where, and what would be right, for the user
     */
    PointsException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what is wrong, where, and what would be right, for the user
     * @param cause for {@code mvn -X}
     */
    PointsException(String message, Throwable cause) {
        super(message, cause);
    }
}
