package io.github.nbodylab.experiment.report.crate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.ResolvedSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The stages of an experiment as actions, each of which made files of others and of parameters. */
final class Actions {

    /**
     * A stage.
     *
     * @param name what it is called in {@code provenance.json}
     * @param does a short sentence
     * @param reads files, or folders, of earlier stages
     * @param parameters the keys of the spec that it heeds; one with a dot at its end means all below
     */
    private record Step(String name, String does, List<String> reads, List<String> parameters) {}

    private static final List<String> TABLE = List.of("trainingset.csv", "trainingset.json");

    /** What a simulation is made of; the film is one made again. */
    private static final List<String> SIMULATION = List.of("seed", "units.", "simulate.");

    private static final List<Step> STEPS = List.of(
            new Step(ResultFile.SIMULATE, "Simulates the ensemble", List.of(), SIMULATION),
            new Step(
                    ResultFile.ASSEMBLE,
                    "Assembles the training set",
                    List.of("runs.csv", "mergers.csv", "snapshots/"),
                    List.of("seed", "trainingSet.")),
            new Step(ResultFile.TRAIN, "Fits the models, and chooses one", TABLE, List.of("seed", "train.")),
            new Step(
                    ResultFile.STUDY,
                    "Studies the chosen model",
                    List.of("trainingset.csv", "trainingset.json", "training.json"),
                    List.of("validate.studies")),
            new Step(
                    ResultFile.VALIDATE,
                    "Scores the models, and holds them against rules and accepted results",
                    List.of(
                            "runs.csv",
                            "mergers.csv",
                            "film.json",
                            "trainingset.csv",
                            "trainingset.json",
                            "models/",
                            "training.json",
                            "studies.json"),
                    List.of("validate.")),
            new Step(ResultFile.FILM, "Films one simulation", List.of("runs.csv", "mergers.csv"), SIMULATION));

    private Actions() {}

    /**
     * Describes those that made at least one file.
     *
     * @param people who did it; may be empty
     */
    static void describe(
            Graph graph,
            ExperimentSpec spec,
            List<ResultFile> files,
            Map<String, List<String>> external,
            Software software,
            JsonNode provenance,
            List<String> people) {
        SortedMap<String, String> parameters = ResolvedSpec.flat(spec);
        for (Step step : STEPS) {
            List<String> results = files.stream()
                    .filter(file -> file.stage().equals(step.name()))
                    .map(ResultFile::id)
                    .toList();
            if (results.isEmpty()) {
                continue;
            }
            List<String> objects = new ArrayList<>(List.of(ResultFile.SPEC));
            objects.addAll(external.getOrDefault(step.name(), List.of()));
            files.stream()
                    .filter(file -> step.reads().stream()
                            .anyMatch(read -> read.endsWith("/")
                                    ? file.path().startsWith(read)
                                    : file.path().equals(read)))
                    .forEach(file -> objects.add(file.id()));
            objects.addAll(parameters(graph, step, parameters));
            ObjectNode action = graph.entity("#" + step.name(), "CreateAction");
            action.put("name", step.does());
            action.put("description", description(step, provenance));
            action.set("actionStatus", Graph.reference("http://schema.org/CompletedActionStatus"));
            Graph.refer(action, "instrument", software.of(step.name()));
            Graph.refer(action, "object", objects);
            Graph.refer(action, "result", results);
            Graph.refer(action, "agent", people);
        }
    }

    private static List<String> parameters(Graph graph, Step step, SortedMap<String, String> all) {
        List<String> ids = new ArrayList<>();
        all.forEach((name, value) -> {
            if (step.parameters().stream()
                    .anyMatch(key -> key.endsWith(".") ? name.startsWith(key) : name.equals(key))) {
                String id = "#parameter-" + Graph.encode(name);
                graph.entity(id, "PropertyValue").put("name", name).put("value", value);
                ids.add(id);
            }
        });
        return ids;
    }

    private static String description(Step step, JsonNode provenance) {
        for (JsonNode stage : provenance.path("stages")) {
            if (stage.path("name").asText().equals(step.name())) {
                return "Stage " + step.name() + " of experiment-maven-plugin, revision "
                        + stage.path("revision").asText() + ": "
                        + stage.path("reason").asText() + ".";
            }
        }
        return "Stage " + step.name() + " of experiment-maven-plugin.";
    }
}
