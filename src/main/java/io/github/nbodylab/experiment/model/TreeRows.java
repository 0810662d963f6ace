package io.github.nbodylab.experiment.model;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The rows that trees are grown on. */
final class TreeRows {

    private final double[][] points;
    private final double[][] outcomes;
    private final int[][] order;

    /**
     * Rows of points and outcomes, whose arrays it keeps.
     *
     * @param points {@code double[n][columns]}
     * @param outcomes {@code double[n][outputs]}: a number, or 1 for the class of the row and 0 for the others
     */
    TreeRows(double[][] points, double[][] outcomes) {
        this.points = points;
        this.outcomes = outcomes;
        this.order = new int[points[0].length][];
        for (int c = 0; c < order.length; c++) {
            int column = c;
            order[c] = IntStream.range(0, points.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> points[row][column]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    /** {@code double[n][columns]}, not to be changed. */
    double[][] points() {
        return points;
    }

    /** {@code double[n][outputs]}, not to be changed. */
    double[][] outcomes() {
        return outcomes;
    }

    /** The rows by a column, rising: {@code int[n]}, not to be changed. */
    int[] order(int column) {
        return order[column];
    }

    int columns() {
        return points[0].length;
    }

    int outputs() {
        return outcomes[0].length;
    }
}
