// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.Arrays;

/**
 * Probabilities of classes from those of each class against each other: the p that minimise the sum over pairs of
 * (r_ji p_i - r_ij p_j)^2 with the sum 1 (Wu, Lin and Weng 2004, their second method, equations 14 and 16).
 */
final class PairwiseCoupling {

    /** Keeps a certain pair from deciding over all others. */
    private static final double LEAST = 1e-7;

    private PairwiseCoupling() {}

    /**
     * Couples.
     *
     * @param pairs {@code double[classes][classes]}, the probability of class i where it is i or j
     * @return {@code double[classes]} that sum to 1
     */
    static double[] of(double[][] pairs) {
        int classes = pairs.length;
        if (classes == 2) {
            return new double[] {pairs[0][1], pairs[1][0]};
        }
        double[][] matrix = matrix(pairs);
        double[] ones = new double[classes];
        Arrays.fill(ones, 1);
        // the minimum of p'Qp with the sum 1 is that of p'(Q + 11')p, which is definite also where the pairs agree and
        // Q
        // is not: the solution of (Q + 11')p = 1, brought to that sum
        double[] p = Cholesky.of(matrix)
                .orElseThrow(() -> new IllegalStateException("the pairs of classes have no joint probabilities"))
                .solve(ones);
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            p[k] = Math.max(0, p[k]);
            sum += p[k];
        }
        for (int k = 0; k < classes; k++) {
            p[k] /= sum;
        }
        return p;
    }

    private static double[][] matrix(double[][] pairs) {
        int classes = pairs.length;
        double[][] matrix = new double[classes][classes];
        for (double[] row : matrix) {
            Arrays.fill(row, 1);
        }
        for (int i = 0; i < classes; i++) {
            for (int j = 0; j < classes; j++) {
                if (i != j) {
                    double mine = Math.min(Math.max(pairs[i][j], LEAST), 1 - LEAST);
                    double other = 1 - mine;
                    matrix[i][i] += other * other;
                    matrix[i][j] -= mine * other;
                }
            }
        }
        return matrix;
    }
}
