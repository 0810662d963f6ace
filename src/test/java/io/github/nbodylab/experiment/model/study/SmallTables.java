package io.github.nbodylab.experiment.model.study;

import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.Side;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Training rows of two inputs, for tests. */
final class SmallTables {

    private SmallTables() {}

    /**
     * Rows.
     *
     * @param groups how many
     * @param size rows of each
     * @param value of each row
     */
    static TrainingTable of(Target target, int groups, int size, IntToDoubleFunction value) {
        int n = groups * size;
        double[][] inputs = new double[n + 1][];
        double[][] values = new double[n + 1][];
        String[] names = new String[n + 1];
        Side[] sides = new Side[n + 1];
        for (int i = 0; i <= n; i++) {
            inputs[i] = new double[] {i, i % 7};
            values[i] = new double[] {value.applyAsDouble(i)};
            names[i] = i < n ? "g" + i / size : "held out";
            sides[i] = i < n ? Side.TRAIN : Side.TEST;
        }
        try {
            return TrainingTable.of(List.of(number("x"), number("z")), List.of(target), inputs, values, names, sides)
                    .trainingRows();
        } catch (TrainingSetException e) {
            throw new AssertionError(e);
        }
    }

    private static Column number(String name) {
        return new Column(name, Input.Kind.REAL, false, 0, 0, List.of(), "1");
    }
}
