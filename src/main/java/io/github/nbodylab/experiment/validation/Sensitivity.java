package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much of the variance of a function each of its inputs explains, alone (first-order Sobol index) and with all its
 * interactions (total index), if every input varies over its range, independently of the others.
 *
 * <p>Estimators: Saltelli et al. 2010, table 2, (b) for first-order indices, with the function's mean subtracted first, and
 * (f), which is Jansen's (1999), for total ones, on a Sobol sequence that is shifted by the seed. Intervals are those of a
 * bootstrap of its points; the sequence is more even than random points, so they are wider than the true error.
 *
 * @param indices of every input, in order
 * @param points of the sequence; the function was called (inputs + 2) times as often
 * @param variance of the function over the ranges, in units of it squared
 */
public record Sensitivity(List<Index> indices, int points, double variance) {

    public Sensitivity {
        indices = List.copyOf(indices);
    }

    /**
     * Estimates the indices. Calls of the function run in parallel.
     *
     * @param function of {@code double[inputs]}, raw, a category as the index of its level; safe for many threads
     * @param inputs with their ranges, in the order of the function's argument
     * @param points of the sequence, best a power of two
     * @param seed of the experiment
     * @throws IllegalArgumentException if there are no inputs, fewer than two points, or the function is not finite
     *     somewhere or the same everywhere
     */
    public static Sensitivity of(ToDoubleFunction<double[]> function, List<Column> inputs, int points, long seed) {
        if (inputs.isEmpty() || points < 2) {
            throw new IllegalArgumentException("sensitivity needs an input and two points");
        }
        double[][][] pairs = SensitivityPoints.of(inputs, points, seed);
        double[] a = values(function, pairs[0]);
        double[] b = values(function, pairs[1]);
        if (DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b)).allMatch(value -> value == a[0])) {
            throw new IllegalArgumentException(
                    "the function is the same over the ranges of all inputs, so that there is no variance to explain");
        }
        double mean = 0;
        for (int j = 0; j < points; j++) {
            mean += (a[j] + b[j]) / (2.0 * points);
        }
        double[] spread = new double[points];
        for (int j = 0; j < points; j++) {
            a[j] -= mean;
            b[j] -= mean;
            spread[j] = (a[j] * a[j] + b[j] * b[j]) / 2;
        }
        List<ToDoubleFunction<int[]>> statistics = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            double[] mixed = values(function, SensitivityPoints.mixed(pairs[0], pairs[1], i));
            double[] first = new double[points];
            double[] total = new double[points];
            for (int j = 0; j < points; j++) {
                double change = mixed[j] - mean - a[j];
                first[j] = b[j] * change;
                total[j] = change * change / 2;
            }
            statistics.add(ratio(first, spread));
            statistics.add(ratio(total, spread));
        }
        List<Interval> intervals = new GroupBootstrap("sensitivity", seed, points).intervals(statistics);
        List<Index> indices = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            indices.add(new Index(inputs.get(i).name(), intervals.get(2 * i), intervals.get(2 * i + 1)));
        }
        return new Sensitivity(indices, points, variance(spread));
    }

    private static double[] values(ToDoubleFunction<double[]> function, double[][] rows) {
        double[] values = IntStream.range(0, rows.length)
                .parallel()
                .mapToDouble(j -> function.applyAsDouble(rows[j]))
                .toArray();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "the function is " + value + " within the ranges of its inputs, so that it has no variance");
            }
        }
        return values;
    }

    private static double variance(double[] spread) {
        double variance = 0;
        for (double square : spread) {
            variance += square / spread.length;
        }
        return variance;
    }

    private static ToDoubleFunction<int[]> ratio(double[] parts, double[] spread) {
        return drawn -> {
            double part = 0;
            double whole = 0;
            for (int j = 0; j < drawn.length; j++) {
                part += drawn[j] * parts[j];
                whole += drawn[j] * spread[j];
            }
            return whole > 0 ? part / whole : Double.NaN;
        };
    }

    /** {@code points, variance, inputs}, of each the name and the indices with their intervals. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("points", points);
        json.put("variance", variance);
        ArrayNode array = json.putArray("inputs");
        for (Index index : indices) {
            ObjectNode node = array.addObject().put("name", index.name());
            node.set("first", index.first().toJson());
            node.set("total", index.total().toJson());
        }
        return json;
    }

    /**
     * The indices of an input.
     *
     * @param name of the input
     * @param first fraction of the variance that it explains alone; noise may take it a little below 0
     * @param total fraction of the variance that would be left if all other inputs were known
     */
    public record Index(String name, Interval first, Interval total) {}
}
