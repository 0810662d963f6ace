package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.trainingset.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How the values of a column are distributed on each side of the split. */
final class Histogram {

    private static final int FEW = 8;
    private static final int BINS = 16;
    /** Where the values reach so many times farther than nine tenths of them, equal bins would show one bar. */
    private static final double FAR = 20;

    private final double[] values;
    private final Side[] sides;
    private final double[] sorted;

    private Histogram(double[] values, Side... sides) {
        this.values = values;
        this.sides = sides;
        this.sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    /**
     * Adds the distribution to what a record has of a column: {@code levels}, of words or of few numbers, or {@code edges} of
     * bins, one more than there are bins; on each side that has rows their numbers in each; for numbers the
     * {@code median} on each side, {@code min} and {@code max}, how many lie {@code outside} of the bins, and {@code log} where bins are equal in the
     * logarithm; and how many are {@code missing}, if any.
     *
     * @param json to which it is added
     * @param levels of a category; empty for a number
     * @param whole whether only whole numbers are meant
     * @param log whether to look at the logarithm
     * @param values {@code double[n]}, NaN where missing
     * @param sides {@code Side[n]}
     */
    static void put(ObjectNode json, List<String> levels, boolean whole, boolean log, double[] values, Side... sides) {
        Histogram histogram = new Histogram(values, sides);
        double[] distinct = Arrays.stream(histogram.sorted).distinct().toArray();
        if (!levels.isEmpty() || distinct.length <= FEW) {
            double[] places = levels.isEmpty()
                    ? distinct
                    : IntStream.range(0, levels.size()).asDoubleStream().toArray();
            FailureRanges.names(levels, places).forEach(json.putArray("levels")::add);
            histogram.count(json, places.length, value -> Arrays.binarySearch(places, value));
        } else {
            histogram.bins(json, whole, log);
        }
        if (levels.isEmpty()) {
            histogram.medians(json);
            json.put("min", histogram.brief(distinct[0]));
            json.put("max", histogram.brief(distinct[distinct.length - 1]));
        }
        if (histogram.sorted.length < values.length) {
            json.put("missing", values.length - histogram.sorted.length);
        }
    }

    private void bins(ObjectNode json, boolean whole, boolean log) {
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double from = quantile(0.05);
        double to = quantile(0.95);
        boolean far = high - low > FAR * (to - from);
        boolean ratios = low > 0 && (log || far);
        double[] edges = ratios ? ratios(low, high) : steps(low, high, from, to, whole, far);
        if (ratios) {
            json.put("log", true);
        }
        Brief.addAll(json.putArray("edges"), edges);
        int last = edges.length - 1;
        int outside = count(
                json,
                last,
                value -> value == edges[last] ? last - 1 : value > edges[last] ? last : place(edges, value));
        if (outside > 0) {
            json.put("outside", outside);
        }
    }

    private static int place(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found : -found - 2;
    }

    private static double[] ratios(double low, double high) {
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = low * StrictMath.pow(high / low, (double) i / BINS);
        }
        edges[0] = low;
        edges[BINS] = high;
        return edges;
    }

    /** Equal bins, of whole numbers as many in each; without what is far off. */
    private static double[] steps(double low, double high, double from, double to, boolean whole, boolean far) {
        double least = far && to > from ? Math.max(low, from - (to - from)) : low;
        double most = far && to > from ? Math.min(high, to + (to - from)) : high;
        if (whole) {
            double first = StrictMath.floor(least) - 0.5;
            double width = StrictMath.ceil((StrictMath.ceil(most) + 0.5 - first) / BINS);
            int bins = (int) StrictMath.ceil((StrictMath.ceil(most) + 0.5 - first) / width);
            return IntStream.rangeClosed(0, bins)
                    .mapToDouble(i -> first + i * width)
                    .toArray();
        }
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = least + (most - least) * i / BINS;
        }
        edges[BINS] = most;
        return edges;
    }

    /** The place of a value among bins; one that is in none has a place below 0 or behind the last. */
    @FunctionalInterface
    private interface Places {
        int of(double value);
    }

    /** Counts what is in each bin, by side, and returns what is in none. */
    private int count(ObjectNode json, int bins, Places places) {
        int outside = 0;
        for (Side side : Side.values()) {
            int[] counts = new int[bins];
            int rows = 0;
            for (int i = 0; i < values.length; i++) {
                if (sides[i] == side && !Double.isNaN(values[i])) {
                    int place = places.of(values[i]);
                    rows++;
                    if (place >= 0 && place < bins) {
                        counts[place]++;
                    } else {
                        outside++;
                    }
                }
            }
            if (rows > 0) {
                ArrayNode array = json.putArray(side.text());
                Arrays.stream(counts).forEach(array::add);
            }
        }
        return outside;
    }

    private void medians(ObjectNode json) {
        ObjectNode medians = json.putObject("median");
        for (Side side : Side.values()) {
            double[] own = IntStream.range(0, values.length)
                    .filter(i -> sides[i] == side && !Double.isNaN(values[i]))
                    .mapToDouble(i -> values[i])
                    .sorted()
                    .toArray();
            if (own.length > 0) {
                double median = (own[(own.length - 1) / 2] + own[own.length / 2]) / 2;
                medians.put(side.text(), brief(median));
            }
        }
    }

    private double brief(double value) {
        return Brief.significant(value, sorted[0], sorted[sorted.length - 1]);
    }

    private double quantile(double part) {
        return sorted[(int) (part * (sorted.length - 1))];
    }
}
