package io.github.nbodylab.experiment.model.network;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * A network after training.
 *
 * @param weights of each layer, {@code double[outputs][inputs]}; not to be changed
 * @param biases of each layer, {@code double[outputs]}; not to be changed
 * @param curve how it learnt
 */
public record TrainedNetwork(List<double[][]> weights, List<double[]> biases, LossCurve curve) {

    public TrainedNetwork {
        weights = List.copyOf(weights);
        biases = List.copyOf(biases);
        requireNonNull(curve, "curve");
    }

    /** How many weights and biases there are. */
    public int parameters() {
        int count = 0;
        for (double[][] matrix : weights) {
            count += matrix.length * (matrix[0].length + 1);
        }
        return count;
    }

    /** With these parameters, which must not change any more. */
    static TrainedNetwork of(Parameters parameters, LossCurve curve) {
        List<double[][]> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        for (int layer = 0; layer < parameters.layers(); layer++) {
            weights.add(parameters.weights(layer));
            biases.add(parameters.biases(layer));
        }
        return new TrainedNetwork(weights, biases, curve);
    }
}
