package io.github.nbodylab.experiment.model.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.model.Scaling;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Ranks;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The errors of fits to growing numbers of groups. Each subset holds all smaller ones; groups join by rank of their hash, so
 * that further groups do not reorder those before. Numbers grow by the square root of 2, up to what the smallest fit of the
 * cross-validation sees.
 */
final class LearningCurve {

    /** Groups that the smallest fit of the cross-validation must have: an eighth of them is the first step. */
    static final int LEAST_GROUPS = 16;

    private static final int STEPS = 7;
    /** Steps from the last back to which the slope is taken: a factor of 4 in numbers. */
    private static final int SLOPE_STEPS = 5;

    private static final int SLOPE_LEAST = 3;

    private final TrainingTable rows;
    private final int[] folds;
    /** {@code int[folds][n]}, the rank of each row's group among those outside of the fold; large inside of it. */
    private final int[][] ranks;

    private final int most;

    /**
     * A curve.
     *
     * @param rows the training rows
     * @param folds {@code int[n]}, the fold of each row, from 0
     * @param seed of the experiment
     */
    LearningCurve(TrainingTable rows, int[] folds, long seed) {
        this.rows = rows;
        this.folds = folds.clone();
        String[] groups = rows.groups();
        List<String> ranked = Ranks.of("learning curve", seed, Arrays.asList(groups));
        int count = IntStream.of(folds).max().orElseThrow() + 1;
        this.ranks = new int[count][];
        int smallest = Integer.MAX_VALUE;
        for (int fold = 0; fold < count; fold++) {
            List<String> outside = outside(groups, fold, ranked);
            Map<String, Integer> rankOf = IntStream.range(0, outside.size())
                    .boxed()
                    .collect(Collectors.toMap(outside::get, Function.identity()));
            ranks[fold] = Arrays.stream(groups)
                    .mapToInt(group -> rankOf.getOrDefault(group, Integer.MAX_VALUE))
                    .toArray();
            smallest = Math.min(smallest, outside.size());
        }
        this.most = smallest;
    }

    private List<String> outside(String[] groups, int fold, List<String> ranked) {
        List<String> inside = IntStream.range(0, groups.length)
                .filter(i -> folds[i] == fold)
                .mapToObj(i -> groups[i])
                .toList();
        List<String> outside = new ArrayList<>(ranked);
        outside.removeAll(inside);
        return outside;
    }

    /** How many groups the smallest fit of the cross-validation sees. */
    int most() {
        return most;
    }

    /** The numbers of groups, rising. */
    int[] steps() {
        return IntStream.range(0, STEPS)
                .map(step -> (int) Math.rint(most * StrictMath.pow(2, (step - STEPS + 1) / 2.0)))
                .distinct()
                .toArray();
    }

    /** What the fits of each step see. */
    List<Trial> trials() {
        return Arrays.stream(steps())
                .mapToObj(groups -> new Trial(rows, (fold, row) -> ranks[fold][row] < groups))
                .toList();
    }

    /**
     * The curve in {@code studies.json}.
     *
     * @param outcomes of the trials
     * @param noise {@code double[n]}, the variance of each row's noise, where replicates tell it
     * @return {@code points}, each with {@code groups, rows} and its errors or its {@code failure}; {@code noise}, the deviation of
     *     replicates; and {@code slope}, of the error beyond that noise
     */
    ObjectNode toJson(List<Outcome> outcomes, Errors errors, Optional<double[]> noise) {
        ObjectNode json = Json.object();
        ArrayNode points = json.putArray("points");
        int[] steps = steps();
        for (int s = 0; s < steps.length; s++) {
            ObjectNode point = points.addObject().put("groups", steps[s]).put("rows", meanRows(trials().get(s)));
            errors.add(point, outcomes.get(s), Optional.empty());
        }
        noise.ifPresent(known -> json.put("noise", Math.sqrt(Scaling.mean(known))));
        slope(outcomes, errors, noise).ifPresent(slope -> json.set("slope", slope.toJson()));
        return json;
    }

    private long meanRows(Trial trial) {
        return Math.round(IntStream.range(0, ranks.length)
                .map(fold -> trial.rows(folds, fold).length)
                .average()
                .orElseThrow());
    }

    private Optional<Slope> slope(List<Outcome> outcomes, Errors errors, Optional<double[]> noise) {
        int[] steps = steps();
        List<Double> groups = new ArrayList<>();
        List<ToDoubleFunction<int[]>> heights = new ArrayList<>();
        for (int s = Math.max(0, steps.length - SLOPE_STEPS); s < steps.length; s++) {
            Outcome outcome = outcomes.get(s);
            if (outcome.failure().isEmpty()) {
                groups.add((double) steps[s]);
                heights.add(
                        noise.map(known -> errors.beyond(known, outcome)).orElseGet(() -> errors.validation(outcome)));
            }
        }
        if (groups.size() < SLOPE_LEAST) {
            return Optional.empty();
        }
        ToDoubleFunction<int[]> exponent = drawn -> Slope.exponent(
                groups,
                heights.stream().map(height -> height.applyAsDouble(drawn)).toList());
        List<Interval> found =
                errors.intervals(List.of(exponent, drawn -> Double.isNaN(exponent.applyAsDouble(drawn)) ? 0 : 1));
        return Double.isFinite(found.get(0).value())
                ? Optional.of(new Slope(found.get(0), found.get(1).low() == 1))
                : Optional.empty();
    }
}
