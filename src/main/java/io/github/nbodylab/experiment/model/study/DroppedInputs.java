package io.github.nbodylab.experiment.model.study;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The loss without one of the inputs, each in turn.
 *
 * @param all outcome of the fit to all of them
 * @param without in the order of the inputs
 */
public record DroppedInputs(Outcome all, List<Point> without) {

    public DroppedInputs {
        requireNonNull(all, "all");
        without = List.copyOf(without);
    }

    /**
     * Fits with all inputs, and without each.
     *
     * @param names of the inputs, two at least
     * @param fit to the inputs at positions {@code int[m]}, rising
     * @throws IllegalArgumentException if nothing would be left without an input
     */
    public static DroppedInputs of(List<String> names, Loss<int[]> fit) {
        if (names.size() < 2) {
            throw new IllegalArgumentException("without its only input a model has none");
        }
        int[] every = IntStream.range(0, names.size()).toArray();
        List<Point> without = new ArrayList<>();
        for (int dropped = 0; dropped < names.size(); dropped++) {
            int input = dropped;
            int[] kept = IntStream.of(every).filter(i -> i != input).toArray();
            without.add(new Point(names.get(dropped), Outcome.of(fit, kept)));
        }
        return new DroppedInputs(Outcome.of(fit, every), without);
    }

    /** {@code all}, and {@code without}: for each input its name and {@code loss} or {@code failure}. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        all.addTo(json.putObject("all"));
        ArrayNode array = json.putArray("without");
        for (Point point : without) {
            point.outcome().addTo(array.addObject().put("input", point.input()));
        }
        return json;
    }

    /**
     * A fit without an input.
     *
     * @param input the one that it lacks
     * @param outcome of the fit
     */
    public record Point(String input, Outcome outcome) {
        public Point {
            requireNonNull(input, "input");
            requireNonNull(outcome, "outcome");
        }
    }
}
