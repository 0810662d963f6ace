package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.study.StudyJob;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Validate;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Stage;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TargetJson;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.Pace;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The held-out test: the only place where the test rows are looked at. */
public final class Validator {

    /** This stage. */
    public static final Stage STAGE = new Stage(
            "validate",
            5,
            "a model may have failed out of fold; remarks tell those that pass close to their rows apart");

    private final ExperimentSpec spec;
    private final TrainedLadder ladder;
    private final TrainingTable table;
    private final Map<String, ModelScores> scores = new LinkedHashMap<>();

    /**
     * A validator for one use.
     *
     * @param spec the experiment
     * @param ladder in a folder that has {@code studies.json} where the spec asks for studies
     */
    Validator(ExperimentSpec spec, TrainedLadder ladder) {
        this.spec = spec;
        this.ladder = ladder;
        this.table = ladder.table();
    }

    /**
     * Scores every model on the held-out rows, diagnoses the chosen one and judges the acceptance rules.
     *
     * @param progress hears what is scored
     * @return what {@code report.json} holds, whether the rules hold or not
     * @throws TrainingSetException if all held-out targets are equal (no q2 is defined then), or a rule names a model that
     *     was not trained
     * @throws IOException if a file cannot be read
     */
    ObjectNode validate(Progress progress) throws TrainingSetException, IOException {
        refuseConstant(table.testRows());
        tell(progress);
        ArrayNode models = models(progress);
        boolean accepted = true;
        ArrayNode acceptance = Json.object().arrayNode();
        for (Validate.Rule rule : spec.validate().accept()) {
            Acceptance judged = Acceptance.of(rule, ladder.chosen(), scores);
            acceptance.add(judged.json());
            accepted &= judged.passed();
        }
        ObjectNode report = report();
        report.set("models", models);
        ObjectNode processes = GaussianProcesses.of(ladder, spec.seed());
        if (!processes.isEmpty()) {
            report.set("gaussianProcess", processes);
        }
        if (!spec.validate().studies().isEmpty()) {
            report.set("studies", Json.read(ladder.folder().resolve(StudyJob.STUDIES)));
        }
        report.set("acceptance", acceptance);
        report.put("accepted", accepted);
        return report;
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

    private void tell(Progress progress) {
        TrainingTable beyond = table.beyondRows();
        progress.info(spec.name() + ": " + ladder.models().size() + " models, each scored on "
                + counts(table.testRows(), "held-out rows")
                + (beyond.size() > 0 ? ", and on " + counts(beyond, "rows") + " beyond" : ""));
    }

    private static String counts(TrainingTable rows, String what) {
        return rows.size() + " " + what + " of " + rows.groupCount() + " groups";
    }

    /** Scores the models, and tells of each what the report has of it. */
    private ArrayNode models(Progress progress) {
        ArrayNode models = Json.object().arrayNode();
        TrainingTable train = table.trainingRows();
        int count = ladder.models().size();
        Pace pace = new Pace(progress, spec.name() + ": ", "models scored", count, count);
        for (JsonNode trained : ladder.training().path("models")) {
            String name = trained.path("name").asText();
            Surrogate model = ladder.models().get(name);
            ModelScores known = ModelScores.of(model, trained, table, spec.seed());
            scores.put(name, known);
            ObjectNode copy = trained.deepCopy();
            if (copy.get("details") instanceof ObjectNode details) {
                copy.set("details", TrainingDetails.small(details));
            }
            copy.setAll(Overfitting.of(model, train, trained));
            known.addTo(copy);
            models.add(copy);
            pace.done(1);
        }
        return models;
    }

    private ObjectNode report() {
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
        ceiling().ifPresent(ceiling -> report.set("ceiling", ceiling.toJson()));
        report.setAll(ChosenDiagnostics.of(ladder.models().get(ladder.chosen()), table, spec.seed()));
        report.set("cost", AnswerCost.of(spec, ladder).toJson());
        return report;
    }

    /** Replicates of a class or of several targets have no one q2. */
    private Optional<Ceiling> ceiling() {
        return table.targets().size() > 1 || table.target().isClass()
                ? Optional.empty()
                : Ceiling.of(table, spec.seed());
    }
}
