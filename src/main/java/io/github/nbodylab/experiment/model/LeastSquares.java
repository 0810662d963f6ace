package io.github.nbodylab.experiment.model;

import java.util.Arrays;

/**
 * Linear least squares by Householder reflections. A column that the earlier ones determine gets the coefficient 0
 * and no part in the solution, so that a deficient rank has one clear answer that does not depend on rounding.
 */
final class LeastSquares {

    /** What of a column's norm must be left when the earlier ones are taken out of it. */
    private static final double TOLERANCE = 1e-9;

    private final double[] coefficients;
    private final int rank;

    private LeastSquares(double[] coefficients, int rank) {
        this.coefficients = coefficients;
        this.rank = rank;
    }

    /** The coefficients, {@code double[p]}. */
    double[] coefficients() {
        return coefficients.clone();
    }

    /** Other coefficients of the same columns. */
    LeastSquares withCoefficients(double[] others) {
        return new LeastSquares(others.clone(), rank);
    }

    /** How many columns have a part in the solution. */
    int rank() {
        return rank;
    }

    /**
     * Minimises the sum of squares of y - Xb and of all b but the first times a penalty, by rows that say so.
     *
     * @param x {@code double[n][p]}, rows; the first column is the intercept
     * @param y {@code double[n]}
     * @param penalty 0 or more
     */
    static LeastSquares ridge(double[][] x, double[] y, double penalty) {
        int p = x[0].length;
        if (penalty == 0 || p == 1) {
            return solve(x, y);
        }
        double[][] rows = Arrays.copyOf(x, x.length + p - 1);
        for (int j = 1; j < p; j++) {
            rows[x.length + j - 1] = new double[p];
            rows[x.length + j - 1][j] = Math.sqrt(penalty);
        }
        return solve(rows, Arrays.copyOf(y, rows.length));
    }

    /**
     * Minimises the sum of squares of y - Xb.
     *
     * @param x {@code double[n][p]}, rows
     * @param y {@code double[n]}
     */
    static LeastSquares solve(double[][] x, double[] y) {
        int n = x.length;
        int p = x[0].length;
        double[][] columns = new double[p][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                columns[j][i] = x[i][j];
            }
        }
        double[] right = y.clone();
        double[][] reflectors = new double[Math.min(n, p)][];
        double[] diagonal = new double[reflectors.length];
        int[] kept = new int[reflectors.length];
        int rank = 0;
        for (int j = 0; j < p && rank < n; j++) {
            double[] column = columns[j];
            double whole = norm(column, 0);
            for (int r = 0; r < rank; r++) {
                reflect(reflectors[r], r, column);
            }
            double rest = norm(column, rank);
            if (!(rest > TOLERANCE * whole)) {
                continue;
            }
            double[] reflector = column.clone();
            diagonal[rank] = column[rank] > 0 ? -rest : rest;
            reflector[rank] -= diagonal[rank];
            reflect(reflector, rank, right);
            reflectors[rank] = reflector;
            kept[rank++] = j;
        }
        return new LeastSquares(backSubstitute(columns, diagonal, kept, rank, right, p), rank);
    }

    private static double[] backSubstitute(
            double[][] columns, double[] diagonal, int[] kept, int rank, double[] right, int p) {
        double[] coefficients = new double[p];
        for (int r = rank - 1; r >= 0; r--) {
            double sum = right[r];
            for (int s = r + 1; s < rank; s++) {
                sum -= columns[kept[s]][r] * coefficients[kept[s]];
            }
            coefficients[kept[r]] = sum / diagonal[r];
        }
        return coefficients;
    }

    /** target -= 2 v (v'target) / (v'v), with v the reflector from its first row on. */
    private static void reflect(double[] reflector, int first, double[] target) {
        double product = 0;
        double square = 0;
        for (int i = first; i < target.length; i++) {
            product += reflector[i] * target[i];
            square += reflector[i] * reflector[i];
        }
        double factor = 2 * product / square;
        for (int i = first; i < target.length; i++) {
            target[i] -= factor * reflector[i];
        }
    }

    private static double norm(double[] column, int first) {
        double squares = 0;
        for (int i = first; i < column.length; i++) {
            squares += column[i] * column[i];
        }
        return Math.sqrt(squares);
    }
}
