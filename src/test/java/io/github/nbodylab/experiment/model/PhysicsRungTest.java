package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nbodylab.experiment.trainingset.TrainingTable;
import org.junit.jupiter.api.Test;

class PhysicsRungTest {

    private static final TrainingTable ROWS =
            Tables.of(true, Tables.numbers(2), new double[][] {{1, 2}, {3, 4}}, new double[] {5, 6});

    @Test
    void aClosedFormIsTheSameWhateverTheTargets() throws Exception {
        Fit fit = new PhysicsRung("x1 ^ 2 / x2").fit(ROWS);

        assertThat(fit.parameters()).isZero();
        assertThat(fit.surrogate().kind()).isEqualTo("physics");
        assertThat(fit.surrogate().predict(new double[] {3, 4})).isEqualTo(2.25);
    }

    @Test
    void aClosedFormThatIsNotDefinedForARowIsRefused() {
        assertThatThrownBy(() -> new PhysicsRung("log(2 - x1)").fit(ROWS))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("is NaN for a row of the training set");
    }

    @Test
    void aClosedFormOfWhatIsNoInputIsRefused() {
        assertThatThrownBy(() -> new PhysicsRung("x3").fit(ROWS))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("uses 'x3', which is no input");
    }
}
