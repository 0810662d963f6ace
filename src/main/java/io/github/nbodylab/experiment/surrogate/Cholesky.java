// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.Optional;

/**
 * The factor U of a symmetric positive definite matrix A = U'U, in plain Java. Work is done on whole rows in panels that
 * fit the cache; the order of every sum is fixed, so the same matrix has the same factor on every machine.
 */
public final class Cholesky {

    private static final int PANEL = 32;

    private final double[][] upper;

    private Cholesky(double[][] upper) {
        this.upper = upper;
    }

    /**
     * Factors a matrix.
     *
     * @param matrix {@code double[n][n]}, of which the upper triangle is read; it is overwritten by the factor
     * @return empty if the matrix is not positive definite, as far as the arithmetic can tell
     */
    public static Optional<Cholesky> of(double[][] matrix) {
        int n = matrix.length;
        for (int from = 0; from < n; from += PANEL) {
            int to = Math.min(from + PANEL, n);
            for (int p = from; p < to; p++) {
                double[] row = matrix[p];
                subtract(row, p, n, matrix, from, p, p);
                double pivot = row[p];
                if (!(pivot > 0) || Double.isInfinite(pivot)) {
                    return Optional.empty();
                }
                double root = Math.sqrt(pivot);
                for (int k = p; k < n; k++) {
                    row[k] /= root;
                }
            }
            for (int i = to; i < n; i++) {
                subtract(matrix[i], i, n, matrix, from, to, i);
            }
        }
        return Optional.of(new Cholesky(matrix));
    }

    /** The logarithm of the determinant of A. */
    public double logDeterminant() {
        double sum = 0;
        for (int p = 0; p < upper.length; p++) {
            sum += StrictMath.log(upper[p][p]);
        }
        return 2 * sum;
    }

    /**
     * Solves U'z = b.
     *
     * @param b {@code double[n]}, left as it is
     * @return {@code double[n]}; its squared norm is b'A^-1 b
     */
    public double[] forward(double[] b) {
        double[] z = b.clone();
        for (int p = 0; p < z.length; p++) {
            double[] row = upper[p];
            z[p] /= row[p];
            double factor = z[p];
            for (int k = p + 1; k < z.length; k++) {
                z[k] -= factor * row[k];
            }
        }
        return z;
    }

    /**
     * Solves Ax = b.
     *
     * @param b {@code double[n]}, left as it is
     * @return {@code double[n]}
     */
    public double[] solve(double[] b) {
        double[] x = forward(b);
        for (int p = x.length - 1; p >= 0; p--) {
            double[] row = upper[p];
            double sum = x[p];
            for (int k = p + 1; k < x.length; k++) {
                sum -= row[k] * x[k];
            }
            x[p] = sum / row[p];
        }
        return x;
    }

    /**
     * The inverse of A.
     *
     * @return {@code double[n][n]} of which only the lower triangle is filled
     */
    public double[][] inverse() {
        int n = upper.length;
        double[][] v = inverseOfTransposedFactor();
        double[][] negative = new double[n][n];
        for (int from = 0; from < n; from += PANEL) {
            int to = Math.min(from + PANEL, n);
            for (int i = 0; i < to; i++) {
                subtract(negative[i], 0, i + 1, v, Math.max(from, i), to, i);
            }
        }
        for (double[] row : negative) {
            for (int k = 0; k < n; k++) {
                row[k] = -row[k];
            }
        }
        return negative;
    }

    /** V with U'V = 1, lower triangular, by rows. */
    private double[][] inverseOfTransposedFactor() {
        int n = upper.length;
        double[][] v = new double[n][n];
        for (int p = 0; p < n; p++) {
            v[p][p] = 1;
        }
        for (int from = 0; from < n; from += PANEL) {
            int to = Math.min(from + PANEL, n);
            for (int p = from; p < to; p++) {
                eliminate(v, p, from, p);
                for (int k = 0; k <= p; k++) {
                    v[p][k] /= upper[p][p];
                }
            }
            for (int p = to; p < n; p++) {
                eliminate(v, p, from, to);
            }
        }
        return v;
    }

    /** v[p] -= sum over q in [from, to) of U[q][p] v[q]. */
    private void eliminate(double[][] v, int p, int from, int to) {
        double[] y = v[p];
        int q = from;
        for (; q + 4 <= to; q += 4) {
            combine(
                    y,
                    0,
                    q + 4,
                    upper[q][p],
                    v[q],
                    upper[q + 1][p],
                    v[q + 1],
                    upper[q + 2][p],
                    v[q + 2],
                    upper[q + 3][p],
                    v[q + 3]);
        }
        for (; q < to; q++) {
            double a = upper[q][p];
            double[] x = v[q];
            for (int k = 0; k <= q; k++) {
                y[k] -= a * x[k];
            }
        }
    }

    /** y[k] -= sum over p in [from, to) of x[p][column] x[p][k], for k in [begin, end). */
    private static void subtract(double[] y, int begin, int end, double[][] x, int from, int to, int column) {
        int p = from;
        for (; p + 4 <= to; p += 4) {
            combine(
                    y,
                    begin,
                    end,
                    x[p][column],
                    x[p],
                    x[p + 1][column],
                    x[p + 1],
                    x[p + 2][column],
                    x[p + 2],
                    x[p + 3][column],
                    x[p + 3]);
        }
        for (; p < to; p++) {
            double[] row = x[p];
            double a = row[column];
            for (int k = begin; k < end; k++) {
                y[k] -= a * row[k];
            }
        }
    }

    /** Four rows at once: y is read and written a quarter as often, and the loop vectorises. */
    private static void combine(
            double[] y,
            int begin,
            int end,
            double a,
            double[] x,
            double b,
            double[] u,
            double c,
            double[] v,
            double d,
            double[] w) {
        for (int k = begin; k < end; k++) {
            y[k] -= (a * x[k] + b * u[k]) + (c * v[k] + d * w[k]);
        }
    }
}
