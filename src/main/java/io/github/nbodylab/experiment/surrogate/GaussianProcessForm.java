// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;

/**
 * A Gaussian process after its training (Rasmussen and Williams 2006, algorithm 2.1). The factor of its covariance
 * matrix is not stored: it follows from the rest, and is made when a deviation is asked for.
 */
final class GaussianProcessForm implements ScalarForm {

    private final Kernel kernel;
    private final double signalVariance;
    private final double[] lengthScales;
    private final double[][] points;
    private final double[] noiseVariances;
    private final double[] weights;
    private final double mean;
    private final boolean positive;
    private volatile Cholesky factor;

    /**
     * Keeps the arrays it is given.
     *
     * @param lengthScales {@code double[columns]} of the one-hot encoding
     * @param points {@code double[n][columns]}, encoded
     * @param noiseVariances {@code double[n]}
     * @param weights {@code double[n]}
     * @param positive whether predictions below 0 become 0
     */
    GaussianProcessForm(
            Kernel kernel,
            double signalVariance,
            double[] lengthScales,
            double[][] points,
            double[] noiseVariances,
            double[] weights,
            double mean,
            boolean positive) {
        this.kernel = kernel;
        this.signalVariance = signalVariance;
        this.lengthScales = lengthScales;
        this.points = points;
        this.noiseVariances = noiseVariances;
        this.weights = weights;
        this.mean = mean;
        this.positive = positive;
    }

    @Override
    public double predict(List<Input> inputs, double[] raw) {
        double[] covariances = covariances(Features.oneHot(inputs, raw));
        double sum = 0;
        for (int i = 0; i < covariances.length; i++) {
            sum += covariances[i] * weights[i];
        }
        double prediction = mean + sum;
        return positive && prediction < 0 ? 0 : prediction;
    }

    /** The standard deviation of the noiseless function, {@code double[inputs]} raw. */
    double latentDeviation(List<Input> inputs, double[] raw) {
        double[] z = factor().forward(covariances(Features.oneHot(inputs, raw)));
        double explained = 0;
        for (double value : z) {
            explained += value * value;
        }
        return Math.sqrt(Math.max(0, signalVariance - explained));
    }

    /** The variance of the noiseless function over that without any data, {@code double[inputs]} raw. */
    double varianceRatio(List<Input> inputs, double[] raw) {
        double deviation = latentDeviation(inputs, raw);
        return deviation * deviation / signalVariance;
    }

    private double[] covariances(double[] point) {
        double[] covariances = new double[points.length];
        for (int i = 0; i < covariances.length; i++) {
            covariances[i] =
                    signalVariance * kernel.correlation(Kernel.squaredDistance(point, points[i], lengthScales));
        }
        return covariances;
    }

    private Cholesky factor() {
        if (factor == null) {
            // two threads may both make it; they make the same
            double[][] matrix = new double[points.length][];
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = covariances(points[i]);
                matrix[i][i] += noiseVariances[i];
            }
            factor = Cholesky.of(matrix)
                    .orElseThrow(() -> new IllegalStateException(
                            "the covariance matrix of the model file is not positive definite"));
        }
        return factor;
    }
}
