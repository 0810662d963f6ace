package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.GaussianProcessDiagnostics;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the report tells of Gaussian processes: of the chosen model if it is one, else of all of the ladder. Distances and
 * pivoted errors take the covariance of all rows with each other, so of many rows every second, third, ... is looked at.
 */
final class GaussianProcesses {

    private static final String KIND = "gaussian-process";
    private static final int MOST_ROWS = 250;
    private static final int MOST_ROWS_IN_ALL = 400;

    private final TrainedLadder ladder;
    private final long seed;
    private final List<String> names;
    private final int mostRows;

    private GaussianProcesses(TrainedLadder ladder, long seed) {
        this.ladder = ladder;
        this.seed = seed;
        List<String> all = ladder.models().entrySet().stream()
                .filter(model -> model.getValue().kind().equals(KIND))
                .map(model -> model.getKey())
                .toList();
        names = all.contains(ladder.chosen()) ? List.of(ladder.chosen()) : all;
        int processes = Math.max(1, names.size() * ladder.table().targets().size());
        mostRows = Math.max(1, Math.min(MOST_ROWS, MOST_ROWS_IN_ALL / processes));
    }

    /**
     * Diagnoses them on the held-out rows.
     *
     * @param seed of the experiment
     * @return by name of the model; of several targets, by name of the target within
     * @throws IOException if a model cannot be read
     */
    static ObjectNode of(TrainedLadder ladder, long seed) throws IOException {
        return new GaussianProcesses(ladder, seed).byName();
    }

    private ObjectNode byName() throws IOException {
        ObjectNode found = Json.object();
        for (JsonNode model : ladder.training().path("models")) {
            String name = model.path("name").asText();
            if (names.contains(name)) {
                JsonNode file = Json.read(ladder.file(name));
                found.set(name, file.has("parts") ? byTarget(file, model.path("details")) : single(name, file, model));
            }
        }
        return found;
    }

    private ObjectNode single(String name, JsonNode file, JsonNode model) {
        return diagnose(ladder.models().get(name), ladder.table().testRows(), file, model.path("details"));
    }

    private ObjectNode byTarget(JsonNode file, JsonNode details) {
        ObjectNode found = Json.object();
        TrainingTable test = ladder.table().testRows();
        for (int t = 0; t < test.targets().size(); t++) {
            Target target = test.targets().get(t);
            ObjectNode part = file.path("parts").get(t).deepCopy();
            if (file.has("missing")) {
                part.set("missing", file.get("missing"));
            }
            Surrogate process = Surrogate.parse(Json.canonical(part));
            found.set(target.name(), diagnose(process, test.only(t), part, details.path(target.name())));
        }
        return found;
    }

    private ObjectNode diagnose(Surrogate process, TrainingTable test, JsonNode file, JsonNode details) {
        ProcessFit fit = new ProcessFit(file, details);
        int stride = 1 + (test.size() - 1) / mostRows;
        TrainingTable rows = test.rows(
                IntStream.iterate(0, i -> i < test.size(), i -> i + stride).toArray());
        ObjectNode json = fit.toJson();
        json.put("rows", rows.size());
        json.put("every", stride);
        CoverageCurve.of(process, test, seed).ifPresent(curve -> json.set("coverage", curve.toJson()));
        if (fit.degrees() >= 3) { // fewer have no distribution of distances
            var predicted = json.putArray("predicted");
            Arrays.stream(rows.inputs()).mapToDouble(process::predict).forEach(predicted::add);
            json.setAll(GaussianProcessDiagnostics.of(process, rows.inputs(), rows.values(), fit.degrees())
                    .toJson());
        }
        return json;
    }
}
