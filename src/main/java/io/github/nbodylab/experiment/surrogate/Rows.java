// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/** The one loop in which networks spend their time. */
public final class Rows {

    private Rows() {}

    /**
     * Adds multiples of rows to a row, one after the other: sum += f[0] r[0] + f[1] r[1] + ... Four rows are added in one
     * pass, in the same order and so with the same bits as one by one; every array is read at the same index, which lets
     * the compiler use vector instructions.
     *
     * @param sum {@code double[width]}
     * @param factors {@code double[count]} or longer
     * @param rows {@code double[count][width]} or longer
     * @param count how many
     */
    public static void add(double[] sum, double[] factors, double[][] rows, int count) {
        int k = 0;
        for (; k + 3 < count; k += 4) {
            add4(
                    sum,
                    factors[k],
                    rows[k],
                    factors[k + 1],
                    rows[k + 1],
                    factors[k + 2],
                    rows[k + 2],
                    factors[k + 3],
                    rows[k + 3]);
        }
        for (; k < count; k++) {
            add1(sum, factors[k], rows[k]);
        }
    }

    private static void add4(
            double[] sum,
            double f0,
            double[] r0,
            double f1,
            double[] r1,
            double f2,
            double[] r2,
            double f3,
            double[] r3) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.fma(f3, r3[i], Math.fma(f2, r2[i], Math.fma(f1, r1[i], Math.fma(f0, r0[i], sum[i]))));
        }
    }

    private static void add1(double[] sum, double f, double[] r) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.fma(f, r[i], sum[i]);
        }
    }

    /** Columns become rows. */
    public static void transpose(double[][] from, double[][] to) {
        for (int i = 0; i < from.length; i++) {
            double[] row = from[i];
            for (int j = 0; j < row.length; j++) {
                to[j][i] = row[j];
            }
        }
    }
}
