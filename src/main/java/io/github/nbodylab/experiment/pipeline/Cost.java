package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.validation.ValidateJob;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What the surrogate has cost, and what its answers would cost without it, in seconds of computing. They are those of the
 * build that computed each result, which its entry in the store keeps, so that a build that computes nothing tells them too.
 */
final class Cost {

    private static final String PREDICTION_SECONDS = ValidateJob.PREDICTION_SECONDS;

    private Cost() {}

    /**
     * Notes it in {@code timeline.json}, when all other stages are there.
     *
     * @param folder the experiment's output folder, with {@code report.json}
     * @param made how the report was made
     */
    static void note(Path folder, JsonNode made) throws IOException {
        JsonNode simulations = Json.read(folder.resolve(ValidateJob.REPORT))
                .path("cost")
                .path("simulations")
                .path("value");
        Timeline.noteCost(
                folder, of(Timeline.read(folder), made.path(PREDICTION_SECONDS).asDouble(), simulations));
    }

    private static ObjectNode of(ObjectNode timeline, double prediction, JsonNode simulations) {
        ObjectNode cost = Json.object();
        double fits = 0;
        for (JsonNode model : timeline.path("models")) {
            fits += model.path("fitSeconds").asDouble();
        }
        cost.put("fitSeconds", fits);
        cost.put(PREDICTION_SECONDS, prediction);
        for (JsonNode stage : timeline.path("stages")) {
            long runs =
                    stage.path("computed").asLong() + stage.path("fromStore").asLong();
            if (stage.path("name").asText().equals("simulate") && runs > 0) {
                double seconds = stage.path("seconds").asDouble();
                cost.put("simulations", runs);
                cost.put("simulationSeconds", seconds);
                if (simulations.isNumber()) {
                    double answer = simulations.asInt() * seconds / runs;
                    cost.put("answerSeconds", answer);
                    if (answer > prediction) {
                        cost.put("breakEven", (long) Math.ceil((seconds + fits) / (answer - prediction)));
                    }
                }
            }
        }
        return cost;
    }
}
