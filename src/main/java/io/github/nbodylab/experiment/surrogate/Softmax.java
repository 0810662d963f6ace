// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/** Probabilities from their logarithms, each less the same unknown constant. */
public final class Softmax {

    private Softmax() {}

    /**
     * The exponentials over their sum, whatever their size.
     *
     * @param logarithms {@code double[classes]}, finite
     * @return {@code double[classes]} that sum to 1
     */
    public static double[] of(double[] logarithms) {
        double largest = logarithms[0];
        for (double logarithm : logarithms) {
            largest = Math.max(largest, logarithm);
        }
        double[] probabilities = new double[logarithms.length];
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = StrictMath.exp(logarithms[k] - largest);
            sum += probabilities[k];
        }
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] /= sum;
        }
        return probabilities;
    }
}
