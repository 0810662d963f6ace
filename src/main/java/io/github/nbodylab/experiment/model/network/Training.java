package io.github.nbodylab.experiment.model.network;

import io.github.nbodylab.experiment.spec.NeuralNetworkSpec;
import io.github.nbodylab.experiment.surrogate.Activation;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** One network on its way from its start to its best weights. */
final class Training {

    private final NeuralNetworkSpec spec;
    private final Examples examples;
    private final UniformRandomProvider random;
    private final Parameters parameters;
    private final Parameters gradient;
    private final double[] flat;
    private final double[] slope;
    private final Backpropagation backpropagation;
    private final Optimizer optimizer;
    private final int[] order;

    Training(
            NeuralNetworkSpec spec,
            Loss loss,
            Activation activation,
            Examples examples,
            UniformRandomProvider random,
            int... widths) {
        this.spec = spec;
        this.examples = examples;
        this.random = random;
        parameters = Parameters.random(random, activation, widths);
        gradient = new Parameters(widths);
        flat = new double[parameters.count()];
        slope = new double[flat.length];
        parameters.copyTo(flat);
        backpropagation = new Backpropagation(activation, loss, Math.min(spec.batch(), examples.size()), widths);
        optimizer = Optimizer.of(spec, flat.length);
        order = IntStream.range(0, examples.size()).toArray();
    }

    /**
     * Learns until the last epoch, or until the loss of the watched examples has not fallen for as long as the patience
     * lasts, or until a loss is no number any more. If any are watched, the weights are those of the epoch in which
     * their loss was least.
     */
    TrainedNetwork run(Optional<Examples> watched) {
        double[] training = new double[spec.epochs()];
        double[] validation = new double[watched.isPresent() ? spec.epochs() : 0];
        double[] kept = flat;
        int best = 0;
        int epoch = 0;
        while (epoch < spec.epochs() && (watched.isEmpty() || epoch - best < patience())) {
            training[epoch] = epoch(spec.learningRate() / (1 + spec.decay() * epoch));
            if (watched.isPresent()) {
                validation[epoch] = backpropagation.loss(
                        parameters, watched.get().inputs(), watched.get().targets());
            }
            boolean finite = Double.isFinite(training[epoch]);
            if (finite && (watched.isEmpty() || epoch == 0 || validation[epoch] < validation[best - 1])) {
                best = epoch + 1;
                kept = watched.isPresent() ? flat.clone() : flat;
            }
            epoch++;
            if (!finite) {
                break;
            }
        }
        parameters.copyFrom(kept);
        return TrainedNetwork.of(
                parameters,
                LossCurve.of(
                        Arrays.copyOf(training, epoch),
                        Arrays.copyOf(validation, watched.isPresent() ? epoch : 0),
                        best));
    }

    private int patience() {
        return spec.earlyStopping()
                .map(NeuralNetworkSpec.EarlyStopping::patience)
                .orElse(0);
    }

    /** One pass through all examples in a new order; returns their mean loss. */
    private double epoch(double rate) {
        shuffle();
        double sum = 0;
        for (int from = 0; from < order.length; from += spec.batch()) {
            int to = Math.min(order.length, from + spec.batch());
            double loss = backpropagation.gradient(
                    parameters, examples.inputs(), examples.targets(), order, from, to, gradient);
            sum += loss * (to - from);
            gradient.copyTo(slope);
            penalise();
            optimizer.step(flat, slope, rate);
            parameters.copyFrom(flat);
        }
        return sum / order.length;
    }

    private void penalise() {
        double penalty = spec.penalty() / examples.size();
        int weights = penalty > 0 ? parameters.weightCount() : 0;
        for (int i = 0; i < weights; i++) {
            slope[i] += penalty * flat[i];
        }
    }

    /** Every order is equally likely (Fisher and Yates; Durstenfeld 1964). */
    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
