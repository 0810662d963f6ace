package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.Train;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.Heard;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final ModelSpec DEGREE_1 = new ModelSpec.Polynomial(1);
    private static final ModelSpec DEGREE_8 = new ModelSpec.Variant("degree-8", List.of(new ModelSpec.Polynomial(8)));

    private final Heard heard = new Heard();

    /** Counts that rise slowly, and one group far from the others: what a steep polynomial says of it has no bounds. */
    private static TrainingTable counts() {
        int n = 20;
        double[][] inputs = new double[n][];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            inputs[i] = new double[] {i == n - 1 ? 400 : i};
            values[i] = 4 + i - i % 3;
        }
        return Tables.of(true, Tables.numbers(1), inputs, values);
    }

    private Training train(ModelSpec... ladder) throws JobFailedException {
        return new Trainer(new Train(List.of(ladder), 5, Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR), 1, heard)
                .train(counts());
    }

    @Test
    void aModelThatPredictsInfinityOutOfFoldHasFailedAndTheOthersAreComparedAsWithoutIt() throws Exception {
        Training with = train(DEGREE_1, DEGREE_8);
        Training without = train(DEGREE_1);

        TrainedModel failed = with.models().get(2);
        assertThat(failed.name()).isEqualTo("degree-8");
        assertThat(failed.failure().orElseThrow())
                .startsWith(
                        "it predicts no finite number for 1 of the 20 rows when their groups are left out of the fit");
        assertThat(failed.score().metrics()).isEmpty();
        assertThat(failed.isWithinOneStandardError()).isFalse();
        assertThat(failed.fit().json().has("domain")).isTrue();
        assertThat(failed.fit().json().has("residuals")).isFalse();
        assertThat(with.chosen()).isEqualTo(without.chosen());
        assertThat(with.models().subList(0, 2)).isEqualTo(without.models());
        assertThat(heard.lines())
                .anyMatch(line -> line.startsWith("warn degree-8") && line.contains("1 of the 20 rows"));
    }

    @Test
    void whatTrainingTellsOfAFailureIsItsCauseAndNoNumber() throws Exception {
        JsonNode failed =
                train(DEGREE_1, DEGREE_8).toJson(counts(), 5).path("models").get(2);

        assertThat(failed.path("failure").asText()).contains("no finite number");
        assertThat(failed.path("crossValidation")).isEmpty();
        assertThat(failed.has("excessLoss")).isFalse();
    }

    @Test
    void aLadderOfFailuresHasNothingToChoose() {
        assertThatThrownBy(() -> train(DEGREE_8))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("No model of train.models can be chosen")
                .hasMessageContaining("Add a simpler model");
    }

    @Test
    void aCandidateThatPredictsInfinityIsTheWorst() throws Exception {
        ModelSpec degrees =
                new ModelSpec.Variant("degree", List.of(new ModelSpec.Polynomial(8), new ModelSpec.Polynomial(1)));
        JsonNode tried = Rung.of(degrees, 5, 1).fit(counts()).details().path("candidates");

        assertThat(tried.get(0).has("loss")).isFalse();
        assertThat(tried.get(0).path("chosen").asBoolean()).isFalse();
        assertThat(tried.get(1).path("chosen").asBoolean()).isTrue();
    }

    @Test
    void theBestRungHasNoExcessLossAndABaselineThatIsBetterLessThanNone() throws Exception {
        Training training = train(DEGREE_1, new ModelSpec.Polynomial(2));

        assertThat(training.models().subList(1, 3))
                .extracting(TrainedModel::excessLoss)
                .contains(0.0);
        assertThat(training.models().get(0).baseline()).isTrue();
        assertThat(training.chosen().score().has(Metric.Q2)).isTrue();
    }
}
