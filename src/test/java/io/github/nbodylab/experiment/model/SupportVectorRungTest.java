package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.oracle.Oracle;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.surrogate.InnerProduct;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportVectorRungTest {

    private static final double MEDIAN = Double.NaN;

    private static SupportVectorRung gaussian(double penalty, double gamma) {
        OptionalDouble given = Double.isNaN(gamma) ? OptionalDouble.empty() : OptionalDouble.of(gamma);
        return new SupportVectorRung(
                new SupportVectorSpec(SupportVectorSpec.Kernel.GAUSSIAN, penalty, 0.05, given, 3), 1);
    }

    /** Oracles: SVC with C = 1, ten folds, inputs scaled, gamma one over their number. */
    @ParameterizedTest
    @CsvSource({"iris, 0.25, 0.947, 0.04", "wine, 0.0769, 0.983, 0.02", "wdbc, 0.0333, 0.975, 0.012"})
    void knownClassificationsHaveTheirAccuracy(String name, double gamma, double known, double tolerance)
            throws Exception {
        oracle(name).close(known, tolerance, UciData.accuracy(gaussian(1, gamma), name));
    }

    @Test
    @Tag("exhaustive")
    void digitsAreToldApart() throws Exception {
        oracle("digits").close(0.990, 0.01, UciData.accuracy(gaussian(1, MEDIAN), "digits"));
    }

    private static Oracle oracle(String name) {
        return new Oracle(
                Oracle.Topic.CLASSIFICATION,
                "support-vector-" + name,
                "Accuracy of a support vector machine with C = 1 on " + name + ", ten folds",
                "measured with another program");
    }

    /** The conditions of Karush, Kuhn and Tucker of the machine for classes (Cortes and Vapnik 1995). */
    @Test
    void theMachineForClassesIsAtItsOptimum() throws Exception {
        TrainingTable rows = UciData.table("wdbc");
        double penalty = 2;
        PairwiseMachines machines = PairwiseMachines.fit(
                rows,
                new SupportVectorSpec(SupportVectorSpec.Kernel.GAUSSIAN, penalty, 0.1, OptionalDouble.of(1 / 30.0), 3));
        SupportVectors machine = machines.machines().get(0).support().orElseThrow();
        double[] labels = rows.values();
        double[] weights = new double[labels.length];
        for (int v = 0; v < machine.vectors().length; v++) {
            weights[machine.vectors()[v]] = machine.weights()[v];
        }
        assertThat(Arrays.stream(weights).sum()).isCloseTo(0, within(1e-9));
        for (int i = 0; i < labels.length; i++) {
            double sign = labels[i] == 0 ? 1 : -1;
            double weight = sign * weights[i];
            double side = sign * machine.at(machines.kernel(), machines.points(), machines.points()[i]);
            assertThat(weight).isBetween(-1e-9, penalty + 1e-9);
            if (weight < 1e-9) {
                assertThat(side).isGreaterThan(1 - 2e-3);
            } else if (weight > penalty - 1e-9) {
                assertThat(side).isLessThan(1 + 2e-3);
            } else {
                assertThat(side).isCloseTo(1, within(2e-3));
            }
        }
    }

    @Test
    void aSmoothFunctionIsLearntToItsTolerance() throws Exception {
        double[][] inputs = new double[60][];
        double[] values = new double[60];
        for (int i = 0; i < 60; i++) {
            inputs[i] = new double[] {i / 59.0};
            values[i] = 1000 + StrictMath.sin(6 * inputs[i][0]);
        }
        Surrogate model = gaussian(100, MEDIAN)
                .fit(Tables.of(false, Tables.numbers(1), inputs, values))
                .surrogate();
        for (int i = 0; i < 60; i++) {
            assertThat(model.predict(inputs[i])).isCloseTo(values[i], within(0.06));
        }
    }

    @Test
    void probabilitiesAreCalibratedOnRowsThatNoMachineSaw() throws Exception {
        TrainingTable rows = UciData.table("wdbc");
        double[][] outputs = CrossValidation.predict(gaussian(1, MEDIAN), rows, rows.folds(5, 3))
                .outputs();
        double predicted = 0;
        double sure = 0;
        double right = 0;
        double[] labels = rows.values();
        for (int i = 0; i < labels.length; i++) {
            predicted += outputs[i][0] / labels.length;
            int best = outputs[i][0] > 0.5 ? 0 : 1;
            sure += outputs[i][best] / labels.length;
            right += (best == labels[i] ? 1.0 : 0) / labels.length;
        }
        double share = Arrays.stream(labels).filter(label -> label == 0).count() / (double) labels.length;
        assertThat(predicted).isCloseTo(share, within(0.02));
        assertThat(sure).isCloseTo(right, within(0.02));
    }

    @Test
    void theSigmoidIsThatOfTheMaximumOfItsLikelihood() {
        double[] values = {-2, -1.5, -0.5, 0.2, -0.1, 0.7, 1.1, 3};
        boolean[] positive = {false, false, true, false, false, true, true, true};
        double[] sigmoid = Sigmoid.fit(values, positive);
        double slope = 0;
        double offset = 0;
        for (int i = 0; i < values.length; i++) {
            double target = positive[i] ? 5 / 6.0 : 1 / 6.0;
            double error = target - 1 / (1 + StrictMath.exp(sigmoid[0] * values[i] + sigmoid[1]));
            slope += error * values[i];
            offset += error;
        }
        assertThat(sigmoid[0]).isNegative();
        assertThat(slope).isCloseTo(0, within(1e-6));
        assertThat(offset).isCloseTo(0, within(1e-6));
    }

    @Test
    void aKernelBeyondTheReachOfRoundingIsRefused() {
        SupportVectorRung steep = new SupportVectorRung(
                new SupportVectorSpec(SupportVectorSpec.Kernel.POLYNOMIAL, 10, 0.1, OptionalDouble.of(100), 8), 1);
        assertThatThrownBy(() -> steep.fit(UciData.table("iris")))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("ask for a smaller gamma, degree or C");
    }

    @Test
    void kernelsAreThoseOfTheirFormulas() {
        double[] x = {1, 2};
        double[] z = {3, -1};
        assertThat(new InnerProduct(InnerProduct.Kind.GAUSSIAN, 0.1, 1).of(x, z))
                .isCloseTo(StrictMath.exp(-1.3), within(1e-15));
        assertThat(new InnerProduct(InnerProduct.Kind.LINEAR, 0.1, 1).of(x, z)).isEqualTo(1);
        assertThat(new InnerProduct(InnerProduct.Kind.POLYNOMIAL, 0.5, 3).of(x, z))
                .isEqualTo(3.375);
    }
}
