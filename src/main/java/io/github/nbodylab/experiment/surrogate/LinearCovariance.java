// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/** The dot product of the points, every coordinate divided by its length scale: a linear function through 0. */
public final class LinearCovariance implements Covariance {

    /** The name in specs and files. */
    public static final String NAME = "linear";

    private final double[] inverseScales;

    /**
     * A kernel.
     *
     * @param lengthScales {@code double[columns]}, above 0: one over the standard deviation of each slope
     */
    public LinearCovariance(double[] lengthScales) {
        this.inverseScales = StationaryCovariance.inverse(lengthScales);
    }

    @Override
    public void between(double[] point, double[][] columns, int from, int to, double[] out) {
        for (int k = from; k < to; k++) {
            out[k] = 0;
        }
        for (int c = 0; c < inverseScales.length; c++) {
            double x = point[c];
            double squared = inverseScales[c] * inverseScales[c];
            double[] column = columns[c];
            for (int k = from; k < to; k++) {
                out[k] = Math.fma(x * column[k], squared, out[k]);
            }
        }
    }

    @Override
    public double variance(double[] point) {
        double sum = 0;
        for (int c = 0; c < inverseScales.length; c++) {
            sum = Math.fma(point[c] * point[c], inverseScales[c] * inverseScales[c], sum);
        }
        return sum;
    }

    /** One over the length scale of a column. */
    public double inverseScale(int column) {
        return inverseScales[column];
    }
}
