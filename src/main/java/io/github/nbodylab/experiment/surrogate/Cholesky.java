// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The factor U of a symmetric positive definite matrix A = U'U, in plain Java. Work is done on whole rows in panels that
 * fit the cache, on all cores where the matrix is large; each number is one chain of operations in a fixed order, so the same
 * matrix has the same factor on every machine and in any number of threads.
 */
public final class Cholesky {

    private static final int PANEL = 32;
    /** Fewer rows than these are not worth the threads. */
    private static final int PARALLEL = 192;

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
                RowUpdates.add(matrix, p, 1, -1, matrix, p, matrix, from, p, p, n);
                double pivot = row[p];
                if (!(pivot > 0) || Double.isInfinite(pivot)) {
                    return Optional.empty();
                }
                double root = Math.sqrt(pivot);
                for (int k = p; k < n; k++) {
                    row[k] /= root;
                }
            }
            int panel = from;
            blocks(to, n, i -> RowUpdates.add(matrix, i, rows(i, n), -1, matrix, i, matrix, panel, to, i, n));
        }
        return Optional.of(new Cholesky(matrix));
    }

    /** How many rows A has. */
    public int size() {
        return upper.length;
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
     * @return {@code double[n][n]} of which the lower triangle is filled, the rest is of no meaning
     */
    public double[][] inverse() {
        int n = upper.length;
        double[][] v = inverseOfTransposedFactor();
        double[][] inverse = new double[n][n];
        for (int from = 0; from < n; from += PANEL) {
            int panel = from;
            int to = Math.min(from + PANEL, n);
            // row p of V is 0 beyond p, so a block of rows starts with its own first one
            blocks(0, to, i -> {
                int rows = rows(i, to);
                RowUpdates.add(inverse, i, rows, 1, v, i, v, Math.max(panel, i), to, 0, i + rows);
            });
        }
        return inverse;
    }

    /** V with U'V = 1, lower triangular, by rows. */
    private double[][] inverseOfTransposedFactor() {
        int n = upper.length;
        double[][] v = new double[n][n];
        for (int p = 0; p < n; p++) {
            v[p][p] = 1;
        }
        for (int from = 0; from < n; from += PANEL) {
            int panel = from;
            int to = Math.min(from + PANEL, n);
            for (int p = from; p < to; p++) {
                RowUpdates.add(v, p, 1, -1, upper, p, v, from, p, 0, p);
                for (int k = 0; k <= p; k++) {
                    v[p][k] /= upper[p][p];
                }
            }
            blocks(to, n, p -> RowUpdates.add(v, p, rows(p, n), -1, upper, p, v, panel, to, 0, to));
        }
        return v;
    }

    private static int rows(int first, int end) {
        return Math.min(RowUpdates.BLOCK, end - first);
    }

    /** Calls an action for the first row of every block of [from, to), in any order. */
    private static void blocks(int from, int to, IntConsumer action) {
        int count = (to - from + RowUpdates.BLOCK - 1) / RowUpdates.BLOCK;
        IntStream starts = IntStream.range(0, count).map(block -> from + block * RowUpdates.BLOCK);
        (to - from < PARALLEL ? starts : starts.parallel()).forEach(action);
    }
}
