package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.study.StudyJob;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Validate;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Stage;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TargetJson;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The held-out test: the only place where the test rows are looked at. */
public final class Validator {

    /** This stage. */
    public static final Stage STAGE =
            new Stage("validate", 4, "diagnoses, studies, costs, and models apart by their domain");

    /** What validation found. */
    public static final String REPORT = "report.json";

    private Validator() {}

    /**
     * Scores every model on the held-out rows, judges the acceptance rules and writes {@code report.json}, whether they
     * hold or not.
     *
     * @param spec the experiment
     * @param folder its output folder, with {@code trainingset.csv}, {@code trainingset.json}, {@code training.json},
     *     {@code models}, and {@code studies.json} where the spec asks for studies
     * @throws TrainingSetException if the files do not fit each other, all held-out targets are equal (no q2 is defined
     *     then), or a rule names a model that was not trained
     * @throws IOException if a file cannot be read or written
     */
    public static Validation validate(ExperimentSpec spec, Path folder) throws TrainingSetException, IOException {
        TrainedLadder ladder = TrainedLadder.read(folder);
        refuseConstant(ladder.table().testRows());
        Map<String, ModelScores> scores = scores(ladder, spec.seed());
        boolean accepted = true;
        ArrayNode acceptance = Json.object().arrayNode();
        for (Validate.Rule rule : spec.validate().accept()) {
            Acceptance judged = Acceptance.of(rule, ladder.chosen(), scores);
            acceptance.add(judged.json());
            accepted &= judged.passed();
        }
        ObjectNode report = report(spec, ladder, scores);
        ObjectNode processes = GaussianProcesses.of(ladder, folder, spec.seed());
        if (!processes.isEmpty()) {
            report.set("gaussianProcess", processes);
        }
        if (!spec.validate().studies().isEmpty()) {
            report.set("studies", Json.read(folder.resolve(StudyJob.STUDIES)));
        }
        report.set("acceptance", acceptance);
        report.put("accepted", accepted);
        Json.write(folder.resolve(REPORT), report);
        return new Validation(report, accepted, MissedRules.of(report));
    }

    private static void refuseConstant(TrainingTable test) throws TrainingSetException {
        for (int t = 0; t < test.targets().size(); t++) {
            double[] observed = test.only(t).values();
            if (Arrays.stream(observed).distinct().count() < 2) {
                throw new TrainingSetException(
                        "The target '" + test.targets().get(t).name() + "' is " + observed[0]
                                + " in all held-out rows, so neither q2 nor a skill is defined on them: hold out more groups"
                                + " (trainingSet.split.test), or have more of them.");
            }
        }
    }

    private static Map<String, ModelScores> scores(TrainedLadder ladder, long seed) {
        Map<String, ModelScores> scores = new LinkedHashMap<>();
        for (JsonNode trained : ladder.training().path("models")) {
            String name = trained.path("name").asText();
            scores.put(name, ModelScores.of(ladder.models().get(name), trained, ladder.table(), seed));
        }
        return scores;
    }

    private static ObjectNode report(ExperimentSpec spec, TrainedLadder ladder, Map<String, ModelScores> scores) {
        TrainingTable table = ladder.table();
        ObjectNode report = Json.object();
        report.put("schema", 1);
        report.put("name", spec.name());
        report.put("version", spec.version());
        report.put("title", spec.title());
        report.put("question", spec.question());
        report.put("chosen", ladder.chosen());
        report.put("chosenWhy", ladder.training().path("why").asText());
        TargetJson.write(report, table.targets());
        report.put("headline", scores.get(ladder.chosen()).test().headline().specName());
        ArrayNode inputs = report.putArray("inputs");
        for (Column column : table.columns()) {
            inputs.add(column.toJson());
        }
        TrainingTable train = table.trainingRows();
        TrainingTable test = table.testRows();
        report.putObject("rows")
                .put("kind", spec.trainingSet().row().specName())
                .put("groupedBy", spec.trainingSet().splitBy().specName())
                .put("train", train.size())
                .put("test", test.size())
                .put("groupsTrain", train.groupCount())
                .put("groupsTest", test.groupCount());
        TrainingTable beyond = table.beyondRows();
        if (beyond.size() > 0) {
            report.withObject("rows").put("beyond", beyond.size()).put("groupsBeyond", beyond.groupCount());
        }
        ceiling(table, spec.seed()).ifPresent(ceiling -> report.set("ceiling", ceiling.toJson()));
        report.setAll(ChosenDiagnostics.of(ladder.models().get(ladder.chosen()), table, spec.seed()));
        report.set("cost", AnswerCost.of(spec, ladder).toJson());
        ArrayNode models = report.putArray("models");
        for (JsonNode model : ladder.training().path("models")) {
            String name = model.path("name").asText();
            ObjectNode copy = model.deepCopy();
            if (copy.get("details") instanceof ObjectNode details) {
                copy.set("details", TrainingDetails.small(details));
            }
            copy.setAll(Overfitting.of(ladder.models().get(name), train, model));
            scores.get(name).addTo(copy);
            models.add(copy);
        }
        return report;
    }

    /** Replicates of a class or of several targets have no one q2. */
    private static Optional<Ceiling> ceiling(TrainingTable table, long seed) {
        return table.targets().size() > 1 || table.target().isClass() ? Optional.empty() : Ceiling.of(table, seed);
    }
}
