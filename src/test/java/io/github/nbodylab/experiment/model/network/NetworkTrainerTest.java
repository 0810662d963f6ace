package io.github.nbodylab.experiment.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.model.Seeds;
import io.github.nbodylab.experiment.spec.NeuralNetworkSpec;
import io.github.nbodylab.experiment.spec.NeuralNetworkSpec.EarlyStopping;
import io.github.nbodylab.experiment.spec.NeuralNetworkSpec.Optimizer;
import io.github.nbodylab.experiment.surrogate.Activation;
import io.github.nbodylab.experiment.surrogate.Network;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTrainerTest {

    private static final Optional<EarlyStopping> NONE = Optional.empty();

    @ParameterizedTest
    @EnumSource
    void everyOptimizerLearns(Optimizer optimizer) {
        List<TrainedNetwork> networks = train(spec(optimizer, 0.05, 32, 200, 0, NONE, 1), waves(100, 0));

        // half the variance of the targets, which a constant would leave, is about 0.4
        assertThat(Collections.min(networks.get(0).curve().training())).isLessThan(0.01);
    }

    @Test
    void aMiniBatchMayBeOneRow() {
        NeuralNetworkSpec spec = spec(Optimizer.SGD, 0.05, 1, 100, 0, NONE, 1);

        assertThat(train(spec, waves(100, 0)).get(0).curve().training().get(99)).isLessThan(0.01);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws InterruptedException, ExecutionException {
        NeuralNetworkSpec spec = spec(Optimizer.ADAM, 0.01, 7, 20, 0.1, stop(5), 6);
        Examples examples = waves(60, 0.3);
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(5);
        try {
            List<TrainedNetwork> alone = one.submit(() -> train(spec, examples)).get();
            List<TrainedNetwork> together =
                    many.submit(() -> train(spec, examples)).get();
            for (int member = 0; member < 6; member++) {
                assertThat(together.get(member).weights().get(1))
                        .isDeepEqualTo(alone.get(member).weights().get(1));
                assertThat(together.get(member).curve().training())
                        .isEqualTo(alone.get(member).curve().training());
            }
        } finally {
            one.shutdown();
            many.shutdown();
        }
    }

    @Test
    void theNetworksOfOneTrainingDiffer() {
        List<TrainedNetwork> networks = train(spec(Optimizer.ADAM, 0.01, 32, 2, 0, NONE, 2), waves(40, 0));

        assertThat(networks.get(0).weights().get(0)[0])
                .isNotEqualTo(networks.get(1).weights().get(0)[0]);
    }

    @Test
    void earlyStoppingKeepsTheWeightsOfTheEpochInWhichTheWatchedLossWasLeast() {
        Examples examples = waves(40, 1);
        TrainedNetwork network = train(spec(Optimizer.ADAM, 0.02, 8, 100, 0, stop(20), 1), examples)
                .get(0);
        LossCurve curve = network.curve();
        Examples watched = examples.split(0.25, "a test\nnetwork 0").get(1);

        assertThat(curve.last()).isLessThan(100).isEqualTo(curve.kept() + 20);
        double least = Collections.min(curve.validation());
        assertThat(curve.validation().get(curve.kept() - 1)).isEqualTo(least);
        assertThat(loss(network, watched)).isCloseTo(least, within(1e-14));
    }

    @Test
    void whatIsWatchedIsWholeGroupsAndNotLearntFrom() {
        Examples examples = waves(100, 0);
        List<Examples> parts = examples.split(0.25, "any");
        Set<String> learnt = new HashSet<>(Arrays.asList(parts.get(0).groups()));
        Set<String> watched = new HashSet<>(Arrays.asList(parts.get(1).groups()));

        assertThat(watched).hasSize(5).doesNotContainAnyElementsOf(learnt);
        assertThat(parts.get(0).size() + parts.get(1).size()).isEqualTo(100);
        assertThat(parts.get(1).groups())
                .isNotEqualTo(examples.split(0.25, "other").get(1).groups());
    }

    @Test
    void aPenaltyKeepsWeightsSmall() {
        Examples examples = waves(50, 1);

        assertThat(squares(train(spec(Optimizer.ADAM, 0.01, 16, 200, 10, NONE, 1), examples)))
                .isLessThan(0.2 * squares(train(spec(Optimizer.ADAM, 0.01, 16, 200, 0, NONE, 1), examples)));
    }

    @Test
    void aCurveHasAtMostAHundredPointsAndTheLastEpochAmongThem() {
        LossCurve curve = train(spec(Optimizer.ADAM, 0.01, 64, 250, 0, NONE, 1), waves(20, 0))
                .get(0)
                .curve();

        assertThat(curve.epochs()).hasSizeBetween(80, 100).contains(250).doesNotHaveDuplicates();
        assertThat(curve.epochs().get(0)).isPositive();
        assertThat(curve.training()).hasSameSizeAs(curve.epochs());
        assertThat(curve.validation()).isEmpty();
    }

    @Test
    void aTrainingThatExplodesSaysSo() {
        NeuralNetworkSpec spec = new NeuralNetworkSpec(
                List.of(8), NeuralNetworkSpec.Activation.IDENTITY, Optimizer.SGD, 100, 0, 0, 4, 500, 0, NONE, 1);
        LossCurve curve = train(spec, waves(20, 0)).get(0).curve();

        assertThat(curve.isFinite()).isFalse();
        assertThat(curve.last()).isLessThan(500);
    }

    private static List<TrainedNetwork> train(NeuralNetworkSpec spec, Examples examples) {
        return new NetworkTrainer(spec, Loss.SQUARED, "a test").train(examples);
    }

    private static NeuralNetworkSpec spec(
            Optimizer optimizer,
            double rate,
            int batch,
            int epochs,
            double penalty,
            Optional<EarlyStopping> stopping,
            int seeds) {
        return new NeuralNetworkSpec(
                List.of(16, 12),
                NeuralNetworkSpec.Activation.TANH,
                optimizer,
                rate,
                0,
                0.9,
                batch,
                epochs,
                penalty,
                stopping,
                seeds);
    }

    private static Optional<EarlyStopping> stop(int patience) {
        return Optional.of(new EarlyStopping(0.25, patience));
    }

    /** A wave of two inputs with noise, in 20 groups. */
    private static Examples waves(int n, double noise) {
        UniformRandomProvider random = Seeds.random("waves of a test");
        double[][] x = new double[n][2];
        double[][] y = new double[n][1];
        String[] groups = new String[n];
        for (int i = 0; i < n; i++) {
            x[i][0] = 4 * random.nextDouble() - 2;
            x[i][1] = 4 * random.nextDouble() - 2;
            y[i][0] = StrictMath.sin(x[i][0]) + 0.5 * x[i][1] + noise * (2 * random.nextDouble() - 1);
            groups[i] = "g" + i % 20;
        }
        return new Examples(x, y, groups);
    }

    private static double loss(TrainedNetwork trained, Examples examples) {
        Network network = new Network(Activation.TANH, trained.weights(), trained.biases());
        double sum = 0;
        for (int i = 0; i < examples.size(); i++) {
            sum += Loss.SQUARED.of(network.apply(examples.inputs()[i]), examples.targets()[i]);
        }
        return sum / examples.size();
    }

    private static double squares(List<TrainedNetwork> networks) {
        return networks.get(0).weights().stream()
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .map(weight -> weight * weight)
                .sum();
    }
}
