package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantRungTest {

    private static final ModelSpec DEGREES = new ModelSpec.Variant(
            "best-degree",
            List.of(new ModelSpec.Polynomial(1), new ModelSpec.Polynomial(2), new ModelSpec.Polynomial(8)));

    /** A parabola with a little noise. */
    private static TrainingTable parabola(int n) {
        double[][] inputs = new double[n][];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double x = (i + 0.5) / n;
            inputs[i] = new double[] {x};
            values[i] = 4 * x * (1 - x) + 0.1 * ((i * 7919 % 101) / 101.0 - 0.5);
        }
        return Tables.of(false, Tables.numbers(1), inputs, values);
    }

    @Test
    void theInnerCrossValidationFindsTheDegreeOfTheData() throws Exception {
        Rung rung = Rung.of(DEGREES, 5, 1);
        Fit fit = rung.fit(parabola(24));
        assertThat(rung.name()).isEqualTo("best-degree");
        assertThat(fit.json().path("kind").asText()).isEqualTo("polynomial");
        assertThat(fit.parameters()).isEqualTo(3);
        JsonNode tried = fit.details().path("candidates");
        assertThat(tried).hasSize(3);
        assertThat(tried.get(1).path("degree").asText()).isEqualTo("2");
        assertThat(tried.get(1).path("chosen").asBoolean()).isTrue();
    }

    @Test
    void aFitOfTheChosenCandidateAloneHasTheSameBits() throws Exception {
        TrainingTable rows = parabola(24);
        assertThat(Rung.of(DEGREES, 5, 1).fit(rows).json())
                .isEqualTo(Rung.of(new ModelSpec.Polynomial(2), 5, 1).fit(rows).json());
    }
}
