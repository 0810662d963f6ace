// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/**
 * The mean of a Gaussian process: a constant, and a slope for some columns of the encoding.
 *
 * <p>Its coefficients are known, or estimated by generalised least squares; then their uncertainty is part of that of
 * predictions (Rasmussen and Williams 2006, equation 2.42).
 */
public final class MeanFunction {

    private final double constant;
    private final int[] columns;
    private final double[] slopes;
    private final boolean estimated;

    private MeanFunction(double constant, int[] columns, double[] slopes, boolean estimated) {
        this.constant = constant;
        this.columns = columns.clone();
        this.slopes = slopes.clone();
        this.estimated = estimated;
    }

    /** A constant that is taken as known. */
    public static MeanFunction known(double constant) {
        return new MeanFunction(constant, new int[0], new double[0], false);
    }

    /**
     * A mean whose coefficients are estimated.
     *
     * @param columns of the encoding, which have slopes
     * @param slopes as many
     */
    public static MeanFunction estimated(double constant, int[] columns, double[] slopes) {
        return new MeanFunction(constant, columns, slopes, true);
    }

    /** How many coefficients are estimated. */
    public int estimates() {
        return estimated ? 1 + columns.length : 0;
    }

    /** The mean at a point, {@code double[columns]}, encoded. */
    public double at(double[] point) {
        double sum = constant;
        for (int j = 0; j < columns.length; j++) {
            sum += slopes[j] * point[columns[j]];
        }
        return sum;
    }

    /** What the estimated coefficients are multiplied with at a point, {@code double[estimates]}. */
    public double[] basis(double[] point) {
        double[] basis = new double[estimates()];
        for (int j = 0; j < basis.length; j++) {
            basis[j] = j == 0 ? 1 : point[columns[j - 1]];
        }
        return basis;
    }
}
