package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.store.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How good predictions are, with 95 % group-bootstrap intervals.
 *
 * @param metrics those that are defined for the scored rows
 */
public record Score(Map<Metric, Interval> metrics) {

    public Score {
        EnumMap<Metric, Interval> ordered = new EnumMap<>(Metric.class);
        ordered.putAll(metrics);
        metrics = Collections.unmodifiableMap(ordered);
    }

    /**
     * Scores by statistics of drawn groups, all from the same resamples.
     *
     * @param statistics as for {@link GroupBootstrap#interval}; one that is NaN of all rows is left out, and so is one whose
     *     interval has no finite ends, as where a model that extrapolates predicts more than a number can hold
     */
    public static Score of(Map<Metric, ToDoubleFunction<int[]>> statistics, GroupBootstrap bootstrap) {
        List<Metric> names = new ArrayList<>(statistics.keySet());
        List<Interval> intervals =
                bootstrap.intervals(names.stream().map(statistics::get).toList());
        EnumMap<Metric, Interval> metrics = new EnumMap<>(Metric.class);
        for (int m = 0; m < names.size(); m++) {
            if (intervals.get(m).isFinite()) {
                metrics.put(names.get(m), intervals.get(m));
            }
        }
        return new Score(metrics);
    }

    /** The score with one metric more. */
    public Score with(Metric metric, Interval value) {
        Map<Metric, Interval> more = new EnumMap<>(Metric.class);
        more.putAll(metrics);
        more.put(metric, value);
        return new Score(more);
    }

    /** The score that {@link #toJson} wrote. */
    public static Score fromJson(JsonNode json) {
        Map<Metric, Interval> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (json.has(metric.specName())) {
                metrics.put(metric, Interval.fromJson(json.path(metric.specName())));
            }
        }
        return new Score(metrics);
    }

    /** The metric that tells most of such predictions: q2 of numbers, Brier skill of classes. */
    public Metric headline() {
        return has(Metric.Q2) ? Metric.Q2 : Metric.BRIER_SKILL;
    }

    /** Whether a metric is among them. */
    public boolean has(Metric metric) {
        return metrics.containsKey(metric);
    }

    /**
     * One of the metrics.
     *
     * @throws IllegalArgumentException unless {@link #has}
     */
    public Interval metric(Metric metric) {
        if (!has(metric)) {
            throw new IllegalArgumentException("there is no " + metric.specName() + " of these predictions, but "
                    + String.join(
                            ", ",
                            metrics.keySet().stream().map(Metric::specName).toList()));
        }
        return metrics.get(metric);
    }

    /** Every metric by its name in specs, each with its interval. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        metrics.forEach((metric, interval) -> json.set(metric.specName(), interval.toJson()));
        return json;
    }
}
