package io.github.nbodylab.experiment.model.study;

import io.github.nbodylab.experiment.model.FitFailedException;

/**
 * Fits to something and says how bad the fit is, on rows that it does not see.
 *
 * @param <T> what is fitted to
 */
@FunctionalInterface
public interface Loss<T> {

    /**
     * The loss; the same argument gives the same bits.
     *
     * @throws FitFailedException if there is no such fit
     */
    double of(T training) throws FitFailedException;
}
