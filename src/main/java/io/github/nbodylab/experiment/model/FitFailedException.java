package io.github.nbodylab.experiment.model;

/** A model cannot be fitted to the rows it was given; the message says why and what would help. */
public final class FitFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong and what would be right, for the user
     */
    public FitFailedException(String message) {
        super(message);
    }
}
