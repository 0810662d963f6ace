// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;
import java.util.Optional;

/**
 * A Gaussian process after its training (Rasmussen and Williams 2006, algorithm 2.1). What its variances need, the factor of
 * the covariance matrix above all, is not stored: it follows from the rest, and is made when a deviation is asked for.
 */
final class GaussianProcessForm implements ScalarForm {

    private final Covariance covariance;
    private final MeanFunction mean;
    private final double[][] points;
    private final double[][] columns;
    private final double[] noiseVariances;
    private final double[] weights;
    private final Optional<Noise> noise;
    private final boolean positive;
    private volatile Posterior posterior;

    /**
     * Keeps the arrays it is given.
     *
     * @param points {@code double[n][columns]}, encoded
     * @param noiseVariances {@code double[n]}
     * @param weights {@code double[n]}
     * @param noise of new observations; old model files do not tell
     * @param positive whether predictions below 0 become 0
     */
    GaussianProcessForm(
            Covariance covariance,
            MeanFunction mean,
            double[][] points,
            double[] noiseVariances,
            double[] weights,
            Optional<Noise> noise,
            boolean positive) {
        this.covariance = covariance;
        this.mean = mean;
        this.points = points;
        this.columns = columns(points);
        this.noiseVariances = noiseVariances;
        this.weights = weights;
        this.noise = noise;
        this.positive = positive;
    }

    @Override
    public double predict(List<Input> inputs, double[] raw) {
        double[] point = Features.oneHot(inputs, raw);
        double[] covariances = new double[weights.length];
        covariance.between(point, columns, 0, covariances.length, covariances);
        double sum = 0;
        for (int i = 0; i < covariances.length; i++) {
            sum += covariances[i] * weights[i];
        }
        double prediction = mean.at(point) + sum;
        return positive && prediction < 0 ? 0 : prediction;
    }

    /** Whether it is known how far new observations scatter. */
    boolean hasNoise() {
        return noise.isPresent();
    }

    /** The variance of the noiseless function over that without any data, {@code double[inputs]} raw. */
    double varianceRatio(List<Input> inputs, double[] raw) {
        return latentCovariance(inputs, new double[][] {raw})[0][0] / covariance.variance(Features.oneHot(inputs, raw));
    }

    /** The variance of the mean of new observations about the process, at {@code double[inputs]} raw. */
    double noiseVariance(List<Input> inputs, double[] raw, int replicates) {
        return noise.orElseThrow(() -> new UnsupportedOperationException(
                        "the model file does not say how far single observations scatter: train it again"))
                .variance(predict(inputs, raw), replicates);
    }

    /** The covariance matrix of the noiseless function at {@code double[m][inputs]} raw, {@code double[m][m]}. */
    double[][] latentCovariance(List<Input> inputs, double[][] raw) {
        double[][] encoded = new double[raw.length][];
        for (int i = 0; i < raw.length; i++) {
            encoded[i] = Features.oneHot(inputs, raw[i]);
        }
        return posterior().covariance(encoded);
    }

    private Posterior posterior() {
        if (posterior == null) {
            // two threads may both make it; they make the same
            posterior = Posterior.of(covariance, mean, points, noiseVariances)
                    .orElseThrow(() -> new IllegalStateException(
                            "the covariance matrix of the model file is not positive definite"));
        }
        return posterior;
    }

    /** By column what is given by point. */
    static double[][] columns(double[][] points) {
        double[][] columns = new double[points.length == 0 ? 0 : points[0].length][points.length];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < points.length; i++) {
                columns[c][i] = points[i][c];
            }
        }
        return columns;
    }
}
