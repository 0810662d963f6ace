// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.ArrayList;
import java.util.List;

/** A fully connected network of layers: each takes weighted sums of what the one before it gives. Immutable. */
public final class Network {

    private final Activation activation;
    private final List<double[][]> transposed = new ArrayList<>();
    private final List<double[]> biases = new ArrayList<>();

    /**
     * A network. Copies the numbers.
     *
     * @param activation of all layers but the last, which is linear
     * @param weights of each layer, {@code double[outputs][inputs]}
     * @param biases of each layer, {@code double[outputs]}
     * @throws IllegalArgumentException if there is no layer, or two of them do not fit each other
     */
    public Network(Activation activation, List<double[][]> weights, List<double[]> biases) {
        if (weights.isEmpty() || weights.size() != biases.size()) {
            throw new IllegalArgumentException(
                    "a network of " + weights.size() + " weight matrices and " + biases.size() + " lists of biases");
        }
        this.activation = activation;
        for (int layer = 0; layer < weights.size(); layer++) {
            double[][] matrix = weights.get(layer);
            if (matrix.length != biases.get(layer).length || matrix.length == 0 || matrix[0].length == 0) {
                throw new IllegalArgumentException("layer " + (layer + 1) + " has " + matrix.length
                        + " rows of weights and " + biases.get(layer).length + " biases");
            }
            for (double[] row : matrix) {
                if (row.length != (layer == 0 ? matrix[0].length : weights.get(layer - 1).length)) {
                    throw new IllegalArgumentException("layer " + (layer + 1) + " takes " + row.length
                            + " numbers, not as many as the one before it gives");
                }
            }
            double[][] columns = new double[matrix[0].length][matrix.length];
            Rows.transpose(matrix, columns);
            this.transposed.add(columns);
            this.biases.add(biases.get(layer).clone());
        }
    }

    /** How many numbers it takes. */
    public int inputs() {
        return transposed.get(0).length;
    }

    /** How many numbers it gives. */
    public int outputs() {
        return biases.get(biases.size() - 1).length;
    }

    /**
     * The outputs of the last layer, which is linear.
     *
     * @param inputs {@code double[inputs]}, scaled; not changed
     * @return {@code double[outputs]}
     */
    public double[] apply(double[] inputs) {
        double[] signal = inputs;
        for (int layer = 0; layer < biases.size(); layer++) {
            double[] sums = biases.get(layer).clone();
            Rows.add(sums, signal, transposed.get(layer), signal.length);
            if (layer < biases.size() - 1) {
                activation.apply(sums, sums.length);
            }
            signal = sums;
        }
        return signal;
    }
}
