package io.github.nbodylab.experiment.model.network;

import io.github.nbodylab.experiment.surrogate.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** The weights and biases of a network, or a gradient by them. */
final class Parameters {

    private final int[] widths;
    private final List<double[][]> weights = new ArrayList<>();
    private final List<double[]> biases = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();

    /**
     * All zero.
     *
     * @param widths inputs, units of each hidden layer, outputs
     */
    Parameters(int... widths) {
        this.widths = widths.clone();
        for (int layer = 0; layer + 1 < widths.length; layer++) {
            weights.add(new double[widths[layer + 1]][widths[layer]]);
            biases.add(new double[widths[layer + 1]]);
        }
        weights.forEach(matrix -> rows.addAll(Arrays.asList(matrix)));
        rows.addAll(biases);
    }

    /**
     * A start: weights uniform with the variance 2/(inputs + outputs) of their layer (Glorot and Bengio 2010, equation
     * 16), into rectified units 2/inputs (He et al. 2015, equation 10); biases 0.
     */
    static Parameters random(UniformRandomProvider random, Activation activation, int... widths) {
        Parameters start = new Parameters(widths);
        for (int layer = 0; layer < start.layers(); layer++) {
            boolean rectified = activation == Activation.RELU && layer + 1 < start.layers();
            double bound = Math.sqrt(6.0 / (rectified ? widths[layer] : widths[layer] + widths[layer + 1]));
            for (double[] row : start.weights(layer)) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = bound * (2 * random.nextDouble() - 1);
                }
            }
        }
        return start;
    }

    int layers() {
        return weights.size();
    }

    /** {@code double[outputs][inputs]} of a layer; not a copy. */
    double[][] weights(int layer) {
        return weights.get(layer);
    }

    /** {@code double[outputs]} of a layer; not a copy. */
    double[] biases(int layer) {
        return biases.get(layer);
    }

    /** How many numbers there are. */
    int count() {
        int count = 0;
        for (int layer = 0; layer < layers(); layer++) {
            count += (widths[layer] + 1) * widths[layer + 1];
        }
        return count;
    }

    /** Writes all numbers one after the other: the weights of all layers, then all biases. */
    void copyTo(double[] flat) {
        int at = 0;
        for (double[] row : rows) {
            System.arraycopy(row, 0, flat, at, row.length);
            at += row.length;
        }
    }

    /** Reads what {@link #copyTo} wrote. */
    void copyFrom(double[] flat) {
        int at = 0;
        for (double[] row : rows) {
            System.arraycopy(flat, at, row, 0, row.length);
            at += row.length;
        }
    }

    /** How many of the numbers are weights; they come first. */
    int weightCount() {
        return count() - biases.stream().mapToInt(row -> row.length).sum();
    }
}
