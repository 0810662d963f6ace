package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticRungTest {

    @Test
    void theGradientOfThePenalisedLikelihoodVanishesAtTheFit() throws Exception {
        TrainingTable iris = UciData.table("iris");
        double penalty = 0.7;
        Fit fit = new LogisticRung(penalty, 1).fit(iris);
        Surrogate model = fit.surrogate();
        double[][] inputs = iris.inputs();
        double[] labels = iris.values();
        for (int k = 0; k < 3; k++) {
            for (int c = 0; c < 4; c++) {
                double gradient = penalty
                        * fit.json()
                                .path("terms")
                                .get(c + 1)
                                .path("coefficients")
                                .get(k)
                                .asDouble();
                for (int i = 0; i < inputs.length; i++) {
                    double error = model.probabilities(inputs[i])[k] - (labels[i] == k ? 1 : 0);
                    gradient += error * model.inputs().get(c).scale(inputs[i][c]);
                }
                assertThat(gradient).isCloseTo(0, within(1e-5));
            }
        }
    }

    @Test
    void theMeanProbabilityOfAClassIsItsShare() throws Exception {
        TrainingTable wine = UciData.table("wine");
        Surrogate model = new LogisticRung(1, 1).fit(wine).surrogate();
        double[] sums = new double[3];
        for (double[] row : wine.inputs()) {
            for (int k = 0; k < 3; k++) {
                sums[k] += model.probabilities(row)[k];
            }
        }
        assertThat(sums).containsExactly(new double[] {59, 71, 48}, within(1e-5));
    }

    @Test
    void classesThatALinePartsHaveFiniteCoefficients() throws Exception {
        double[][] inputs = new double[20][];
        double[][] labels = new double[20][];
        for (int i = 0; i < 20; i++) {
            inputs[i] = new double[] {i};
            labels[i] = new double[] {i < 10 ? 0 : 1};
        }
        TrainingTable rows =
                Tables.of(List.of(Target.ofClasses("y", List.of("low", "high"))), Tables.numbers(1), inputs, labels);
        Surrogate model = new LogisticRung(1, 1).fit(rows).surrogate();
        assertThat(model.probabilities(new double[] {9.5})[0]).isCloseTo(0.5, within(1e-9));
        assertThat(model.probabilities(new double[] {0})[1]).isBetween(1e-4, 0.1);
    }

    @Test
    void theSecondDegreeSeesAnIslandThatTheFirstDoesNot() throws Exception {
        double[][] inputs = new double[41][];
        double[][] labels = new double[41][];
        for (int i = 0; i < 41; i++) {
            inputs[i] = new double[] {i - 20};
            labels[i] = new double[] {Math.abs(i - 20) < 8 ? 1 : 0};
        }
        TrainingTable rows =
                Tables.of(List.of(Target.ofClasses("y", List.of("sea", "island"))), Tables.numbers(1), inputs, labels);
        double[] middle = {0};
        assertThat(new LogisticRung(1, 1).fit(rows).surrogate().probabilities(middle)[1])
                .isLessThan(0.5);
        assertThat(new LogisticRung(1, 2).fit(rows).surrogate().probabilities(middle)[1])
                .isGreaterThan(0.7);
    }

    @Test
    void moreParametersThanItCanFitAreRefused() {
        TrainingTable digits = UciData.table("digits");
        assertThatThrownBy(() -> new LogisticRung(1, 2).fit(digits))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("more than the 2000 that it can fit: ask for a lower degree");
    }
}
