package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;

/**
 * Targets as a network learns them, and the way back, shift + scale * prediction: numbers with mean 0 and standard
 * deviation 1, counts over their mean, of a class 1 in its column and 0 in the others.
 */
final class TargetScale {

    private final double[][] targets;
    private final double[] shift;
    private final double[] scale;

    private TargetScale(int rows, int outputs) {
        targets = new double[rows][outputs];
        shift = new double[outputs];
        scale = new double[outputs];
        Arrays.fill(scale, 1);
    }

    /** The scale of rows whose targets are of one kind. */
    static TargetScale of(TrainingTable rows) {
        Target first = rows.targets().get(0);
        double[][] values = rows.outcomes();
        TargetScale scale = new TargetScale(
                values.length,
                first.isClass() ? first.levels().size() : rows.targets().size());
        if (first.isClass()) {
            for (int i = 0; i < values.length; i++) {
                scale.targets[i][(int) values[i][0]] = 1;
            }
            return scale;
        }
        for (int k = 0; k < scale.shift.length; k++) {
            scale.fill(values, k, first.isCount());
        }
        return scale;
    }

    private void fill(double[][] values, int k, boolean count) {
        double[] column = Arrays.stream(values).mapToDouble(row -> row[k]).toArray();
        double mean = Scaling.mean(column);
        double unit = count ? mean : Scaling.deviation(column, mean);
        shift[k] = count ? 0 : mean;
        scale[k] = unit > 0 ? unit : 1;
        for (int i = 0; i < column.length; i++) {
            targets[i][k] = (column[i] - shift[k]) / scale[k];
        }
    }

    /** {@code double[n][outputs]}; not a copy. */
    double[][] targets() {
        return targets;
    }

    /** {@code double[outputs]}; not a copy. */
    double[] shift() {
        return shift;
    }

    /** {@code double[outputs]}; not a copy. */
    double[] scale() {
        return scale;
    }
}
