package io.github.nbodylab.experiment.model;

import java.util.Arrays;

/** The 1-norm of a symmetric matrix: the largest sum of absolute values in a row. */
final class Norm {

    private Norm() {}

    /** Of {@code double[n][n]} of which the lower triangle is filled. */
    static double ofLower(double[][] matrix) {
        double[] sums = new double[matrix.length];
        for (int i = 0; i < sums.length; i++) {
            for (int k = 0; k < i; k++) {
                sums[i] += Math.abs(matrix[i][k]);
                sums[k] += Math.abs(matrix[i][k]);
            }
            sums[i] += Math.abs(matrix[i][i]);
        }
        return Arrays.stream(sums).max().orElse(0);
    }
}
