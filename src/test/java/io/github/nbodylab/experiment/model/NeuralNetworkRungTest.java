package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.model.network.Examples;
import io.github.nbodylab.experiment.model.network.Loss;
import io.github.nbodylab.experiment.model.network.NetworkTrainer;
import io.github.nbodylab.experiment.model.network.TrainedNetwork;
import io.github.nbodylab.experiment.spec.NeuralNetworkSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Activation;
import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.Network;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.Side;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class NeuralNetworkRungTest {

    private static final NeuralNetworkSpec SMALL = spec(1, Optional.empty());

    @Test
    void aTrainedNetworkReadsBackFromItsFileBitForBit() throws FitFailedException {
        TrainingTable rows = line(40, x -> StrictMath.sin(3 * x));
        Surrogate model = new NeuralNetworkRung(SMALL, 7).fit(rows).surrogate();
        double mean = Scaling.mean(rows.values());
        double deviation = Scaling.deviation(rows.values(), mean);
        double[][] x = Arrays.stream(rows.inputs())
                .map(row -> Features.oneHot(model.inputs(), row))
                .toArray(double[][]::new);
        double[][] y = Arrays.stream(rows.values())
                .mapToObj(value -> new double[] {(value - mean) / deviation})
                .toArray(double[][]::new);
        TrainedNetwork trained = new NetworkTrainer(SMALL, Loss.SQUARED, "neural-network\n7")
                .train(new Examples(x, y, rows.groups()))
                .get(0);
        Network network = new Network(Activation.TANH, trained.weights(), trained.biases());

        for (int i = 0; i < rows.size(); i++) {
            assertThat(model.predict(rows.inputs()[i])).isEqualTo(mean + deviation * network.apply(x[i])[0]);
        }
    }

    @Test
    void networksOfTheDefaultKindLearnFriedmansFunction() throws FitFailedException {
        NeuralNetworkSpec spec = new NeuralNetworkSpec(
                List.of(32, 32),
                NeuralNetworkSpec.Activation.TANH,
                NeuralNetworkSpec.Optimizer.ADAM,
                0.01,
                0.01,
                0.9,
                32,
                500,
                0.2,
                Optional.empty(),
                2);

        // scikit-learn 1.2.1 reaches .93 to .98 by its default and by Adam at the same rate
        assertThat(friedmanQ2(spec)).isGreaterThan(0.99);
    }

    @Test
    void aCountIsTheExponentialOfANetwork() throws FitFailedException {
        TrainingTable rows = table(
                Target.count("y"),
                IntStream.range(0, 200)
                        .mapToDouble(i -> StrictMath.rint(StrictMath.exp(i / 66.0)))
                        .toArray());
        Surrogate model = new NeuralNetworkRung(SMALL, 1).fit(rows).surrogate();

        for (int i = 20; i < 200; i += 20) {
            double rate = StrictMath.exp(i / 66.0);
            assertThat(model.predict(new double[] {i})).isCloseTo(rate, within(0.2 + 0.1 * rate));
        }
        assertThat(model.predict(new double[] {-1000})).isPositive();
    }

    @Test
    void classesAreLearntWithTheirProbabilities() throws FitFailedException {
        UniformRandomProvider random = Seeds.random("classes of a test");
        double[] classes = new double[400];
        for (int i = 0; i < 400; i++) {
            double p = i < 200 ? 0.2 : 0.9;
            classes[i] = random.nextDouble() < p ? 1 : 0;
        }
        Surrogate model = new NeuralNetworkRung(SMALL, 1)
                .fit(table(Target.ofClasses("y", List.of("no", "yes")), classes))
                .surrogate();

        assertThat(model.probabilities(new double[] {80})[1]).isCloseTo(0.2, within(0.12));
        assertThat(model.probabilities(new double[] {320})[1]).isCloseTo(0.9, within(0.12));
        assertThat(model.probabilities(new double[] {80})[0])
                .isCloseTo(1 - model.probabilities(new double[] {80})[1], within(1e-15));
        assertThat(model.predict(new double[] {320})).isEqualTo(1);
    }

    @Test
    void severalNumbersShareOneNetworkAndOtherKindsHaveTheirOwn() throws FitFailedException, TrainingSetException {
        double[][] values = IntStream.range(0, 60)
                .mapToObj(i -> new double[] {StrictMath.sin(i / 10.0), 3 - i})
                .toArray(double[][]::new);
        Fit joint = new NeuralNetworkRung(SMALL, 1).fit(table(List.of(Target.real("a"), Target.real("b")), values));
        for (double[] row : values) {
            row[1] = 3 - row[1];
        }
        Fit apart = new NeuralNetworkRung(SMALL, 1).fit(table(List.of(Target.real("a"), Target.count("b")), values));

        assertThat(joint.json().has("parts")).isFalse();
        assertThat(joint.surrogate().outputs(new double[] {25})[0]).isCloseTo(StrictMath.sin(2.5), within(0.1));
        assertThat(joint.surrogate().outputs(new double[] {25})[1]).isCloseTo(-22, within(1.0));
        assertThat(apart.json().path("parts")).hasSize(2);
        assertThat(apart.details().path("b").path("lossCurves")).hasSize(1);
        assertThat(apart.surrogate().outputs(new double[] {25})[1]).isCloseTo(25, within(2.0));
    }

    @Test
    void theSameRowsHaveTheSameBitsAndAnotherSeedHasOthers() throws FitFailedException {
        TrainingTable rows = line(30, x -> x);
        String json = Json.canonical(new NeuralNetworkRung(SMALL, 1).fit(rows).json());

        assertThat(Json.canonical(new NeuralNetworkRung(SMALL, 1).fit(rows).json()))
                .isEqualTo(json);
        assertThat(Json.canonical(new NeuralNetworkRung(SMALL, 2).fit(rows).json()))
                .isNotEqualTo(json);
    }

    @Test
    void theLossCurvesOfEveryNetworkAreToldBesideTheModelAndNotInIt() throws FitFailedException {
        Fit fit = new NeuralNetworkRung(spec(3, Optional.of(new NeuralNetworkSpec.EarlyStopping(0.2, 10))), 1)
                .fit(line(30, x -> x));

        assertThat(fit.details().path("lossCurves")).hasSize(3).allSatisfy((JsonNode curve) -> {
            assertThat(curve.path("training")).hasSameSizeAs(curve.path("epochs"));
            assertThat(curve.path("validation")).hasSameSizeAs(curve.path("epochs"));
            assertThat(curve.path("keptEpoch").asInt()).isPositive();
        });
        assertThat(Json.canonical(fit.json())).doesNotContain("validation").doesNotContain("epoch");
        assertThat(fit.parameters()).isEqualTo(2 * 12 + 13 * 8 + 9);
        assertThat(fit.surrogate().hasSpread()).isTrue();
    }

    @Test
    void aTrainingThatExplodesFailsWithTheRemedy() {
        NeuralNetworkSpec wild = new NeuralNetworkSpec(
                List.of(4),
                NeuralNetworkSpec.Activation.IDENTITY,
                NeuralNetworkSpec.Optimizer.SGD,
                1000,
                0,
                0.9,
                4,
                500,
                0,
                Optional.empty(),
                1);

        assertThatThrownBy(() -> new NeuralNetworkRung(wild, 1).fit(line(30, x -> x)))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("grew beyond all numbers in epoch")
                .hasMessageContaining("learningRate below 1000.0");
    }

    @Test
    void earlyStoppingNeedsAGroupToWatch() {
        String[] groups = new String[20];
        Arrays.fill(groups, "one");
        double[][] x = new double[20][1];
        double[] y = new double[20];
        Arrays.setAll(y, i -> x[i][0] = i);
        TrainingTable rows = Tables.of(false, Tables.numbers(1), x, y, groups);

        assertThatThrownBy(() -> new NeuralNetworkRung(
                                spec(1, Optional.of(new NeuralNetworkSpec.EarlyStopping(0.2, 10))), 1)
                        .fit(rows))
                .hasMessageContaining("say earlyStopping: none");
    }

    private static NeuralNetworkSpec spec(int seeds, Optional<NeuralNetworkSpec.EarlyStopping> stopping) {
        return new NeuralNetworkSpec(
                List.of(12, 8),
                NeuralNetworkSpec.Activation.TANH,
                NeuralNetworkSpec.Optimizer.ADAM,
                0.02,
                0.01,
                0.9,
                16,
                200,
                0.1,
                stopping,
                seeds);
    }

    private static TrainingTable line(int n, DoubleUnaryOperator function) {
        double[][] x = new double[n][1];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i][0] = i / (double) n;
            y[i] = function.applyAsDouble(x[i][0]);
        }
        return Tables.of(false, Tables.numbers(1), x, y);
    }

    /** The input counts the rows from 0. */
    private static TrainingTable table(Target target, double[] values) {
        try {
            return table(
                    List.of(target),
                    Arrays.stream(values)
                            .mapToObj(value -> new double[] {value})
                            .toArray(double[][]::new));
        } catch (TrainingSetException e) {
            throw new AssertionError(e);
        }
    }

    private static TrainingTable table(List<Target> targets, double[][] values) throws TrainingSetException {
        int n = values.length;
        List<Column> columns = Tables.numbers(1);
        double[][] x =
                IntStream.rangeClosed(0, n).mapToObj(i -> new double[] {i % n}).toArray(double[][]::new);
        double[][] y = Arrays.copyOf(values, n + 1);
        y[n] = values[0];
        String[] groups = IntStream.rangeClosed(0, n).mapToObj(i -> "g" + i).toArray(String[]::new);
        Side[] sides = new Side[n + 1];
        Arrays.fill(sides, 0, n, Side.TRAIN);
        sides[n] = Side.TEST;
        return TrainingTable.of(columns, targets, x, y, groups, sides).trainingRows();
    }

    /** Friedman (1991), equation 61, without noise: 200 Sobol points, scored on the 1000 that follow. */
    private static double friedmanQ2(NeuralNetworkSpec spec) throws FitFailedException {
        SobolSequenceGenerator sobol = new SobolSequenceGenerator(5);
        sobol.skipTo(1);
        int n = 200;
        double[][] x = new double[n + 1000][];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = sobol.nextVector();
            y[i] = 10 * StrictMath.sin(StrictMath.PI * x[i][0] * x[i][1])
                    + 20 * (x[i][2] - 0.5) * (x[i][2] - 0.5)
                    + 10 * x[i][3]
                    + 5 * x[i][4];
        }
        Surrogate model = new NeuralNetworkRung(spec, 1)
                .fit(Tables.of(false, Tables.numbers(5), Arrays.copyOf(x, n), Arrays.copyOf(y, n)))
                .surrogate();
        double[] test = Arrays.copyOfRange(y, n, y.length);
        double mean = Scaling.mean(test);
        double press = 0;
        for (int i = n; i < y.length; i++) {
            press += (model.predict(x[i]) - y[i]) * (model.predict(x[i]) - y[i]);
        }
        double deviation = Scaling.deviation(test, mean);
        return 1 - press / (1000 * deviation * deviation);
    }
}
