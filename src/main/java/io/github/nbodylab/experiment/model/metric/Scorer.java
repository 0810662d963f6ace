package io.github.nbodylab.experiment.model.metric;

import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.GroupSums;
import io.github.nbodylab.experiment.model.Score;
import io.github.nbodylab.experiment.spec.Metric;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Collects what can be said of predictions of some rows, and scores it all from one set of resamples.
 *
 * <pre>{@code
 * Score score = new Scorer(groups).numbers(observed, means).gaussian(observed, means, deviations).score(bootstrap);
 * }</pre>
 */
public final class Scorer {

    private final GroupSums sums;
    private final Map<Metric, ToDoubleFunction<int[]>> statistics = new EnumMap<>(Metric.class);

    /**
     * A scorer of rows.
     *
     * @param groups {@code String[n]}
     */
    public Scorer(String[] groups) {
        sums = new GroupSums(groups);
    }

    /**
     * Adds q2, rmse, mae and the largest error.
     *
     * @param observed {@code double[n]}
     * @param predicted {@code double[n]}
     */
    public Scorer numbers(double[] observed, double[] predicted) {
        statistics.putAll(NumberMetrics.errors(observed, predicted, sums));
        statistics.put(Metric.MAX_ERROR, NumberMetrics.maxError(observed, predicted, sums));
        return this;
    }

    /**
     * Adds log-likelihood, CRPS, coverage and width of normal predictive distributions.
     *
     * @param observed {@code double[n]}
     * @param means {@code double[n]}
     * @param deviations {@code double[n]}, the noise of one row included
     * @throws IllegalArgumentException if a deviation is not above 0
     */
    public Scorer gaussian(double[] observed, double[] means, double[] deviations) {
        statistics.putAll(DistributionMetrics.gaussian(observed, means, deviations, sums));
        return intervals(observed, CentralInterval.normal(means, deviations));
    }

    /**
     * Adds coverage and width of intervals.
     *
     * @param observed {@code double[n]}
     * @param intervals by probability: some or all of .5, .8 and .95
     */
    public Scorer intervals(double[] observed, Map<Double, CentralInterval> intervals) {
        statistics.putAll(DistributionMetrics.coverage(observed, intervals, sums));
        return this;
    }

    /**
     * Adds the deviance and the fraction of it that is explained.
     *
     * @param observed {@code double[n]}, 0 or more
     * @param means {@code double[n]}
     * @param dispersion alpha of a negative binomial variance mean + alpha mean^2; 0 for Poisson
     */
    public Scorer counts(double[] observed, double[] means, double dispersion) {
        statistics.putAll(CountMetrics.of(observed, means, dispersion, sums));
        return this;
    }

    /**
     * Adds the metrics of classes.
     *
     * @param rows n of them
     */
    public Scorer classes(Classified rows) {
        statistics.putAll(ClassMetrics.of(rows, sums));
        return this;
    }

    /**
     * Adds the AUC and average precision of scores that are no probabilities.
     *
     * @param scores {@code double[n]}: the higher, the likelier the event
     * @param events {@code boolean[n]}, what was observed
     */
    public Scorer ranking(double[] scores, boolean[] events) {
        RankedRows ranked = new RankedRows(scores, events, sums.positions());
        statistics.put(Metric.AUC, ranked::auc);
        statistics.put(Metric.PR_AUC, ranked::averagePrecision);
        return this;
    }

    /**
     * The score.
     *
     * @param bootstrap of as many groups as the rows have
     */
    public Score score(GroupBootstrap bootstrap) {
        return Score.of(statistics, bootstrap);
    }

    /** The metrics of all rows, without intervals; those that are not defined are left out. */
    Map<Metric, Double> values() {
        int[] once = new int[sums.count()];
        Arrays.fill(once, 1);
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        statistics.forEach((metric, statistic) -> {
            double value = statistic.applyAsDouble(once);
            if (!Double.isNaN(value)) {
                values.put(metric, value);
            }
        });
        return values;
    }
}
