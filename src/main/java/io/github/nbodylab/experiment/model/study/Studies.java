package io.github.nbodylab.experiment.model.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.Replicates;
import io.github.nbodylab.experiment.model.Rung;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.spec.Validate.Study;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.Pace;
import io.github.nbodylab.experiment.worker.Progress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The studies of the chosen model that a spec asks for. */
final class Studies {

    private final ExperimentSpec spec;
    private final ModelSpec chosen;
    private final TrainingTable rows;
    private final int[] folds;
    private final LearningCurve curve;

    /**
     * Studies.
     *
     * @param chosen the name of the chosen model
     * @param rows the training rows
     * @throws TrainingSetException if there are fewer groups than folds
     */
    Studies(ExperimentSpec spec, String chosen, TrainingTable rows) throws TrainingSetException {
        this.spec = spec;
        this.chosen = spec.train().fitted().stream()
                .filter(model -> model.specName().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new TrainingSetException(
                        "The chosen model, " + chosen + ", is not on the ladder of the spec: run train again."));
        this.rows = rows;
        this.folds = rows.folds(spec.train().folds(), spec.seed());
        this.curve = new LearningCurve(rows, folds, spec.seed());
    }

    /**
     * Makes them.
     *
     * @return what {@code studies.json} holds: the {@code model}, the {@code error} that is told, and for each study its
     *     results, or why it was {@code skipped}
     */
    ObjectNode make(Progress progress) {
        Errors errors = new Errors(rows, spec.seed());
        ObjectNode json = Json.object()
                .put("model", chosen.specName())
                .put("error", errors.metric().specName());
        Map<Study, List<Change>> changes = changes();
        boolean curved = isMade(Study.LEARNING_CURVE);
        List<Trial> trials = new ArrayList<>(curved ? curve.trials() : List.of());
        if (!changes.isEmpty()) {
            trials.add(Trial.of(rows));
            changes.values().forEach(list -> list.forEach(change -> trials.add(Trial.of(change.rows()))));
        }
        List<Outcome> outcomes = trials.isEmpty() ? List.of() : run(trials, progress);
        int next = curved ? curve.steps().length : 0;
        for (Study study : spec.validate().studies()) {
            ObjectNode found = json.putObject(name(study));
            Optional<String> why = skipped(study);
            if (why.isPresent()) {
                found.put("skipped", why.get());
            } else if (study == Study.LEARNING_CURVE) {
                found.setAll(curve.toJson(outcomes.subList(0, next), errors, noise()));
            }
        }
        if (!changes.isEmpty()) {
            compare(json, changes, outcomes.subList(next, outcomes.size()), errors);
        }
        return json;
    }

    private boolean isMade(Study study) {
        return spec.validate().studies().contains(study) && skipped(study).isEmpty();
    }

    /** Camel case, as all members of reports are. */
    private static String name(Study study) {
        return switch (study) {
            case LEARNING_CURVE -> "learningCurve";
            case CONTAMINATION -> "contamination";
            case DROPPED_INPUTS -> "droppedInputs";
        };
    }

    private Optional<String> skipped(Study study) {
        if (chosen.kind().equals(new ModelSpec.Constant().kind())) {
            return Optional.of("the constant is chosen, which learns nothing from the inputs");
        }
        if (study == Study.LEARNING_CURVE && curve.most() < LearningCurve.LEAST_GROUPS) {
            return Optional.of("a fit of the cross-validation has " + curve.most()
                    + " groups (design points, simulations or objects), and a curve needs "
                    + LearningCurve.LEAST_GROUPS);
        }
        return study == Study.DROPPED_INPUTS && rows.columns().size() < 2
                ? Optional.of("without its only input a model has none")
                : Optional.empty();
    }

    /** The studies whose fits see changed rows, with those rows. */
    private Map<Study, List<Change>> changes() {
        Map<Study, List<Change>> changes = new EnumMap<>(Study.class);
        if (isMade(Study.CONTAMINATION)) {
            changes.put(Study.CONTAMINATION, Contamination.of(rows, spec.seed()));
        }
        if (isMade(Study.DROPPED_INPUTS)) {
            changes.put(Study.DROPPED_INPUTS, DroppedInputs.of(rows));
        }
        return changes;
    }

    private List<Outcome> run(List<Trial> trials, Progress progress) {
        Rung rung = Rung.of(chosen, spec.train().folds(), spec.seed());
        FoldFits fits = new FoldFits(rung, rows, folds);
        Pace pace = new Pace(
                progress,
                "studies: ",
                "fits",
                trials.size() * fits.count(),
                trials.stream().mapToDouble(fits::work).sum());
        return trials.stream().map(trial -> fits.of(trial, pace)).toList();
    }

    /** The one loop of all studies that change the rows: each point beside the fits to the rows as they are. */
    private void compare(ObjectNode json, Map<Study, List<Change>> changes, List<Outcome> outcomes, Errors errors) {
        Outcome unchanged = outcomes.get(0);
        int next = 1;
        for (Map.Entry<Study, List<Change>> study : changes.entrySet()) {
            ObjectNode found = (ObjectNode) json.path(name(study.getKey()));
            if (study.getKey() == Study.CONTAMINATION) {
                found.put("how", Contamination.how(rows));
            }
            errors.add(found.putObject("unchanged"), unchanged, Optional.empty());
            ArrayNode points = found.putArray("points");
            for (Change change : study.getValue()) {
                ObjectNode point = points.addObject();
                point.setAll(change.label());
                errors.add(point, outcomes.get(next), Optional.of(unchanged));
                next++;
            }
        }
    }

    /** Replicates tell the noise where each row is one simulation's answer, a number. */
    private Optional<double[]> noise() {
        TrainingSet.Row row = spec.trainingSet().row();
        boolean one = rows.targets().size() == 1 && !rows.target().isClass();
        return one && (row == TrainingSet.Row.SIMULATION || row == TrainingSet.Row.SIMULATION_TIME)
                ? Replicates.ofGroups(rows).noise()
                : Optional.empty();
    }
}
