package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.trainingset.Column;
import java.util.Arrays;
import java.util.List;

/**
 * At most 300 of the training points, which a model file keeps for all of them: first that nearest to the mean, then each
 * time the one farthest from all before (Gonzalez 1985), of equally far ones the first.
 */
final class ReferencePoints {

    private static final int MOST = 300;

    private final double[][] points;
    private final double[] distances;

    private ReferencePoints(double[][] points, double[] distances) {
        this.points = points;
        this.distances = distances;
    }

    /**
     * Chooses them.
     *
     * @param rows {@code double[m][columns]}, scaled, all different
     */
    static ReferencePoints of(double[][] rows, List<Column> columns) {
        boolean[] category = new boolean[columns.size()];
        for (int i = 0; i < category.length; i++) {
            category[i] = columns.get(i).isCategory();
        }
        int count = Math.min(MOST, rows.length);
        double[] gap = new double[rows.length];
        Arrays.fill(gap, Double.POSITIVE_INFINITY);
        int[] chosen = new int[count];
        chosen[0] = nearestToMean(rows, category);
        for (int k = 0; k < count; k++) {
            if (k > 0) {
                for (int r = 1; r < rows.length; r++) {
                    chosen[k] = gap[r] > gap[chosen[k]] ? r : chosen[k];
                }
            }
            for (int r = 0; r < rows.length; r++) {
                gap[r] = Math.min(gap[r], square(rows[r], rows[chosen[k]], category));
            }
        }
        for (int k : chosen) {
            gap[k] = Double.POSITIVE_INFINITY;
            for (int other : chosen) {
                if (other != k) {
                    gap[k] = Math.min(gap[k], square(rows[k], rows[other], category));
                }
            }
        }
        double[][] points = Arrays.stream(chosen).mapToObj(k -> rows[k]).toArray(double[][]::new);
        return new ReferencePoints(
                points,
                count == 1 ? new double[1] : Arrays.stream(gap).map(Math::sqrt).toArray());
    }

    private static int nearestToMean(double[][] rows, boolean[] category) {
        int nearest = 0;
        for (int r = 1; r < rows.length; r++) {
            nearest = norm(rows[r], category) < norm(rows[nearest], category) ? r : nearest;
        }
        return nearest;
    }

    private static double norm(double[] row, boolean[] category) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += category[i] ? 0 : row[i] * row[i];
        }
        return sum;
    }

    /** The squared distance, where another level is as far as one deviation. */
    private static double square(double[] a, double[] b, boolean[] category) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = category[i] ? (a[i] == b[i] ? 0 : 1) : a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    /** The chosen ones, {@code double[k][columns]}; not to be changed. */
    double[][] points() {
        return points;
    }

    /** From every row to the nearest chosen one but itself, {@code double[m]}; 0 if there is one row only. */
    double[] distances() {
        return distances;
    }
}
