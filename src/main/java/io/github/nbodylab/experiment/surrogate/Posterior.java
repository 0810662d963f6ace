// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.Optional;

/**
 * The covariance of a Gaussian process given its training points (Rasmussen and Williams 2006, equations 2.24 and 2.42). It
 * depends on where the targets were observed, and not on what they were.
 */
final class Posterior {

    private final Covariance covariance;
    private final MeanFunction mean;
    private final double[][] columns;
    private final Cholesky factor;
    /** For every estimated coefficient of the mean, its basis function at the training points, solved forward. */
    private final double[][] basis;

    private final Cholesky information;

    private Posterior(
            Covariance covariance,
            MeanFunction mean,
            double[][] columns,
            Cholesky factor,
            double[][] basis,
            Cholesky information) {
        this.covariance = covariance;
        this.mean = mean;
        this.columns = columns;
        this.factor = factor;
        this.basis = basis;
        this.information = information;
    }

    /**
     * A process after training.
     *
     * @param points {@code double[n][columns]}, encoded
     * @param noiseVariances {@code double[n]}
     * @return empty if the covariance matrix of the points, or that of the coefficients of the mean, is not positive definite
     */
    static Optional<Posterior> of(
            Covariance covariance, MeanFunction mean, double[][] points, double[] noiseVariances) {
        int n = points.length;
        double[][] columns = GaussianProcessForm.columns(points);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance.between(points[i], columns, i, n, matrix[i]);
            matrix[i][i] += noiseVariances[i];
        }
        double[][] basis = new double[mean.estimates()][n];
        for (int i = 0; i < n; i++) {
            double[] at = mean.basis(points[i]);
            for (int j = 0; j < at.length; j++) {
                basis[j][i] = at[j];
            }
        }
        return Cholesky.of(matrix).flatMap(factor -> {
            double[][] solved = new double[basis.length][];
            for (int j = 0; j < basis.length; j++) {
                solved[j] = factor.forward(basis[j]);
            }
            return Cholesky.of(products(solved, solved))
                    .map(information -> new Posterior(covariance, mean, columns, factor, solved, information));
        });
    }

    /**
     * The covariances of the latent function.
     *
     * @param points {@code double[m][columns]}, encoded
     * @return {@code double[m][m]}, symmetric; a variance that rounding would take below 0 is 0
     */
    double[][] covariance(double[][] points) {
        int m = points.length;
        double[][] explained = new double[m][];
        double[][] unsure = new double[m][];
        for (int i = 0; i < m; i++) {
            double[] prior = new double[factor.size()];
            covariance.between(points[i], columns, 0, prior.length, prior);
            explained[i] = factor.forward(prior);
            double[] rest = mean.basis(points[i]);
            for (int j = 0; j < rest.length; j++) {
                rest[j] -= product(basis[j], explained[i]);
            }
            unsure[i] = information.forward(rest);
        }
        double[][] covariances = new double[m][m];
        double[][] columnsOfPoints = GaussianProcessForm.columns(points);
        for (int i = 0; i < m; i++) {
            covariance.between(points[i], columnsOfPoints, 0, i + 1, covariances[i]);
            for (int k = 0; k <= i; k++) {
                covariances[i][k] += product(unsure[i], unsure[k]) - product(explained[i], explained[k]);
                covariances[k][i] = covariances[i][k];
            }
            covariances[i][i] = Math.max(0, covariances[i][i]);
        }
        return covariances;
    }

    private static double[][] products(double[][] a, double[][] b) {
        double[][] products = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                products[i][k] = product(a[i], b[k]);
            }
        }
        return products;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
