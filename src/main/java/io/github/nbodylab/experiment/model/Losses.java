package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;

/**
 * By how much predictions miss: what models are chosen by. Of a number, the squared error; of several numbers, the mean of
 * their squared errors, each over its variance in the rows; of a class, the logarithmic loss.
 */
public final class Losses {

    /** Below it a probability counts as this, so that one certain error is not worth all others. */
    private static final double LEAST_PROBABILITY = 1e-15;

    private Losses() {}

    /**
     * The loss of each row.
     *
     * @param rows what was observed
     * @param outputs {@code double[n][outputs]}, as {@code Surrogate.outputs} gives them
     * @return {@code double[n]}
     */
    static double[] of(TrainingTable rows, double[][] outputs) {
        return of(rows, outputs, weights(rows));
    }

    /**
     * The loss of each row, in units that other rows have set.
     *
     * @param rows what was observed
     * @param outputs {@code double[n][outputs]}, as {@code Surrogate.outputs} gives them
     * @param weights {@code double[targets]} of those other rows
     * @return {@code double[n]}
     */
    public static double[] of(TrainingTable rows, double[][] outputs, double[] weights) {
        double[][] observed = rows.outcomes();
        double[] losses = new double[observed.length];
        boolean isClass = rows.targets().get(0).isClass();
        for (int i = 0; i < losses.length; i++) {
            losses[i] = isClass
                    ? -StrictMath.log(Math.max(LEAST_PROBABILITY, outputs[i][(int) observed[i][0]]))
                    : squared(observed[i], outputs[i], weights);
        }
        return losses;
    }

    /** What the loss is called, and of what. */
    static String name(List<Target> targets) {
        if (targets.get(0).isClass()) {
            return "logarithmic loss";
        }
        return targets.size() == 1 ? "squared error" : "squared error in units of the targets' variances";
    }

    /** What the squared error of each target counts, {@code double[targets]}: 1 where it is the only one. */
    public static double[] weights(TrainingTable rows) {
        double[][] observed = rows.outcomes();
        double[] weights = new double[rows.targets().size()];
        for (int t = 0; t < weights.length; t++) {
            int column = t;
            double[] values =
                    Arrays.stream(observed).mapToDouble(row -> row[column]).toArray();
            double deviation = Scaling.deviation(values, Scaling.mean(values));
            weights[t] = weights.length == 1 || !(deviation > 0) ? 1 : 1 / (deviation * deviation * weights.length);
        }
        return weights;
    }

    private static double squared(double[] observed, double[] predicted, double[] weights) {
        double sum = 0;
        for (int t = 0; t < observed.length; t++) {
            double error = predicted[t] - observed[t];
            sum += weights[t] * (error * error);
        }
        return sum;
    }
}
