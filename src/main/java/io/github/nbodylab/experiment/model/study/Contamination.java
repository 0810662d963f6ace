package io.github.nbodylab.experiment.model.study;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.Seeds;
import io.github.nbodylab.experiment.model.metric.Gaussian;
import io.github.nbodylab.experiment.store.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The loss with training targets that are more and more spoilt: 0, 5, 10 and 20 %. The draws are the same at every
 * fraction, so that a row which is spoilt at one is spoilt the same way at the next.
 *
 * @param how {@code flipped} or {@code noise}
 * @param points with rising fractions
 */
public record Contamination(String how, List<Point> points) {

    private static final double[] FRACTIONS = {0, 0.05, 0.1, 0.2};

    public Contamination {
        requireNonNull(how, "how");
        points = List.copyOf(points);
    }

    /**
     * Gives a fraction of the rows another class, any other as likely as the next.
     *
     * @param classes {@code int[n]}, the index of each row's class
     * @param levels how many classes there are, 2 or more
     * @param seed of the experiment
     * @param fit to spoilt classes {@code int[n]}
     */
    public static Contamination flipped(int[] classes, int levels, long seed, Loss<int[]> fit) {
        UniformRandomProvider random = Seeds.random("contamination\nflipped\n" + seed);
        double[] rank = random.doubles(classes.length).toArray();
        int[] step = random.ints(classes.length, 1, levels).toArray();
        int[] order = IntStream.range(0, classes.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> rank[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return of("flipped", fit, fraction -> {
            int[] spoilt = classes.clone();
            for (int k = 0; k < Math.round(fraction * classes.length); k++) {
                spoilt[order[k]] = (classes[order[k]] + step[order[k]]) % levels;
            }
            return spoilt;
        });
    }

    /**
     * Adds normal noise, whose deviation is a fraction of that of the targets, to every row; a count is rounded then, and
     * not below 0.
     *
     * @param values {@code double[n]}
     * @param count whether they count something
     * @param seed of the experiment
     * @param fit to spoilt values {@code double[n]}
     */
    public static Contamination noise(double[] values, boolean count, long seed, Loss<double[]> fit) {
        UniformRandomProvider random = Seeds.random("contamination\nnoise\n" + seed);
        double[] noise = new double[values.length];
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            noise[i] = Gaussian.sample(random);
            mean += values[i] / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        double deviation = Math.sqrt(variance);
        return of("noise", fit, fraction -> {
            double[] spoilt = new double[values.length];
            for (int i = 0; i < spoilt.length; i++) {
                double value = values[i] + fraction * deviation * noise[i];
                spoilt[i] = count ? Math.max(0, Math.rint(value)) : value;
            }
            return spoilt;
        });
    }

    private static <T> Contamination of(String how, Loss<T> fit, DoubleFunction<T> spoilt) {
        List<Point> points = new ArrayList<>();
        for (double fraction : FRACTIONS) {
            points.add(new Point(fraction, Outcome.of(fit, spoilt.apply(fraction))));
        }
        return new Contamination(how, points);
    }

    /** {@code how, points}, each with {@code fraction} and {@code loss} or {@code failure}. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("how", how);
        ArrayNode array = json.putArray("points");
        for (Point point : points) {
            point.outcome().addTo(array.addObject().put("fraction", point.fraction()));
        }
        return json;
    }

    /**
     * A fit to spoilt targets.
     *
     * @param fraction of the rows, or of the deviation
     * @param outcome of the fit
     */
    public record Point(double fraction, Outcome outcome) {
        public Point {
            requireNonNull(outcome, "outcome");
        }
    }
}
