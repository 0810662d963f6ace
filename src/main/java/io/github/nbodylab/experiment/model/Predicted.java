package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.model.metric.CentralInterval;
import io.github.nbodylab.experiment.surrogate.ResidualBand;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a model says of some rows. */
public final class Predicted {

    private static final double[] PROBABILITIES = {0.5, 0.8, 0.95};

    private final double[][] outputs;
    private final double[] deviations;
    private final Map<Double, CentralInterval> intervals;

    private Predicted(double[][] outputs, double[] deviations, Map<Double, CentralInterval> intervals) {
        this.outputs = Arrays.stream(outputs).map((double[] row) -> row.clone()).toArray(double[][]::new);
        this.deviations = deviations.clone();
        this.intervals = Map.copyOf(intervals);
    }

    /**
     * Of a model that does not know how uncertain it is.
     *
     * @param outputs {@code double[n][outputs]}: the mean of each target, or the probability of each class
     */
    public static Predicted of(double[][] outputs) {
        return new Predicted(outputs, new double[0], Map.of());
    }

    /**
     * Of a model that knows how uncertain it is, or of one that does not, with the intervals that either tells.
     *
     * @param model that was not fitted to the rows
     * @param rows {@code double[n][inputs]}, raw
     */
    public static Predicted by(Surrogate model, double[][] rows) {
        double[][] outputs = Arrays.stream(rows).map(model::outputs).toArray(double[][]::new);
        return model.hasNoise()
                ? of(
                        outputs,
                        Arrays.stream(rows)
                                .mapToDouble(model::observationDeviation)
                                .toArray())
                : new Predicted(outputs, new double[0], residualIntervals(model, rows));
    }

    /** Those about the predictions of a model whose file has the residuals of rows that it had not seen. */
    private static Map<Double, CentralInterval> residualIntervals(Surrogate model, double[][] rows) {
        Map<Double, CentralInterval> intervals = new HashMap<>();
        for (double probability : PROBABILITIES) {
            List<ResidualBand.Range> ranges = Arrays.stream(rows)
                    .flatMap(row -> model.residualInterval(row, probability).stream())
                    .toList();
            if (ranges.size() == rows.length) {
                intervals.put(
                        probability,
                        new CentralInterval(
                                ranges.stream()
                                        .mapToDouble(ResidualBand.Range::low)
                                        .toArray(),
                                ranges.stream()
                                        .mapToDouble(ResidualBand.Range::high)
                                        .toArray()));
            }
        }
        return intervals;
    }

    /**
     * Of a model that knows how uncertain it is.
     *
     * @param outputs {@code double[n][1]}: means of the target
     * @param deviations {@code double[n]}: standard deviations of a single new observation, its noise included
     */
    static Predicted of(double[][] outputs, double[] deviations) {
        return new Predicted(
                outputs,
                deviations,
                CentralInterval.normal(
                        Arrays.stream(outputs).mapToDouble(row -> row[0]).toArray(), deviations));
    }

    /** {@code double[n][outputs]}. A copy. */
    public double[][] outputs() {
        return Arrays.stream(outputs).map((double[] row) -> row.clone()).toArray(double[][]::new);
    }

    /**
     * Of how many rows a model that is too flexible says infinity, or so much that the squares have no sum. Where there is
     * one, no metric is defined.
     */
    public int unbounded() {
        double most = Math.sqrt(Double.MAX_VALUE / Math.max(1, outputs.length));
        return (int) Arrays.stream(outputs)
                .filter(row -> !Arrays.stream(row).allMatch(output -> Math.abs(output) < most))
                .count();
    }

    /** The predictions of one target, {@code double[n]}. */
    public double[] means(int target) {
        return Arrays.stream(outputs).mapToDouble(row -> row[target]).toArray();
    }

    /** Whether the model knows how uncertain it is. */
    public boolean hasDeviations() {
        return deviations.length > 0;
    }

    /** Central intervals of some or all of the probabilities .5, .8 and .95, in which single new observations should lie. */
    public Map<Double, CentralInterval> intervals() {
        return intervals;
    }

    /** {@code double[n]}, standard deviations of a single new observation, its noise included. A copy. */
    public double[] deviations() {
        return deviations.clone();
    }
}
