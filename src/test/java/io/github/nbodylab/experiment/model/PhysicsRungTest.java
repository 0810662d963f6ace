package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import org.junit.jupiter.api.Test;

class PhysicsRungTest {

    private static final TrainingTable ROWS =
            Tables.of(false, Tables.numbers(2), new double[][] {{1, 2}, {3, 4}, {5, 0}}, new double[] {9, 9, 8});

    private static Fit fit(String formula) throws FitFailedException {
        return Rung.of(new ModelSpec.Physics(formula), 5, 1).fit(ROWS);
    }

    @Test
    void aClosedFormIsGivenAndNotFitted() throws Exception {
        Fit fit = fit("x1 ^ 2 + 0.5 * x2");
        Surrogate model = fit.surrogate();
        assertThat(fit.parameters()).isZero();
        assertThat(model.predict(new double[] {3, 4})).isEqualTo(11);
        assertThat(model.predict(new double[] {-2, 1})).isEqualTo(4.5);
    }

    @Test
    void aFormulaThatIsNotDefinedForARowIsRefusedWithTheRow() {
        assertThatThrownBy(() -> fit("log(x2)"))
                .isInstanceOf(FitFailedException.class)
                .hasMessage("the formula 'log(x2)' is -Infinity where x1 = 5.0, x2 = 0.0: write one that is defined for"
                        + " every row");
    }
}
