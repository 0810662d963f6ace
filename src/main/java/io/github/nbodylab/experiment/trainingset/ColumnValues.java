package io.github.nbodylab.experiment.trainingset;

import java.util.List;

/**
 * A column and its values.
 *
 * @param <T> what tells of the column: an input or a target
 */
final class ColumnValues<T> {

    private final T column;
    private final double[] numbers;

    /**
     * Creates the column.
     *
     * @param numbers {@code double[n]}: numbers, or the indices of words; NaN where one is missing
     */
    ColumnValues(T column, double[] numbers) {
        this.column = column;
        this.numbers = numbers.clone();
    }

    /** What it is. */
    T column() {
        return column;
    }

    /** The value of a row. */
    double number(int row) {
        return numbers[row];
    }

    /** The values of several columns, {@code double[rows][columns]}. */
    static double[][] matrix(List<? extends ColumnValues<?>> columns, int rows) {
        double[][] matrix = new double[rows][columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            for (int i = 0; i < rows; i++) {
                matrix[i][c] = columns.get(c).number(i);
            }
        }
        return matrix;
    }
}
