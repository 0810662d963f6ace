// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/** Depends on the distance of the points alone. */
public final class StationaryCovariance implements Covariance {

    private final Kernel kernel;
    private final double variance;
    private final double[] inverseScales;

    /**
     * A kernel.
     *
     * @param variance of the signal
     * @param lengthScales {@code double[columns]}, above 0
     */
    public StationaryCovariance(Kernel kernel, double variance, double[] lengthScales) {
        this.kernel = kernel;
        this.variance = variance;
        this.inverseScales = inverse(lengthScales);
    }

    @Override
    public void between(double[] point, double[][] columns, int from, int to, double[] out) {
        squaredDistances(point, columns, from, to, out);
        kernel.apply(out, new double[to], new double[to], from, to);
        for (int k = from; k < to; k++) {
            out[k] *= variance;
        }
    }

    @Override
    public double variance(double[] point) {
        return variance;
    }

    /** Squared distances in units of the length scales, as {@link #between}. */
    public void squaredDistances(double[] point, double[][] columns, int from, int to, double[] out) {
        for (int k = from; k < to; k++) {
            out[k] = 0;
        }
        for (int c = 0; c < inverseScales.length; c++) {
            double x = point[c];
            double inverse = inverseScales[c];
            double[] column = columns[c];
            for (int k = from; k < to; k++) {
                double difference = (x - column[k]) * inverse;
                out[k] = Math.fma(difference, difference, out[k]);
            }
        }
    }

    /** The correlation function. */
    public Kernel kernel() {
        return kernel;
    }

    /** The variance of the signal. */
    public double signalVariance() {
        return variance;
    }

    /** One over the length scale of a column. */
    public double inverseScale(int column) {
        return inverseScales[column];
    }

    /** One over every length scale. */
    static double[] inverse(double[] lengthScales) {
        double[] inverse = new double[lengthScales.length];
        for (int c = 0; c < inverse.length; c++) {
            inverse[c] = 1 / lengthScales[c];
        }
        return inverse;
    }
}
