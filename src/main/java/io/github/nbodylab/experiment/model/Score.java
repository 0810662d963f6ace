package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.Validate.Metric;
import io.github.nbodylab.experiment.store.Json;

/**
 * How good predictions are, with 95 % group-bootstrap intervals.
 *
 * @param q2 1 - sum of squared errors over the sum of squares about the mean of the scored rows, pooled over them all
 * @param rmse root mean squared error, in units of the target
 * @param mae mean absolute error, in units of the target
 */
public record Score(Interval q2, Interval rmse, Interval mae) {

    /**
     * Scores predictions.
     *
     * @param observed {@code double[n]}, not all equal
     * @param predicted {@code double[n]}
     * @param groups {@code String[n]}
     * @param bootstrap of as many groups
     */
    public static Score of(double[] observed, double[] predicted, String[] groups, GroupBootstrap bootstrap) {
        int n = observed.length;
        double mean = Scaling.mean(observed);
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
        GroupSums sums = new GroupSums(groups);
        double[] sizes = sums.sizes();
        double[] squares = sums.of(squared);
        double[] absolutes = sums.of(absolute);
        double[] first = sums.of(centred);
        double[] second = sums.of(spread);
        return new Score(
                bootstrap.interval(drawn -> {
                    double shift = GroupSums.total(drawn, first);
                    double about = GroupSums.total(drawn, second) - shift * shift / GroupSums.total(drawn, sizes);
                    return about > 0 ? 1 - GroupSums.total(drawn, squares) / about : Double.NaN;
                }),
                bootstrap.interval(drawn -> Math.sqrt(GroupSums.total(drawn, squares) / GroupSums.total(drawn, sizes))),
                bootstrap.interval(drawn -> GroupSums.total(drawn, absolutes) / GroupSums.total(drawn, sizes)));
    }

    /** One of the metrics. */
    public Interval metric(Metric metric) {
        return switch (metric) {
            case Q2 -> q2;
            case RMSE -> rmse;
            case MAE -> mae;
        };
    }

    /** {@code q2, rmse, mae}, each with its interval. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        for (Metric metric : Metric.values()) {
            json.set(metric.specName(), metric(metric).toJson());
        }
        return json;
    }
}
