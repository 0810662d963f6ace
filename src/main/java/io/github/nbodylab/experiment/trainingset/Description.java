package io.github.nbodylab.experiment.trainingset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Outcome;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code trainingset.json} says of a table that is made of simulations. */
final class Description {

    private Description() {}

    static ObjectNode of(ExperimentSpec spec, Runs runs, Rows rows, TrainingTable table, Path folder)
            throws IOException {
        TrainingSet wanted = spec.trainingSet();
        ObjectNode json = Json.object();
        json.put("schema", 1);
        json.put("name", spec.name());
        json.put("row", wanted.row().specName());
        var inputs = json.putArray("inputs");
        table.columns().forEach(column -> inputs.add(column.toJson()));
        TargetJson.write(json, table.targets());
        List<Outcome> outcomes = wanted.outcomes();
        for (int t = 0; t < outcomes.size(); t++) {
            JsonNode target = outcomes.size() == 1
                    ? json.path("target")
                    : json.path("targets").path(t);
            ((ObjectNode) target).put("unit", outcomes.get(t).unit());
        }
        putSizes(json, table);
        json.putObject("runs").put("completed", runs.completed().size()).put("failed", runs.failed());
        leftOut(json, "censored", rows.censored());
        leftOut(json, "dropped", rows.dropped());
        json.putObject("digests")
                .put(Runs.RUNS, Digest.of(folder.resolve(Runs.RUNS)))
                .put(Runs.MERGERS, Digest.of(folder.resolve(Runs.MERGERS)));
        return json;
    }

    /** How many rows and groups are on each side; nothing is said of a side beyond where there is none. */
    static void putSizes(ObjectNode json, TrainingTable table) {
        TrainingTable train = table.trainingRows();
        TrainingTable test = table.testRows();
        TrainingTable beyond = table.beyondRows();
        ObjectNode rows = json.putObject("rows").put("train", train.size()).put("test", test.size());
        ObjectNode groups =
                json.putObject("groups").put("train", train.groupCount()).put("test", test.groupCount());
        if (beyond.size() > 0) {
            rows.put("beyond", beyond.size());
            groups.put("beyond", beyond.groupCount());
        }
    }

    /** How many rows are left out, by why; nothing where none is. */
    private static void leftOut(ObjectNode json, String name, Map<String, Integer> counts) {
        if (!counts.isEmpty()) {
            ObjectNode node = json.putObject(name);
            counts.forEach(node::put);
        }
    }
}
