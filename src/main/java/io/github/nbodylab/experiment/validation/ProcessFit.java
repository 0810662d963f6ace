package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.util.Optional;

/**
 * What the search for the hyper-parameters of a Gaussian process found.
 *
 * @param file the model's
 * @param details what {@code training.json} keeps of the fit
 */
record ProcessFit(JsonNode file, JsonNode details) {

    /** Points less the coefficients of the mean: its constant and its slopes. */
    int degrees() {
        return file.path("trainingInputs").size() - 1 - file.path("trend").size();
    }

    /**
     * {@code lengthScales}, each with its kernel and its input, in standard deviations of the (logged) input, and with
     * {@code atBound} where it ended at one; {@code atBounds}, {@code optima} and {@code conditionNumber} as in
     * {@code training.json}.
     */
    ObjectNode toJson() {
        ObjectNode json = Json.object();
        add(json.putArray("lengthScales"), file);
        for (String part : new String[] {"atBounds", "optima", "conditionNumber"}) {
            if (details.has(part)) {
                json.set(part, details.get(part));
            }
        }
        return json;
    }

    /** A kernel stands in its node itself, or below it, or as a sum or product of others. */
    private void add(ArrayNode scales, JsonNode node) {
        if (node.path("kernel").isTextual()) {
            String kernel = node.path("kernel").asText();
            for (int i = 0; i < node.path("lengthScales").size(); i++) {
                String input = file.path("inputs").get(i).path("name").asText();
                ObjectNode scale = scales.addObject().put("kernel", kernel).put("input", input);
                scale.set("value", node.path("lengthScales").get(i));
                bound(kernel, input).ifPresent(bound -> scale.put("atBound", bound));
            }
            return;
        }
        for (String child : new String[] {"kernel", "sum", "product"}) {
            JsonNode below = node.path(child);
            if (below.isArray()) {
                below.forEach(part -> add(scales, part));
            } else if (below.isObject()) {
                add(scales, below);
            }
        }
    }

    /** {@code min} or {@code max}, if a length scale ended there; one that several inputs share is named by all. */
    private Optional<String> bound(String kernel, String input) {
        String name = "length scale of " + kernel + " for ";
        for (JsonNode ended : details.path("atBounds")) {
            String parameter = ended.path("parameter").asText();
            if (parameter.startsWith(name)
                    && (", " + parameter.substring(name.length()) + ", ").contains(", " + input + ", ")) {
                return Optional.of(ended.path("bound").asText());
            }
        }
        return Optional.empty();
    }
}
