package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Cholesky;
import java.util.Optional;

/**
 * A Gaussian process at fixed hyper-parameters, with the coefficients of its mean by generalised least squares. With the
 * covariance matrix K and the basis H of the mean, all there is to know is in the matrix
 * P = K^-1 - K^-1 H (H'K^-1 H)^-1 H'K^-1 (Rasmussen and Williams 2006, section 2.7).
 */
final class ProcessState {

    private final Cholesky factor;
    private final Cholesky information;
    /** Basis functions times the inverse of K and of the information's factor, {@code double[coefficients][n]}. */
    private final double[][] projected;

    private final double[] coefficients;
    private final double[] y;
    private final double[] weights;

    private ProcessState(
            Cholesky factor,
            Cholesky information,
            double[][] projected,
            double[] coefficients,
            double[] y,
            double[] weights) {
        this.factor = factor;
        this.information = information;
        this.projected = projected;
        this.coefficients = coefficients;
        this.y = y;
        this.weights = weights;
    }

    /**
     * Estimates the mean.
     *
     * @param factor of the covariance matrix
     * @param basis {@code double[coefficients][n]}
     * @param y {@code double[n]}, targets
     * @return empty if the basis functions depend on each other
     */
    static Optional<ProcessState> of(Cholesky factor, double[][] basis, double[] y) {
        int m = basis.length;
        double[] solved = factor.solve(y);
        double[][] solvedBasis = new double[m][];
        double[][] normal = new double[m][m];
        double[] right = new double[m];
        for (int a = 0; a < m; a++) {
            solvedBasis[a] = factor.solve(basis[a]);
            right[a] = product(basis[a], solved);
            for (int b = 0; b <= a; b++) {
                normal[b][a] = product(basis[b], solvedBasis[a]);
            }
        }
        return Cholesky.of(normal).map(information -> {
            double[] coefficients = information.solve(right);
            double[] weights = solved.clone();
            double[][] projected = new double[m][y.length];
            for (int i = 0; i < y.length; i++) {
                double[] at = new double[m];
                for (int a = 0; a < m; a++) {
                    at[a] = solvedBasis[a][i];
                    weights[i] -= coefficients[a] * at[a];
                }
                double[] forward = information.forward(at);
                for (int a = 0; a < m; a++) {
                    projected[a][i] = forward[a];
                }
            }
            return new ProcessState(factor, information, projected, coefficients, y, weights);
        });
    }

    /** The coefficients of the mean. */
    double[] coefficients() {
        return coefficients.clone();
    }

    /** P y, by which covariances are multiplied in a prediction, {@code double[n]}; not to be changed. */
    double[] weights() {
        return weights;
    }

    /** The logarithm of the marginal likelihood. */
    double logLikelihood() {
        int free = y.length - coefficients.length;
        return -0.5
                * (product(y, weights)
                        + factor.logDeterminant()
                        + information.logDeterminant()
                        + free * StrictMath.log(2 * StrictMath.PI));
    }

    /** The inverse of the covariance matrix, {@code double[n][n]} of which the lower triangle is filled. */
    double[][] inverse() {
        return factor.inverse();
    }

    /** P, {@code double[n][n]} of which the lower triangle is filled; made anew at every call. */
    double[][] precision() {
        double[][] precision = factor.inverse();
        for (int i = 0; i < precision.length; i++) {
            double[] row = precision[i];
            for (double[] part : projected) {
                double negative = -part[i];
                for (int k = 0; k <= i; k++) {
                    row[k] = Math.fma(negative, part[k], row[k]);
                }
            }
        }
        return precision;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
