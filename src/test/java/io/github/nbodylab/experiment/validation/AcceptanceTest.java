package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.model.Score;
import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.spec.Validate;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTest {

    private static final Score GOOD =
            new Score(Map.of(Metric.Q2, new Interval(0.9, 0.8, 0.95), Metric.RMSE, new Interval(1, 0.5, 2)));
    private static final Score NONE = new Score(Map.of());

    /** One that is good everywhere, and one whose predictions out of fold are no numbers. */
    private static final Map<String, ModelScores> SCORES =
            Map.of("line", scores(GOOD, Set.of()), "steep", scores(NONE, Set.of(Validate.On.CROSS_VALIDATION)));

    private static ModelScores scores(Score crossValidation, Set<Validate.On> unbounded) {
        return new ModelScores(crossValidation, GOOD, Optional.empty(), Optional.empty(), Optional.empty(), unbounded);
    }

    private static Validate.Rule limit(Metric metric, double min, double max) {
        return new Validate.Limit("steep", metric, min, max, Validate.On.CROSS_VALIDATION);
    }

    @ParameterizedTest
    @CsvSource({"Q2,-Infinity,0,true", "Q2,0.5,Infinity,false", "RMSE,0,3,false", "RMSE,3,Infinity,true"})
    void predictionsThatAreNoNumbersAreWorseThanAnyLimit(Metric metric, double min, double max, boolean passed)
            throws Exception {
        Acceptance judged = Acceptance.of(limit(metric, min, max), "line", SCORES);

        assertThat(judged.passed()).isEqualTo(passed);
        assertThat(judged.json().has("value")).isFalse();
    }

    @Test
    void predictionsThatAreNoNumbersAreBeatenByAllOthers() throws Exception {
        Validate.On on = Validate.On.CROSS_VALIDATION;

        assertThat(Acceptance.of(new Validate.Beats("line", "steep", on), "line", SCORES)
                        .passed())
                .isTrue();
        assertThat(Acceptance.of(new Validate.Beats("steep", "line", on), "line", SCORES)
                        .passed())
                .isFalse();
    }

    @Test
    void aMissedRuleOfSuchPredictionsSaysWhatTheyAre() throws Exception {
        ObjectNode report = Json.object();
        report.putArray("acceptance")
                .add(Acceptance.of(limit(Metric.RMSE, 0, 3), "line", SCORES).json());

        assertThat(MissedRules.of(report))
                .containsExactly(
                        "rmse of steep in cross-validation must be at least 0.0 and at most 3.0, but it is beyond"
                                + " all numbers, as its predictions are");
    }

    @Test
    void coverageOfSuchPredictionsIsNeitherGoodNorBad() {
        assertThatThrownBy(() -> Acceptance.of(limit(Metric.COVERAGE95, 0.9, 1), "line", SCORES))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("The rule about coverage95 of steep cannot be judged");
    }

    @Test
    void aModelThatLacksTheErrorIsNotComparedInSilence() {
        Map<String, ModelScores> scores = Map.of("line", scores(GOOD, Set.of()), "lost", scores(NONE, Set.of()));

        assertThatThrownBy(() ->
                        Acceptance.of(new Validate.Beats("line", "lost", Validate.On.CROSS_VALIDATION), "line", scores))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("The rule about rmse of lost cannot be judged");
    }
}
