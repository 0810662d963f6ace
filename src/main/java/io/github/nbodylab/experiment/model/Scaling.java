package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a model sees its inputs, learnt from the rows it is fitted to. */
public final class Scaling {

    private Scaling() {}

    /**
     * The logarithm of every number, not scaled, so that coefficients are exponents.
     *
     * @throws FitFailedException if a number is not above 0
     */
    static List<Input> logarithms(TrainingTable rows) throws FitFailedException {
        List<Input> inputs = new ArrayList<>();
        for (int c = 0; c < rows.columns().size(); c++) {
            inputs.add(input(rows.columns().get(c), column(rows, c), true, false));
        }
        return inputs;
    }

    /**
     * Inputs with mean 0 and standard deviation 1, those of log-uniform axes after their logarithm. An input that is the
     * same in all rows is only centred.
     *
     * @throws FitFailedException if a number under a logarithm is not above 0
     */
    static List<Input> standard(TrainingTable rows) throws FitFailedException {
        List<Input> inputs = new ArrayList<>();
        for (int c = 0; c < rows.columns().size(); c++) {
            Column column = rows.columns().get(c);
            inputs.add(input(column, column(rows, c), column.log(), true));
        }
        return inputs;
    }

    /** The inputs as they are, for a model whose parts scale them each in its own way. */
    static List<Input> unscaled(TrainingTable rows) throws FitFailedException {
        List<Input> inputs = new ArrayList<>();
        for (int c = 0; c < rows.columns().size(); c++) {
            inputs.add(input(rows.columns().get(c), column(rows, c), false, false));
        }
        return inputs;
    }

    private static Input input(Column column, double[] values, boolean log, boolean scale) throws FitFailedException {
        if (column.isCategory()) {
            return Input.category(column.name(), column.levels());
        }
        double min = Arrays.stream(values).min().orElseThrow();
        double max = Arrays.stream(values).max().orElseThrow();
        if (log && !(min > 0)) {
            throw new FitFailedException("the input '" + column.name() + "' is " + min
                    + " in a row, and its logarithm is needed: keep it above 0, or take the model out of the ladder");
        }
        double mean = 0;
        double deviation = 1;
        if (scale) {
            double[] seen = log ? Arrays.stream(values).map(StrictMath::log).toArray() : values;
            mean = mean(seen);
            deviation = deviation(seen, mean);
        }
        return new Input(column.name(), column.kind(), log, mean, deviation > 0 ? deviation : 1, min, max, List.of());
    }

    private static double[] column(TrainingTable rows, int column) {
        return Arrays.stream(rows.inputs()).mapToDouble(row -> row[column]).toArray();
    }

    /** The mean, summed in order. */
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The root mean square about the mean. */
    public static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
