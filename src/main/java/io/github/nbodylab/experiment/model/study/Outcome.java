package io.github.nbodylab.experiment.model.study;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What became of the fits of a cross-validation. */
final class Outcome {

    private final Optional<String> failure;
    private final double[] validation;
    private final double[] training;
    private final double[] fits;

    private Outcome(Optional<String> failure, double[] validation, double[] training, double[] fits) {
        this.failure = failure;
        this.validation = validation;
        this.training = training;
        this.fits = fits;
    }

    /**
     * Of fits that succeeded.
     *
     * @param validation {@code double[n]}, the loss of each row to the fit that did not see it
     * @param training {@code double[n]}, the sum of its losses to the fits that saw it
     * @param fits {@code double[n]}, how many those were
     */
    static Outcome of(double[] validation, double[] training, double[] fits) {
        return new Outcome(Optional.empty(), validation.clone(), training.clone(), fits.clone());
    }

    /** Of a fit that failed. */
    static Outcome failed(String why) {
        return new Outcome(Optional.of(requireNonNull(why, "why")), new double[0], new double[0], new double[0]);
    }

    /** Why there are no losses; empty if there are. */
    Optional<String> failure() {
        return failure;
    }

    /** {@code double[n]}. A copy. */
    double[] validation() {
        return validation.clone();
    }

    /** {@code double[n]}. A copy. */
    double[] training() {
        return training.clone();
    }

    /** {@code double[n]}. A copy. */
    double[] fits() {
        return fits.clone();
    }
}
