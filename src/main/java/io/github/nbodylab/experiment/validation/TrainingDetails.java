package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.util.stream.IntStream;

/** What {@code training.json} keeps of a fit, made as small as a record needs it: loss curves have fewer points. */
final class TrainingDetails {

    private static final String CURVES = "lossCurves";
    private static final String EPOCHS = "epochs";
    private static final int MOST_CURVES = 8;
    private static final int MOST_POINTS = 400;

    private TrainingDetails() {}

    /**
     * The details with {@code lossCurves} of 8 networks at most, and 400 points of all of them: every second, third, ...
     * epoch, from the last one backwards. {@code networks} then tells how many there are.
     *
     * @param details of one model; of several targets that were fitted apart, by target
     */
    static ObjectNode small(ObjectNode details) {
        ObjectNode small = Json.object();
        for (var member : details.properties()) {
            JsonNode value = member.getValue();
            if (member.getKey().equals(CURVES) && value.isArray()) {
                small.put("networks", value.size());
                small.set(CURVES, curves(value));
            } else {
                small.set(member.getKey(), value instanceof ObjectNode inner ? small(inner) : value);
            }
        }
        return small;
    }

    private static ArrayNode curves(JsonNode curves) {
        ArrayNode kept = Json.object().arrayNode();
        int count = Math.min(MOST_CURVES, curves.size());
        for (int c = 0; c < count; c++) {
            int points = curves.get(c).path(EPOCHS).size();
            int most = MOST_POINTS / count;
            int stride = (points + most - 1) / most;
            ObjectNode curve = kept.addObject();
            for (var member : curves.get(c).properties()) {
                curve.set(
                        member.getKey(),
                        member.getValue().isArray() ? thinned(member.getValue(), stride) : member.getValue());
            }
        }
        return kept;
    }

    private static ArrayNode thinned(JsonNode values, int stride) {
        ArrayNode kept = Json.object().arrayNode();
        IntStream.range(0, values.size())
                .filter(i -> (values.size() - 1 - i) % stride == 0)
                .forEach(i -> kept.add(values.get(i)));
        return kept;
    }
}
