package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.util.Arrays;
import java.util.List;

/** How many runs failed in each range of an input: of its few values or levels, or else of three equal parts. */
final class FailureRanges {

    private static final int FEW = 6;
    private static final int PARTS = 3;

    private FailureRanges() {}

    /**
     * Counts.
     *
     * @param input of the points, which varies
     * @param runs {@code int[points]}, how many there are of each
     * @param failed {@code int[points]}, how many of them failed
     * @return {@code input}, {@code levels} or {@code low} and {@code high}, and {@code runs} and {@code failed} of each
     */
    static ObjectNode of(PointInput input, int[] runs, int[] failed) {
        ObjectNode json = Json.object().put("input", input.name());
        double[] distinct = input.distinct();
        boolean ranges = input.levels().isEmpty() && distinct.length > FEW;
        double[] edges = ranges ? edges(input.log(), distinct[0], distinct[distinct.length - 1]) : distinct;
        int count = ranges ? PARTS : distinct.length;
        long[] all = new long[count];
        long[] bad = new long[count];
        for (int p = 0; p < runs.length; p++) {
            double value = input.values()[p];
            for (int i = count - 1; i >= 0; i--) {
                if (value >= edges[i]) {
                    all[i] += runs[p];
                    bad[i] += failed[p];
                    break;
                }
            }
        }
        if (ranges) {
            Brief.addAll(json.putArray("low"), Arrays.copyOf(edges, PARTS));
            Brief.addAll(json.putArray("high"), Arrays.copyOfRange(edges, 1, PARTS + 1));
        } else {
            ArrayNode levels = json.putArray("levels");
            names(input.levels(), distinct).forEach(levels::add);
        }
        ArrayNode total = json.putArray("runs");
        ArrayNode broken = json.putArray("failed");
        for (int i = 0; i < count; i++) {
            total.add(all[i]);
            broken.add(bad[i]);
        }
        return json;
    }

    /** The words of levels, or the different numbers with as few digits as tell them apart. */
    static List<String> names(List<String> levels, double... distinct) {
        return levels.isEmpty()
                ? Brief.apart(distinct)
                : Arrays.stream(distinct)
                        .mapToObj(level -> levels.get((int) level))
                        .toList();
    }

    private static double[] edges(boolean log, double low, double high) {
        double[] edges = new double[PARTS + 1];
        for (int i = 0; i <= PARTS; i++) {
            double part = (double) i / PARTS;
            edges[i] = log && low > 0 ? low * StrictMath.pow(high / low, part) : low + part * (high - low);
        }
        edges[0] = low;
        return edges;
    }
}
