// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/**
 * How far observations scatter about a Gaussian process: a nugget, and of counts their replicate noise, which is proportional
 * to the mean. The mean of few counts stands half a count higher than it is (Jeffreys' estimate of a Poisson rate), so that
 * a point without any is not taken for certain.
 *
 * @param nugget variance
 * @param dispersion how many times the variance of a count exceeds its mean; 0 where the target is no count
 */
public record Noise(double nugget, double dispersion) {

    private static final double HALF_A_COUNT = 0.5;

    public Noise {
        if (!(nugget >= 0) || !(dispersion >= 0)) {
            throw new IllegalArgumentException("a variance of noise is below 0");
        }
    }

    /**
     * The variance of the mean of several observations about the process.
     *
     * @param mean of the process there
     * @param replicates how many observations, 1 or more
     */
    public double variance(double mean, int replicates) {
        double r = replicates;
        return nugget + dispersion * (Math.max(mean, 0) + HALF_A_COUNT / r) / r;
    }
}
