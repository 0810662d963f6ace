package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Side;
import java.util.List;
import java.util.TreeSet;

/**
 * Points of the space of inputs, for a report's picture of how they cover it.
 *
 * @param inputs those that vary, of all points
 * @param sides {@code Side[points]}; null of a point without a row, or with rows on several sides
 * @param runs {@code int[points]}, simulations of each; 0 of a table from elsewhere
 * @param failed {@code int[points]}, how many of them failed
 */
@SuppressWarnings("ArrayRecordComponent") // on its way into a picture, and compared by nobody
record DesignPicture(List<PointInput> inputs, Side[] sides, int[] runs, int[] failed) {

    private static final int MOST_INPUTS = 5;
    private static final int MOST_POINTS = 300;
    private static final int MOST_FAILED = 100;

    DesignPicture {
        inputs = List.copyOf(inputs);
    }

    /**
     * The record's {@code design}, but for how the points were chosen.
     *
     * @return {@code points}, how many there are, {@code every} first, second, third, ... of which is shown, and those with
     *     failed runs; {@code inputs}, and the names {@code leftOut}; of the points shown the indices of those for the
     *     {@code test}, {@code beyond}, of no one side ({@code other}), with runs that {@code failed}, and {@code added} for
     *     those to the evenly chosen ones; {@code failures} by input, if there are any
     */
    ObjectNode toJson() {
        int[] shown = shown();
        ObjectNode json = Json.object();
        json.put("points", sides.length).put("every", every());
        ArrayNode columns = json.putArray("inputs");
        inputs.stream().limit(MOST_INPUTS).forEach(input -> columns.add(input.toJson(shown)));
        ArrayNode leftOut = json.putArray("leftOut");
        inputs.stream().skip(MOST_INPUTS).forEach(input -> leftOut.add(input.name()));
        ArrayNode test = json.putArray(Side.TEST.text());
        ArrayNode beyond = json.putArray(Side.BEYOND.text());
        ArrayNode other = json.putArray("other");
        ArrayNode broken = json.putArray("failed");
        ArrayNode added = json.putArray("added");
        int failures = 0;
        for (int i = 0; i < shown.length; i++) {
            Side side = sides[shown[i]];
            if (side != Side.TRAIN) {
                (side == Side.TEST ? test : side == Side.BEYOND ? beyond : other).add(i);
            }
            if (shown[i] % every() != 0) {
                added.add(i);
            }
            if (failed[shown[i]] > 0) {
                broken.add(i);
                failures++;
            }
        }
        if (failures > 0) {
            ArrayNode where = json.putArray("failures");
            inputs.forEach(input -> where.add(FailureRanges.of(input, runs, failed)));
        }
        return json;
    }

    private int every() {
        return 1 + (sides.length - 1) / MOST_POINTS;
    }

    /** Evenly chosen points, and some of those with failures, rising. */
    private int[] shown() {
        TreeSet<Integer> shown = new TreeSet<>();
        for (int p = 0; p < sides.length && !inputs.isEmpty(); p += every()) {
            shown.add(p);
        }
        int more = 0;
        for (int p = 0; p < sides.length && more < MOST_FAILED && !inputs.isEmpty(); p++) {
            if (failed[p] > 0) {
                shown.add(p);
                more++;
            }
        }
        return shown.stream().mapToInt(Integer::intValue).toArray();
    }
}
