package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Cholesky;
import io.github.nbodylab.experiment.surrogate.Covariance;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The logarithm of the marginal likelihood of a Gaussian process and its gradient, as a function of the logarithms of its
 * hyper-parameters: those of the kernel, then the variance of the noise if that is fitted. Known noise of each point is added
 * to the latter. The coefficients of the mean, where there are any, are integrated out with a vague prior (Rasmussen and
 * Williams 2006, equations 5.8 and 5.9, and 2.45).
 */
final class MarginalLikelihood {

    /** A gradient is summed in these parts, in as many threads as there are. */
    private static final int SHARES = 8;
    /** Fewer points than these are not worth the threads. */
    private static final int PARALLEL = 128;

    private final KernelNode kernel;
    private final double[][] points;
    private final double[][] columns;
    private final double[][] basis;
    private final double[] y;
    private final double[] knownNoise;
    private final OptionalDouble fixedNoise;

    /**
     * Keeps the arrays it is given.
     *
     * @param points {@code double[n][columns]}, encoded
     * @param basis {@code double[coefficients][n]}: what the coefficients of the mean are multiplied with; none if the mean
     *     is 0
     * @param y {@code double[n]}, targets
     * @param knownNoise {@code double[n]}, variances, 0 where none is known
     * @param fixedNoise variance to add to all of them, if it is not fitted
     */
    MarginalLikelihood(
            KernelNode kernel,
            double[][] points,
            double[][] basis,
            double[] y,
            double[] knownNoise,
            OptionalDouble fixedNoise) {
        this.kernel = kernel;
        this.points = points;
        this.columns = new double[kernel.columns()][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = points[i][c];
            }
        }
        this.basis = basis;
        this.y = y;
        this.knownNoise = knownNoise;
        this.fixedNoise = fixedNoise;
    }

    /** The same with other known noise, {@code double[n]}. */
    MarginalLikelihood withKnownNoise(double[] noise) {
        return new MarginalLikelihood(kernel, points, basis, y, noise, fixedNoise);
    }

    /** How many hyper-parameters there are. */
    int parameters() {
        return kernel.parameters() + (fixedNoise.isEmpty() ? 1 : 0);
    }

    /** How many points there are. */
    int size() {
        return y.length;
    }

    /** {@code double[n][columns]}; not to be changed. */
    double[][] points() {
        return points;
    }

    /** {@code double[n]}; not to be changed. */
    double[] targets() {
        return y;
    }

    KernelNode kernel() {
        return kernel;
    }

    /** Whether the last hyper-parameter is the noise. */
    boolean fitsNoise() {
        return fixedNoise.isEmpty();
    }

    /** The variance of the noise that is not known of each point. */
    double noise(double[] logs) {
        return fixedNoise.orElseGet(() -> StrictMath.exp(logs[kernel.parameters()]));
    }

    /** Known and other noise together, {@code double[n]}. */
    double[] noises(double[] logs) {
        double noise = noise(logs);
        double[] sums = new double[y.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = knownNoise[i] + noise;
        }
        return sums;
    }

    /**
     * The process at some hyper-parameters.
     *
     * @param logs {@code double[parameters]}
     * @return empty if a covariance matrix is not positive definite, as far as the arithmetic can tell
     */
    Optional<ProcessState> at(double[] logs) {
        return Cholesky.of(matrix(logs)).flatMap(factor -> ProcessState.of(factor, basis, y));
    }

    /** The covariance matrix, {@code double[n][n]} of which the upper triangle is filled. */
    double[][] matrix(double[] logs) {
        Covariance covariance = kernel.at(logs, 1);
        double[] noises = noises(logs);
        int n = y.length;
        double[][] matrix = new double[n][n];
        range(n).forEach(i -> {
            covariance.between(points[i], columns, i, n, matrix[i]);
            matrix[i][i] += noises[i];
        });
        return matrix;
    }

    /**
     * The gradient.
     *
     * @param logs {@code double[parameters]}
     * @param state at these
     * @return {@code double[parameters]}
     */
    double[] gradient(double[] logs, ProcessState state) {
        double[][] precision = state.precision();
        double[] weights = state.weights();
        Covariance covariance = kernel.at(logs, 1);
        double[] gradient = new double[parameters()];
        range(SHARES)
                .mapToObj(share -> {
                    CovarianceGradient sums = new CovarianceGradient(kernel, covariance, columns, y.length);
                    for (int i = share; i < y.length; i += SHARES) {
                        pull(weights, precision[i], i, sums.weights());
                        sums.add(points[i], i + 1);
                    }
                    return sums;
                })
                .toList()
                .forEach(sums -> sums.collect(gradient));
        if (fitsNoise()) {
            double trace = 0;
            for (int i = 0; i < y.length; i++) {
                trace += weights[i] * weights[i] - precision[i][i];
            }
            gradient[kernel.parameters()] = 0.5 * trace * noise(logs);
        }
        return gradient;
    }

    /**
     * The condition number of the covariance matrix, in the 1-norm.
     *
     * @param logs {@code double[parameters]}
     * @param state at these
     */
    double conditionNumber(double[] logs, ProcessState state) {
        double[][] upper = matrix(logs);
        double[][] lower = new double[upper.length][upper.length];
        for (int i = 0; i < upper.length; i++) {
            for (int k = 0; k <= i; k++) {
                lower[i][k] = upper[k][i];
            }
        }
        return Norm.ofLower(lower) * Norm.ofLower(state.inverse());
    }

    /** The derivatives of the likelihood by the covariances of point i with those up to it; of a pair both count. */
    private static void pull(double[] weights, double[] precision, int i, double[] pull) {
        double weight = weights[i];
        for (int k = 0; k < i; k++) {
            pull[k] = Math.fma(weight, weights[k], -precision[k]);
        }
        pull[i] = 0.5 * (weight * weight - precision[i]);
    }

    private IntStream range(int end) {
        IntStream range = IntStream.range(0, end);
        return y.length < PARALLEL ? range : range.parallel();
    }
}
