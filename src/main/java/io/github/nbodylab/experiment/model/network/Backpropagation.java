package io.github.nbodylab.experiment.model.network;

import io.github.nbodylab.experiment.surrogate.Activation;
import io.github.nbodylab.experiment.surrogate.Rows;
import java.util.Arrays;

/**
 * The mean loss of a network over a few rows and its gradient (Rumelhart, Hinton and Williams 1986). All sums over units
 * and rows are multiples of rows added to a row, {@link Rows#add}. For one thread.
 */
final class Backpropagation {

    private final Activation activation;
    private final Loss loss;
    private final int capacity;
    private final int layers;
    /** By layer, {@code double[capacity][width]}; the first ones are the inputs themselves. */
    private final double[][][] signals;
    /** The derivatives of the loss by the sums of each layer, likewise; there is none of the inputs. */
    private final double[][][] deltas;
    /** The same as {@code double[width][capacity]}. */
    private final double[][][] deltasByUnit;
    /** The weights of each layer as {@code double[inputs][outputs]}. */
    private final double[][][] transposed;

    private final double[] together;

    /**
     * Room for some rows at a time.
     *
     * @param widths inputs, units of each hidden layer, outputs
     * @param capacity the most rows at a time
     */
    Backpropagation(Activation activation, Loss loss, int capacity, int... widths) {
        this.activation = activation;
        this.loss = loss;
        this.capacity = capacity;
        this.layers = widths.length - 1;
        signals = new double[layers + 1][][];
        deltas = new double[layers + 1][][];
        deltasByUnit = new double[layers + 1][][];
        transposed = new double[layers][][];
        signals[0] = new double[capacity][];
        for (int layer = 1; layer <= layers; layer++) {
            signals[layer] = new double[capacity][widths[layer]];
            deltas[layer] = new double[capacity][widths[layer]];
            deltasByUnit[layer] = new double[widths[layer]][capacity];
            transposed[layer - 1] = new double[widths[layer - 1]][widths[layer]];
        }
        together = new double[capacity * Arrays.stream(widths).max().orElseThrow()];
    }

    /**
     * The mean loss of rows.
     *
     * @param x {@code double[n][inputs]}
     * @param y {@code double[n][outputs]}
     */
    double loss(Parameters parameters, double[][] x, double[][] y) {
        transpose(parameters);
        double sum = 0;
        for (int from = 0; from < x.length; from += capacity) {
            int count = Math.min(capacity, x.length - from);
            System.arraycopy(x, from, signals[0], 0, count);
            forward(parameters, count);
            for (int b = 0; b < count; b++) {
                sum += loss.of(signals[layers][b], y[from + b]);
            }
        }
        return sum / x.length;
    }

    /**
     * The mean loss of some rows and its gradient.
     *
     * @param x {@code double[n][inputs]}
     * @param y {@code double[n][outputs]}
     * @param order {@code int[]}, indices of rows
     * @param from where in the order the rows begin
     * @param to where they end, excluded
     * @param gradient is overwritten
     */
    double gradient(
            Parameters parameters, double[][] x, double[][] y, int[] order, int from, int to, Parameters gradient) {
        int count = to - from;
        for (int b = 0; b < count; b++) {
            signals[0][b] = x[order[from + b]];
        }
        transpose(parameters);
        forward(parameters, count);
        double sum = 0;
        for (int b = 0; b < count; b++) {
            double[] target = y[order[from + b]];
            double[] predicted = signals[layers][b];
            sum += loss.of(predicted, target);
            for (int k = 0; k < target.length; k++) {
                deltas[layers][b][k] = (predicted[k] - target[k]) / count;
            }
        }
        for (int layer = layers; layer > 0; layer--) {
            collect(layer, count, gradient);
            if (layer > 1) {
                backward(parameters.weights(layer - 1), layer, count);
            }
        }
        return sum / count;
    }

    private void transpose(Parameters parameters) {
        for (int layer = 0; layer < layers; layer++) {
            Rows.transpose(parameters.weights(layer), transposed[layer]);
        }
    }

    /** Signals of all layers from those of the first one. */
    private void forward(Parameters parameters, int count) {
        for (int layer = 0; layer < layers; layer++) {
            double[] biases = parameters.biases(layer);
            for (int b = 0; b < count; b++) {
                double[] sums = signals[layer + 1][b];
                System.arraycopy(biases, 0, sums, 0, biases.length);
                Rows.add(sums, signals[layer][b], transposed[layer], transposed[layer].length);
            }
            if (layer + 1 < layers) {
                activate(signals[layer + 1], biases.length, count);
            }
        }
        for (int b = 0; b < count; b++) {
            loss.link().apply(signals[layers][b]);
        }
    }

    /** In one long array, in which a number takes half the time that it takes in a short one. */
    private void activate(double[][] sums, int width, int count) {
        for (int b = 0; b < count; b++) {
            System.arraycopy(sums[b], 0, together, b * width, width);
        }
        activation.apply(together, width * count);
        for (int b = 0; b < count; b++) {
            System.arraycopy(together, b * width, sums[b], 0, width);
        }
    }

    /** The gradient by the weights and biases that lead to a layer. */
    private void collect(int layer, int count, Parameters gradient) {
        double[][] byUnit = deltasByUnit[layer];
        for (int b = 0; b < count; b++) {
            double[] delta = deltas[layer][b];
            for (int unit = 0; unit < delta.length; unit++) {
                byUnit[unit][b] = delta[unit];
            }
        }
        double[] biases = gradient.biases(layer - 1);
        for (int unit = 0; unit < byUnit.length; unit++) {
            double[] row = gradient.weights(layer - 1)[unit];
            Arrays.fill(row, 0);
            Rows.add(row, byUnit[unit], signals[layer - 1], count);
            biases[unit] = 0;
            for (int b = 0; b < count; b++) {
                biases[unit] += byUnit[unit][b];
            }
        }
    }

    /** The derivatives by the sums of the layer below. */
    private void backward(double[][] weights, int layer, int count) {
        for (int b = 0; b < count; b++) {
            double[] below = deltas[layer - 1][b];
            Arrays.fill(below, 0);
            Rows.add(below, deltas[layer][b], weights, weights.length);
            slope(below, signals[layer - 1][b]);
        }
    }

    /** Times the slope of the activation, told by its value. */
    private void slope(double[] delta, double[] value) {
        switch (activation) {
            case RELU -> {
                for (int i = 0; i < delta.length; i++) {
                    delta[i] = value[i] > 0 ? delta[i] : 0;
                }
            }
            case TANH -> {
                for (int i = 0; i < delta.length; i++) {
                    delta[i] *= 1 - value[i] * value[i];
                }
            }
            case LOGISTIC -> {
                for (int i = 0; i < delta.length; i++) {
                    delta[i] *= value[i] * (1 - value[i]);
                }
            }
            case IDENTITY -> {}
        }
    }
}
