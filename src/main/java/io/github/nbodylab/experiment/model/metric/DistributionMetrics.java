package io.github.nbodylab.experiment.model.metric;

import io.github.nbodylab.experiment.model.GroupSums;
import io.github.nbodylab.experiment.spec.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Metrics of what predictions say of their own errors. */
final class DistributionMetrics {

    /** The central probabilities at which intervals are judged. */
    private static final Map<Metric, Double> LEVELS =
            new EnumMap<>(Map.of(Metric.COVERAGE50, 0.5, Metric.COVERAGE80, 0.8, Metric.COVERAGE95, 0.95));

    private DistributionMetrics() {}

    /**
     * Log-likelihood and CRPS of normal predictive distributions.
     *
     * @param observed {@code double[n]}
     * @param means {@code double[n]}
     * @param deviations {@code double[n]}, above 0, the noise of one row included
     * @param sums over their groups
     * @throws IllegalArgumentException if a deviation is not above 0
     */
    static Map<Metric, ToDoubleFunction<int[]>> gaussian(
            double[] observed, double[] means, double[] deviations, GroupSums sums) {
        double[] logDensity = new double[observed.length];
        double[] crps = new double[observed.length];
        for (int i = 0; i < observed.length; i++) {
            if (!(deviations[i] > 0) || Double.isInfinite(deviations[i])) {
                throw new IllegalArgumentException("a predictive deviation is above 0, not " + deviations[i]);
            }
            double z = (observed[i] - means[i]) / deviations[i];
            logDensity[i] = Gaussian.logDensity(z, deviations[i]);
            crps[i] = Gaussian.crps(z, deviations[i]);
        }
        Map<Metric, ToDoubleFunction<int[]>> statistics = new EnumMap<>(Metric.class);
        statistics.put(Metric.LOG_LIKELIHOOD, sums.mean(logDensity));
        statistics.put(Metric.CRPS, sums.mean(crps));
        return statistics;
    }

    /**
     * Coverage of central intervals, and the width of those of 95 %.
     *
     * @param observed {@code double[n]}
     * @param intervals of some or all of the probabilities .5, .8 and .95
     * @param sums over their groups
     */
    static Map<Metric, ToDoubleFunction<int[]>> coverage(
            double[] observed, Map<Double, CentralInterval> intervals, GroupSums sums) {
        Map<Metric, ToDoubleFunction<int[]>> statistics = new EnumMap<>(Metric.class);
        LEVELS.forEach((metric, level) -> {
            CentralInterval interval = intervals.get(level);
            if (interval != null) {
                statistics.put(metric, sums.mean(interval.covered(observed)));
                if (metric == Metric.COVERAGE95) {
                    statistics.put(Metric.WIDTH95, sums.mean(interval.widths()));
                }
            }
        });
        return statistics;
    }
}
