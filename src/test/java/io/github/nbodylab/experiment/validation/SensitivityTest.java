package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.oracle.Oracle;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.trainingset.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivityTest {

    private static Column number(String name, boolean log, double min, double max) {
        return new Column(name, Input.Kind.REAL, log, min, max, List.of(), "1");
    }

    private static final List<Column> ISHIGAMI = List.of(
            number("x1", false, -Math.PI, Math.PI),
            number("x2", false, -Math.PI, Math.PI),
            number("x3", false, -Math.PI, Math.PI));

    /** Ishigami and Homma 1990, with a = 7 and b = 0.1. */
    private static double ishigami(double[] x) {
        double sine = StrictMath.sin(x[1]);
        return StrictMath.sin(x[0]) * (1 + 0.1 * x[2] * x[2] * x[2] * x[2]) + 7 * sine * sine;
    }

    private static Oracle oracle(String which, int input) {
        return new Oracle(
                Oracle.Topic.STATISTICS,
                "sobol-" + which + "-" + (input + 1),
                which + (which.equals("first") ? "-order" : "") + " Sobol index of x" + (input + 1)
                        + " in Ishigami's function",
                "Ishigami & Homma 1990");
    }

    /** Oracle: the indices are known in closed form. */
    @Test
    void theIndicesOfIshigamisFunctionAreKnown() {
        Sensitivity found = Sensitivity.of(SensitivityTest::ishigami, ISHIGAMI, 8192, 1);

        double[] first = {.31391, .44241, 0};
        double[] total = {.55759, .44241, .24368};
        for (int i = 0; i < 3; i++) {
            Sensitivity.Index index = found.indices().get(i);
            oracle("first", i).close(first[i], .005, index.first().value());
            oracle("total", i).close(total[i], .005, index.total().value());
            assertThat(first[i]).isBetween(index.first().low(), index.first().high());
            assertThat(total[i]).isBetween(index.total().low(), index.total().high());
        }
        assertThat(found.variance())
                .isCloseTo(
                        49 / 8.0 + .1 * Math.pow(Math.PI, 4) / 5 + .01 * Math.pow(Math.PI, 8) / 18 + .5, within(.05));
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherOneOthers() {
        String once = Json.canonical(
                Sensitivity.of(SensitivityTest::ishigami, ISHIGAMI, 64, 1).toJson());

        assertThat(Json.canonical(Sensitivity.of(SensitivityTest::ishigami, ISHIGAMI, 64, 1)
                        .toJson()))
                .isEqualTo(once);
        assertThat(Json.canonical(Sensitivity.of(SensitivityTest::ishigami, ISHIGAMI, 64, 2)
                        .toJson()))
                .isNotEqualTo(once);
    }

    /** Of log x over [1, e^4], variance 16 / 12, and a category of three levels, variance 2 / 3 of their index. */
    @Test
    void aLogUniformInputAndACategoryVaryAsTheEnsembleDoes() {
        List<Column> inputs = List.of(
                number("k", true, 1, StrictMath.exp(4)),
                new Column("profile", Input.Kind.CATEGORY, false, 0, 0, List.of("a", "b", "c"), "1"));
        Sensitivity found = Sensitivity.of(x -> StrictMath.log(x[0]) + x[1], inputs, 4096, 3);

        double k = 16 / 12.0;
        double profile = 2 / 3.0;
        assertThat(found.variance()).isCloseTo(k + profile, within(.01));
        assertThat(found.indices().get(0).first().value()).isCloseTo(k / (k + profile), within(.01));
        assertThat(found.indices().get(1).total().value()).isCloseTo(profile / (k + profile), within(.01));
    }

    @Test
    void wholeNumbersStayWholeAndWithinTheirRange() {
        Column whole = new Column("n", Input.Kind.WHOLE, false, 2, 5, List.of(), "1");
        Sensitivity found = Sensitivity.of(
                x -> {
                    assertThat(x[0]).isIn(2.0, 3.0, 4.0, 5.0);
                    return x[0];
                },
                List.of(whole),
                1024,
                1);

        assertThat(found.variance()).isCloseTo(15 / 12.0, within(.01));
    }

    @Test
    void aConstantHasNoSensitivity() {
        assertThatThrownBy(() -> Sensitivity.of(x -> 3, ISHIGAMI, 16, 1))
                .hasMessageContaining("no variance to explain");
        assertThatThrownBy(() -> Sensitivity.of(x -> Double.NaN, ISHIGAMI, 16, 1))
                .hasMessageContaining("within the ranges");
    }
}
