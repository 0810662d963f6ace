package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.metric.ClassDiagnostics;
import io.github.nbodylab.experiment.model.metric.Classified;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;

/**
 * What the report tells of the chosen model alone: to what it is sensitive, how often its intervals hold, and, of classes,
 * where it is wrong.
 */
final class ChosenDiagnostics {

    /** Points of the Sobol sequence. */
    private static final int POINTS = 2048;

    private ChosenDiagnostics() {}

    /**
     * The parts, as far as they are defined: no sensitivities of a model that says the same everywhere, of several targets
     * or classes, or where inputs may be missing; no coverage of several targets or classes.
     *
     * @param model the chosen one
     * @param table all rows
     * @param seed of the experiment
     * @return {@code sensitivity}, {@code coverage} and {@code classification}
     */
    static ObjectNode of(Surrogate model, TrainingTable table, long seed) {
        ObjectNode diagnostics = Json.object();
        boolean number = table.targets().size() == 1 && !table.target().isClass();
        if (number && varies(model, table) && table.columns().stream().noneMatch(Column::gaps)) {
            diagnostics.set(
                    "sensitivity",
                    Sensitivity.of(model::predict, table.columns(), POINTS, seed)
                            .toJson());
        }
        TrainingTable test = table.testRows();
        if (number) {
            CoverageCurve.of(model, test, seed).ifPresent(curve -> diagnostics.set("coverage", curve.toJson()));
        }
        if (table.targets().get(0).isClass()) {
            int[] observed =
                    Arrays.stream(test.values()).mapToInt(level -> (int) level).toArray();
            diagnostics.set(
                    "classification",
                    ClassDiagnostics.of(
                                    new Classified(
                                            observed,
                                            TrainedLadder.predict(model, test).outputs()),
                                    test.target().levels(),
                                    test.groups(),
                                    new GroupBootstrap("test", seed, test.groupCount()))
                            .toJson());
        }
        return diagnostics;
    }

    private static boolean varies(Surrogate model, TrainingTable table) {
        return Arrays.stream(TrainedLadder.predict(model, table).means(0))
                        .distinct()
                        .count()
                > 1;
    }
}
