package io.github.nbodylab.experiment.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The basis functions of the mean of a Gaussian process: 1, and where it is linear the columns of the encoding which are not
 * sums of multiples of those before them, as the last level of a category is and an input that never varies.
 *
 * @param columns that have a slope
 * @param functions {@code double[1 + columns][n]}
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never changed
record MeanBasis(int[] columns, double[][] functions) {

    /** The part of a column that the ones before leave over is taken for rounding below this. */
    private static final double DEPENDENT = 1e-8;

    /**
     * A basis.
     *
     * @param points {@code double[n][columns]}, encoded
     * @param linear whether there are slopes
     */
    static MeanBasis of(double[][] points, boolean linear) {
        List<double[]> functions = new ArrayList<>();
        List<double[]> orthogonal = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int c = -1; c < (linear ? points[0].length : 0); c++) {
            double[] function = new double[points.length];
            for (int i = 0; i < function.length; i++) {
                function[i] = c < 0 ? 1 : points[i][c];
            }
            double[] rest = function.clone();
            orthogonal.forEach(other -> project(rest, other));
            if (square(rest) > DEPENDENT * DEPENDENT * square(function)) {
                functions.add(function);
                orthogonal.add(rest);
                if (c >= 0) {
                    columns.add(c);
                }
            }
        }
        return new MeanBasis(
                columns.stream().mapToInt(Integer::intValue).toArray(), functions.toArray(double[][]::new));
    }

    private static void project(double[] rest, double[] other) {
        double product = 0;
        for (int i = 0; i < rest.length; i++) {
            product += rest[i] * other[i];
        }
        double share = product / square(other);
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= share * other[i];
        }
    }

    private static double square(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
