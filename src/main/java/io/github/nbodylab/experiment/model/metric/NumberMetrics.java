package io.github.nbodylab.experiment.model.metric;

import io.github.nbodylab.experiment.model.GroupSums;
import io.github.nbodylab.experiment.spec.Metric;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Metrics of predicted numbers. */
public final class NumberMetrics {

    private NumberMetrics() {}

    /**
     * q2 (1 - sum of squared errors over the sum of squares about the mean of the drawn rows, pooled over them all), rmse
     * and mae.
     *
     * @param observed {@code double[n]}
     * @param predicted {@code double[n]}
     * @param sums over their groups
     * @return from how often each group was drawn; q2 is NaN where all drawn rows are equal
     */
    public static Map<Metric, ToDoubleFunction<int[]>> errors(double[] observed, double[] predicted, GroupSums sums) {
        int n = observed.length;
        double mean = Arrays.stream(observed).reduce(0, Double::sum) / n;
        double[] squared = new double[n];
        double[] absolute = new double[n];
        double[] centred = new double[n];
        double[] spread = new double[n];
        for (int i = 0; i < n; i++) {
            double error = predicted[i] - observed[i];
            squared[i] = error * error;
            absolute[i] = Math.abs(error);
            centred[i] = observed[i] - mean;
            spread[i] = centred[i] * centred[i];
        }
        double[] sizes = sums.sizes();
        double[] squares = sums.of(squared);
        double[] first = sums.of(centred);
        double[] second = sums.of(spread);
        ToDoubleFunction<int[]> meanSquare = sums.mean(squared);
        Map<Metric, ToDoubleFunction<int[]>> statistics = new EnumMap<>(Metric.class);
        statistics.put(Metric.Q2, drawn -> {
            double shift = GroupSums.total(drawn, first);
            double about = GroupSums.total(drawn, second) - shift * shift / GroupSums.total(drawn, sizes);
            return about > 0 ? 1 - GroupSums.total(drawn, squares) / about : Double.NaN;
        });
        statistics.put(Metric.RMSE, drawn -> Math.sqrt(meanSquare.applyAsDouble(drawn)));
        statistics.put(Metric.MAE, sums.mean(absolute));
        return statistics;
    }

    /**
     * The largest absolute error of the drawn rows. No resample exceeds that of all rows, so the interval ends there: a
     * bootstrap cannot tell how much larger an error of further rows may be.
     *
     * @param observed {@code double[n]}
     * @param predicted {@code double[n]}
     * @param sums over their groups
     */
    static ToDoubleFunction<int[]> maxError(double[] observed, double[] predicted, GroupSums sums) {
        int[] groupOf = sums.positions();
        double[] largest = new double[sums.count()];
        for (int i = 0; i < observed.length; i++) {
            largest[groupOf[i]] = Math.max(largest[groupOf[i]], Math.abs(predicted[i] - observed[i]));
        }
        return drawn -> {
            double max = 0;
            for (int g = 0; g < largest.length; g++) {
                max = drawn[g] > 0 ? Math.max(max, largest[g]) : max;
            }
            return max;
        };
    }
}
