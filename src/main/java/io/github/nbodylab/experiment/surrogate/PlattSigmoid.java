// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/** 1 / (1 + exp(slope value + offset)): Platt (2000). */
public final class PlattSigmoid {

    private PlattSigmoid() {}

    /** The probability of the first class, without overflow on either side. */
    public static double probability(double slope, double offset, double value) {
        double exponent = slope * value + offset;
        double small = StrictMath.exp(-Math.abs(exponent));
        return exponent >= 0 ? small / (1 + small) : 1 / (1 + small);
    }
}
