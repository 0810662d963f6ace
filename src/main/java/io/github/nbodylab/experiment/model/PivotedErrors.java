package io.github.nbodylab.experiment.model;

import java.util.Arrays;

/**
 * Errors made independent of each other by a pivoted Cholesky factor of their covariance matrix (Bastos and O'Hagan 2009,
 * section 3.2.3): the first is that of the most uncertain row, each next one that of the row which is most uncertain given
 * all before. Large ones at the beginning mean a wrong variance, at the end wrong length scales.
 *
 * @param errors {@code double[rank]}: independent with variance 1 if the process is right
 * @param rows {@code int[rank]}: which row each belongs to
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never changed
record PivotedErrors(double[] errors, int[] rows) {

    /** What is left of a variance below this part of the largest one is rounding; rows that depend on others end here. */
    private static final double RANK = 1e-13;

    /**
     * Takes errors apart.
     *
     * @param errors {@code double[m]}, observed less predicted
     * @param covariance {@code double[m][m]} of them
     */
    static PivotedErrors of(double[] errors, double[][] covariance) {
        int m = errors.length;
        double[][] lower = new double[m][m];
        double[] left = new double[m];
        double[] rest = errors.clone();
        int[] order = new int[m];
        double largest = 0;
        for (int i = 0; i < m; i++) {
            order[i] = i;
            left[i] = covariance[i][i];
            largest = Math.max(largest, left[i]);
        }
        double[] independent = new double[m];
        int rank = 0;
        for (; rank < m; rank++) {
            int pivot = rank;
            for (int i = rank + 1; i < m; i++) {
                pivot = left[order[i]] > left[order[pivot]] ? i : pivot;
            }
            int row = order[pivot];
            if (!(left[row] > RANK * largest)) {
                break;
            }
            order[pivot] = order[rank];
            order[rank] = row;
            double root = Math.sqrt(left[row]);
            independent[rank] = rest[row] / root;
            for (int k = rank + 1; k < m; k++) {
                int other = order[k];
                double sum = covariance[other][row];
                for (int j = 0; j < rank; j++) {
                    sum -= lower[other][j] * lower[row][j];
                }
                lower[other][rank] = sum / root;
                left[other] -= lower[other][rank] * lower[other][rank];
                rest[other] -= lower[other][rank] * independent[rank];
            }
        }
        return new PivotedErrors(Arrays.copyOf(independent, rank), Arrays.copyOf(order, rank));
    }

    /** The squared Mahalanobis distance of the errors from 0. */
    double distance() {
        double sum = 0;
        for (double error : errors) {
            sum += error * error;
        }
        return sum;
    }
}
