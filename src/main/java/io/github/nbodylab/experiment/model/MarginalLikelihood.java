package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Cholesky;
import io.github.nbodylab.experiment.surrogate.Kernel;
import java.util.Arrays;
import java.util.Optional;

/**
 * The logarithm of the marginal likelihood of a Gaussian process with mean 0 and its gradient (Rasmussen and Williams
 * 2006, equations 5.8 and 5.9), as a function of the logarithms of its hyper-parameters: the length scales, then the
 * signal variance, then the variance of the noise that is fitted. Known noise of each point is added to the latter.
 */
final class MarginalLikelihood {

    private final Kernel kernel;
    private final double[][] points;
    private final int[] scaleOf;
    private final int scales;
    private final double[] y;
    private final double[] knownNoise;

    /**
     * Keeps the arrays it is given.
     *
     * @param points {@code double[n][columns]}, encoded
     * @param scaleOf {@code int[columns]}, which length scale a column has, from 0
     * @param y {@code double[n]}, targets less their mean
     * @param knownNoise {@code double[n]}, variances, 0 where none is known
     */
    MarginalLikelihood(Kernel kernel, double[][] points, int[] scaleOf, double[] y, double[] knownNoise) {
        this.kernel = kernel;
        this.points = points;
        this.scaleOf = scaleOf;
        this.y = y;
        this.knownNoise = knownNoise;
        int last = -1;
        for (int scale : scaleOf) {
            last = Math.max(last, scale);
        }
        this.scales = last + 1;
    }

    /** How many hyper-parameters there are. */
    int parameters() {
        return scales + 2;
    }

    /** How many points there are. */
    int size() {
        return y.length;
    }

    /**
     * The process at some hyper-parameters.
     *
     * @param logs {@code double[parameters]}
     * @return empty if the covariance matrix is not positive definite, as far as the arithmetic can tell
     */
    Optional<State> at(double[] logs) {
        double[] lengthScales = lengthScales(logs);
        double signal = StrictMath.exp(logs[scales]);
        double noise = StrictMath.exp(logs[scales + 1]);
        int n = y.length;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = i; k < n; k++) {
                matrix[i][k] = signal * kernel.correlation(Kernel.squaredDistance(points[i], points[k], lengthScales));
            }
            matrix[i][i] += knownNoise[i] + noise;
        }
        return Cholesky.of(matrix).map(factor -> new State(logs.clone(), factor, factor.solve(y)));
    }

    private double[] lengthScales(double[] logs) {
        double[] lengthScales = new double[scaleOf.length];
        for (int c = 0; c < lengthScales.length; c++) {
            lengthScales[c] = StrictMath.exp(logs[scaleOf[c]]);
        }
        return lengthScales;
    }

    /** The process at fixed hyper-parameters. */
    final class State {

        private final double[] logs;
        private final Cholesky factor;
        private final double[] weights;

        private State(double[] logs, Cholesky factor, double[] weights) {
            this.logs = logs;
            this.factor = factor;
            this.weights = weights;
        }

        /** The inverse of the covariance matrix times y, {@code double[n]}. */
        double[] weights() {
            return weights.clone();
        }

        /** The logarithm of the marginal likelihood. */
        double logLikelihood() {
            double fit = 0;
            for (int i = 0; i < y.length; i++) {
                fit += y[i] * weights[i];
            }
            return -0.5 * (fit + factor.logDeterminant() + y.length * StrictMath.log(2 * StrictMath.PI));
        }

        /** Its gradient, {@code double[parameters]}. */
        double[] gradient() {
            double[][] inverse = factor.inverse();
            double[] lengthScales = lengthScales(logs);
            double signal = StrictMath.exp(logs[scales]);
            double noise = StrictMath.exp(logs[scales + 1]);
            double[] gradient = new double[parameters()];
            double[] shares = new double[scales];
            for (int i = 0; i < y.length; i++) {
                for (int k = 0; k < i; k++) {
                    double pull = weights[i] * weights[k] - inverse[i][k];
                    double squared = shares(points[i], points[k], lengthScales, shares);
                    double slope = pull * signal * kernel.slope(squared);
                    for (int s = 0; s < scales; s++) {
                        gradient[s] += slope * shares[s];
                    }
                    gradient[scales] += pull * signal * kernel.correlation(squared);
                }
                double pull = weights[i] * weights[i] - inverse[i][i];
                gradient[scales] += 0.5 * pull * signal;
                gradient[scales + 1] += 0.5 * pull * noise;
            }
            return gradient;
        }

        private double shares(double[] a, double[] b, double[] lengthScales, double[] shares) {
            Arrays.fill(shares, 0);
            double sum = 0;
            for (int c = 0; c < a.length; c++) {
                double difference = (a[c] - b[c]) / lengthScales[c];
                shares[scaleOf[c]] += difference * difference;
                sum += difference * difference;
            }
            return sum;
        }
    }
}
