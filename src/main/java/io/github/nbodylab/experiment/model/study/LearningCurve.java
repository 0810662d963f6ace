package io.github.nbodylab.experiment.model.study;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The loss with growing numbers of groups. Each subset holds all smaller ones; groups join by rank of their hash, so that
 * further groups do not reorder those before.
 *
 * @param points with rising numbers of groups
 */
public record LearningCurve(List<Point> points) {

    private static final int STEPS = 10;

    public LearningCurve {
        points = List.copyOf(points);
    }

    /**
     * Fits to 10, 20, ..., 100 % of the groups, at least one, each number of groups once.
     *
     * @param groups {@code String[n]}, the group of each row
     * @param seed of the experiment
     * @param fit to rows {@code int[m]}, rising
     */
    public static LearningCurve of(String[] groups, long seed, Loss<int[]> fit) {
        List<String> ranked = Ranks.of("learning curve", seed, Arrays.asList(groups));
        List<Point> points = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            int count = Math.max(1, (ranked.size() * step + STEPS / 2) / STEPS);
            if (points.isEmpty() || points.get(points.size() - 1).groups() < count) {
                Set<String> chosen = new HashSet<>(ranked.subList(0, count));
                int[] rows = IntStream.range(0, groups.length)
                        .filter(i -> chosen.contains(groups[i]))
                        .toArray();
                points.add(new Point(count, rows.length, Outcome.of(fit, rows)));
            }
        }
        return new LearningCurve(points);
    }

    /** {@code points}, each with {@code groups, rows} and {@code loss} or {@code failure}. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        ArrayNode array = json.putArray("points");
        for (Point point : points) {
            ObjectNode node = array.addObject().put("groups", point.groups()).put("rows", point.rows());
            point.outcome().addTo(node);
        }
        return json;
    }

    /**
     * A fit to some of the groups.
     *
     * @param groups how many
     * @param rows that they have
     * @param outcome of the fit
     */
    public record Point(int groups, int rows, Outcome outcome) {
        public Point {
            requireNonNull(outcome, "outcome");
        }
    }
}
