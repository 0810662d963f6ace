package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the stages cost: {@code timeline.json}, which is in no digest. Each goal adds its own stage. */
final class Timeline {

    private static final List<String> ORDER =
            List.of("simulate", "assemble-trainingset", "train", "study", "validate", "film");

    private Timeline() {}

    /**
     * Notes a stage.
     *
     * @param folder the experiment's output folder
     * @param stage its name
     * @param seconds what it took to compute, whenever that was
     * @param computed how many results this build computed
     * @param fromStore how many it found in the store
     */
    static void note(Path folder, String stage, double seconds, int computed, int fromStore) throws IOException {
        ObjectNode timeline = read(folder);
        ArrayNode stages = Json.object().putArray("stages");
        for (String name : ORDER) {
            if (name.equals(stage)) {
                stages.addObject()
                        .put("name", name)
                        .put("seconds", seconds)
                        .put("computed", computed)
                        .put("fromStore", fromStore);
            } else {
                for (JsonNode known : timeline.path("stages")) {
                    if (known.path("name").asText().equals(name)) {
                        stages.add(known);
                    }
                }
            }
        }
        timeline.set("stages", stages);
        Json.write(folder.resolve("timeline.json"), timeline);
    }

    /** Notes how long each model took to fit. */
    static void noteModels(Path folder, JsonNode models) throws IOException {
        ObjectNode timeline = read(folder);
        timeline.set("models", models);
        Json.write(folder.resolve("timeline.json"), timeline);
    }

    /** Notes what an answer costs, by the model and by simulating. */
    static void noteCost(Path folder, JsonNode cost) throws IOException {
        ObjectNode timeline = read(folder);
        timeline.set("cost", cost);
        Json.write(folder.resolve("timeline.json"), timeline);
    }

    /** What all stages took together, whenever that was. */
    static double seconds(Path folder) throws IOException {
        double seconds = 0;
        for (JsonNode stage : read(folder).path("stages")) {
            seconds += stage.path("seconds").asDouble();
        }
        return seconds;
    }

    static ObjectNode read(Path folder) throws IOException {
        return Json.readOrEmpty(folder.resolve("timeline.json"));
    }
}
