package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.Side;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Training rows of numbers, for tests. */
final class Tables {

    private Tables() {}

    static Column number(String name) {
        return new Column(name, Input.Kind.REAL, false, 0, 0, List.of(), "1");
    }

    static Column category(String name, String... levels) {
        return new Column(name, Input.Kind.CATEGORY, false, 0, 0, List.of(levels), "1");
    }

    /** Every row a group of its own. */
    static TrainingTable of(boolean count, List<Column> columns, double[][] inputs, double[] values) {
        String[] groups = new String[values.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = "g" + i;
        }
        return of(count, columns, inputs, values, groups);
    }

    static TrainingTable of(boolean count, List<Column> columns, double[][] inputs, double[] values, String[] groups) {
        double[][] outcomes =
                Arrays.stream(values).mapToObj(y -> new double[] {y}).toArray(double[][]::new);
        return of(List.of(count ? Target.count("y") : Target.real("y")), columns, inputs, outcomes, groups);
    }

    /** Every row a group of its own. */
    static TrainingTable of(List<Target> targets, List<Column> columns, double[][] inputs, double[][] values) {
        String[] groups =
                IntStream.range(0, values.length).mapToObj(i -> "g" + i).toArray(String[]::new);
        return of(targets, columns, inputs, values, groups);
    }

    /** Training rows; a held-out row that nobody sees is added and taken away again. */
    static TrainingTable of(
            List<Target> targets, List<Column> columns, double[][] inputs, double[][] values, String[] groups) {
        int n = values.length;
        double[][] allInputs = Arrays.copyOf(inputs, n + 1);
        double[][] allValues = Arrays.copyOf(values, n + 1);
        String[] allGroups = Arrays.copyOf(groups, n + 1);
        Side[] sides = new Side[n + 1];
        Arrays.fill(sides, 0, n, Side.TRAIN);
        allInputs[n] = inputs[0];
        allValues[n] = values[0];
        allGroups[n] = "held out";
        sides[n] = Side.TEST;
        try {
            return TrainingTable.of(columns, targets, allInputs, allValues, allGroups, sides)
                    .trainingRows();
        } catch (TrainingSetException e) {
            throw new AssertionError(e);
        }
    }

    /** Columns x1, x2, ... */
    static List<Column> numbers(int count) {
        List<Column> columns = new ArrayList<>();
        for (int c = 1; c <= count; c++) {
            columns.add(number("x" + c));
        }
        return columns;
    }
}
