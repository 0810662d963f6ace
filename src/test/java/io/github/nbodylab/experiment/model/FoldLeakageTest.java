package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.RandomForestSpec;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.trainingset.Experiments;
import io.github.nbodylab.experiment.trainingset.Side;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that is fitted without a fold has seen nothing of that fold: no target, no input, no scale. */
class FoldLeakageTest {

    private static final int FOLDS = 4;

    @TempDir
    Path folder;

    static List<ModelSpec> ladder() {
        ModelSpec.Counts counts = ModelSpec.Counts.QUASI_POISSON;
        List<ModelSpec> models = new ArrayList<>(Experiments.LADDER);
        models.addAll(List.of(
                new ModelSpec.Linear(counts),
                new ModelSpec.Linear(ModelSpec.Counts.NEGATIVE_BINOMIAL),
                new ModelSpec.Variant(
                        "polynomial",
                        List.of(new ModelSpec.Polynomial(1, 0, counts), new ModelSpec.Polynomial(2, 1, counts))),
                new SupportVectorSpec(SupportVectorSpec.Kernel.GAUSSIAN, 5, 0.05, OptionalDouble.empty(), 3),
                new RandomForestSpec(10, 30, 1, OptionalDouble.empty(), 1),
                Experiments.network()));
        return models;
    }

    static List<ModelSpec> classifiers() {
        return Experiments.CLASSIFIERS;
    }

    /** The table with other inputs and targets in the rows of a fold, where they are far from all others. */
    private static TrainingTable disturbed(TrainingTable table, int[] folds, int fold) throws Exception {
        double[][] inputs = table.inputs();
        double[][] outcomes = table.outcomes();
        for (int i = 0; i < folds.length; i++) {
            if (folds[i] == fold) {
                for (int c = 0; c < inputs[i].length; c++) {
                    inputs[i][c] *= table.columns().get(c).isCategory() ? 1 : 100 + i;
                }
                outcomes[i][0] = table.target().isClass() ? 1 - outcomes[i][0] : 1000 + i;
            }
        }
        return TrainingTable.of(table.columns(), table.targets(), inputs, outcomes, table.groups(), table.sides());
    }

    private TrainingTable table() throws Exception {
        Experiments.simulate(folder, 16, 3);
        return Experiments.assemble(Experiments.spec(), folder);
    }

    private static TrainingTable without(TrainingTable table, int[] folds, int fold) {
        return table.rows(
                IntStream.range(0, folds.length).filter(i -> folds[i] != fold).toArray());
    }

    /** The folds of the training rows, and -1 for those of the test. */
    private static int[] folds(TrainingTable table, ExperimentSpec spec) throws Exception {
        int[] training = table.trainingRows().folds(FOLDS, spec.seed());
        int[] all = new int[table.size()];
        Arrays.fill(all, -1);
        int next = 0;
        for (int i = 0; i < all.length; i++) {
            all[i] = table.sides()[i] == Side.TEST ? -1 : training[next++];
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("ladder")
    void rowsThatAreLeftOutOfAFitHaveNoInfluenceOnIt(ModelSpec model) throws Exception {
        leavesOut(model, table());
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void rowsThatAreLeftOutOfAFitOfClassesHaveNoInfluenceOnIt(ModelSpec model) throws Exception {
        Experiments.simulate(folder, 16, 3);
        leavesOut(model, Experiments.assembleClasses(folder));
    }

    private static void leavesOut(ModelSpec model, TrainingTable table) throws Exception {
        int[] folds = folds(table, Experiments.spec());
        Rung rung = Rung.of(model, FOLDS, Experiments.spec().seed());
        TrainingTable other = disturbed(table, folds, 2);

        assertThat(rung.fit(without(other, folds, 2).trainingRows()).json())
                .isEqualTo(rung.fit(without(table, folds, 2).trainingRows()).json());
    }

    @Test
    void theDisturbanceIsOneThatAFitNotices() throws Exception {
        TrainingTable table = table();
        int[] folds = folds(table, Experiments.spec());
        Rung rung = Rung.of(new ModelSpec.PowerLaw(), FOLDS, Experiments.spec().seed());

        assertThat(rung.fit(disturbed(table, folds, 2).trainingRows()).json())
                .isNotEqualTo(rung.fit(table.trainingRows()).json());
    }
}
