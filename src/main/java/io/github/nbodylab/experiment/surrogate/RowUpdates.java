// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/**
 * Multiples of rows added to rows, the inner loop of dense linear algebra. Whatever the shape of a block, each number is the
 * same chain of fused products in the order of the rows added, so the blocks that work is cut into change no bit. The loops
 * vectorise, and each number that is read is used four times.
 */
final class RowUpdates {

    /** Rows to a block. */
    static final int BLOCK = 4;

    private RowUpdates() {}

    /**
     * Adds {@code sign * a[p][column + j] * x[p][k]} to {@code y[row + j][k]} for p in [from, to), j in [0, rows) and k in
     * [begin, end).
     *
     * @param rows 1 to {@link #BLOCK}
     * @param sign 1 or -1
     */
    static void add(
            double[][] y,
            int row,
            int rows,
            double sign,
            double[][] a,
            int column,
            double[][] x,
            int from,
            int to,
            int begin,
            int end) {
        int p = from;
        for (; p + BLOCK <= to; p += BLOCK) {
            if (rows == BLOCK) {
                fourToFour(y, row, sign, a, column, x, p, begin, end);
            } else {
                for (int j = 0; j < rows; j++) {
                    fourToOne(y[row + j], sign, a, column + j, x, p, begin, end);
                }
            }
        }
        for (; p < to; p++) {
            for (int j = 0; j < rows; j++) {
                oneToOne(y[row + j], sign * a[p][column + j], x[p], begin, end);
            }
        }
    }

    private static void fourToFour(
            double[][] y, int row, double sign, double[][] a, int c, double[][] x, int p, int begin, int end) {
        double[] a0 = a[p];
        double[] a1 = a[p + 1];
        double[] a2 = a[p + 2];
        double[] a3 = a[p + 3];
        fourToFour(
                y[row],
                y[row + 1],
                y[row + 2],
                y[row + 3],
                x[p],
                x[p + 1],
                x[p + 2],
                x[p + 3],
                sign * a0[c],
                sign * a1[c],
                sign * a2[c],
                sign * a3[c],
                sign * a0[c + 1],
                sign * a1[c + 1],
                sign * a2[c + 1],
                sign * a3[c + 1],
                sign * a0[c + 2],
                sign * a1[c + 2],
                sign * a2[c + 2],
                sign * a3[c + 2],
                sign * a0[c + 3],
                sign * a1[c + 3],
                sign * a2[c + 3],
                sign * a3[c + 3],
                begin,
                end);
    }

    /** Sixteen multiples stay in registers. */
    private static void fourToFour(
            double[] y0,
            double[] y1,
            double[] y2,
            double[] y3,
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            double a00,
            double a01,
            double a02,
            double a03,
            double a10,
            double a11,
            double a12,
            double a13,
            double a20,
            double a21,
            double a22,
            double a23,
            double a30,
            double a31,
            double a32,
            double a33,
            int begin,
            int end) {
        for (int k = begin; k < end; k++) {
            double u = x0[k];
            double v = x1[k];
            double w = x2[k];
            double z = x3[k];
            y0[k] = Math.fma(a03, z, Math.fma(a02, w, Math.fma(a01, v, Math.fma(a00, u, y0[k]))));
            y1[k] = Math.fma(a13, z, Math.fma(a12, w, Math.fma(a11, v, Math.fma(a10, u, y1[k]))));
            y2[k] = Math.fma(a23, z, Math.fma(a22, w, Math.fma(a21, v, Math.fma(a20, u, y2[k]))));
            y3[k] = Math.fma(a33, z, Math.fma(a32, w, Math.fma(a31, v, Math.fma(a30, u, y3[k]))));
        }
    }

    private static void fourToOne(
            double[] y, double sign, double[][] a, int c, double[][] x, int p, int begin, int end) {
        double[] x0 = x[p];
        double[] x1 = x[p + 1];
        double[] x2 = x[p + 2];
        double[] x3 = x[p + 3];
        double a0 = sign * a[p][c];
        double a1 = sign * a[p + 1][c];
        double a2 = sign * a[p + 2][c];
        double a3 = sign * a[p + 3][c];
        for (int k = begin; k < end; k++) {
            y[k] = Math.fma(a3, x3[k], Math.fma(a2, x2[k], Math.fma(a1, x1[k], Math.fma(a0, x0[k], y[k]))));
        }
    }

    private static void oneToOne(double[] y, double a, double[] x, int begin, int end) {
        for (int k = begin; k < end; k++) {
            y[k] = Math.fma(a, x[k], y[k]);
        }
    }
}
