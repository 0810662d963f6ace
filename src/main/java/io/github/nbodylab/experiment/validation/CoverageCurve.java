package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.GroupSums;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.model.Predicted;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.ResidualBand;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Which part of the held-out rows lies within the central intervals that a model gives, for intervals of several
 * probabilities.
 *
 * @param intervals {@code normal}, from predictive variances, or {@code residual}, from out-of-fold residuals
 * @param points with rising probability
 */
record CoverageCurve(String intervals, List<Point> points) {

    /** 5 % to 95 % in steps of 5, and 99 %. */
    private static final double[] LEVELS = IntStream.rangeClosed(1, 20)
            .mapToDouble(step -> step < 20 ? step / 20.0 : 0.99)
            .toArray();

    private static final double[] RESIDUAL_LEVELS = {0.5, 0.8, 0.95};

    CoverageCurve {
        points = List.copyOf(points);
    }

    /**
     * A point of the curve.
     *
     * @param nominal the probability of the interval
     * @param seen the part of the rows inside, with its 95 % group-bootstrap interval
     */
    record Point(double nominal, Interval seen) {}

    /**
     * The curve of a model of one target: of its own variances if it has any, else of its residuals.
     *
     * @param rows that it was not fitted to
     * @param seed of the experiment
     * @return empty if it gives no intervals
     */
    static Optional<CoverageCurve> of(Surrogate model, TrainingTable rows, long seed) {
        Predicted predicted = Predicted.by(model, rows.inputs());
        return predicted.hasDeviations()
                ? Optional.of(normal(rows.values(), predicted.means(0), predicted.deviations(), rows.groups(), seed))
                : residual(model, rows, seed);
    }

    /**
     * The curve of normal distributions.
     *
     * @param observed {@code double[n]}
     * @param means {@code double[n]}
     * @param deviations {@code double[n]}, the noise of one row included
     * @param groups {@code String[n]}
     * @param seed of the experiment
     */
    static CoverageCurve normal(double[] observed, double[] means, double[] deviations, String[] groups, long seed) {
        double[][] inside = new double[LEVELS.length][observed.length];
        for (int l = 0; l < LEVELS.length; l++) {
            double limit = new NormalDistribution().inverseCumulativeProbability((1 + LEVELS[l]) / 2);
            for (int i = 0; i < observed.length; i++) {
                inside[l][i] = Math.abs(observed[i] - means[i]) <= limit * deviations[i] ? 1 : 0;
            }
        }
        return curve("normal", LEVELS, inside, groups, seed);
    }

    private static Optional<CoverageCurve> residual(Surrogate model, TrainingTable rows, long seed) {
        double[][] inputs = rows.inputs();
        double[] observed = rows.values();
        double[] levels = Arrays.stream(RESIDUAL_LEVELS)
                .filter(level -> model.residualInterval(inputs[0], level).isPresent())
                .toArray();
        if (levels.length == 0) {
            return Optional.empty();
        }
        double[][] inside = new double[levels.length][observed.length];
        for (int l = 0; l < levels.length; l++) {
            for (int i = 0; i < observed.length; i++) {
                ResidualBand.Range range =
                        model.residualInterval(inputs[i], levels[l]).orElseThrow();
                inside[l][i] = observed[i] >= range.low() && observed[i] <= range.high() ? 1 : 0;
            }
        }
        return Optional.of(curve("residual", levels, inside, rows.groups(), seed));
    }

    private static CoverageCurve curve(
            String intervals, double[] levels, double[][] inside, String[] groups, long seed) {
        GroupSums sums = new GroupSums(groups);
        List<ToDoubleFunction<int[]>> parts = new ArrayList<>();
        for (double[] rows : inside) {
            parts.add(sums.mean(rows));
        }
        List<Interval> seen = new GroupBootstrap("test", seed, sums.count()).intervals(parts);
        List<Point> points = new ArrayList<>();
        for (int l = 0; l < levels.length; l++) {
            points.add(new Point(levels[l], seen.get(l)));
        }
        return new CoverageCurve(intervals, points);
    }

    /** {@code intervals, points}, each with {@code nominal} and {@code seen}. */
    ObjectNode toJson() {
        ObjectNode json = Json.object().put("intervals", intervals);
        ArrayNode array = json.putArray("points");
        points.forEach(point -> array.addObject()
                .put("nominal", point.nominal())
                .set("seen", point.seen().toJson()));
        return json;
    }
}
