// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.ArrayList;
import java.util.List;

/** The mean of the predictions of several networks, whose last layer is linear, under a link. */
final class NetworkForm implements Form {

    private final List<Network> networks;
    private final Link link;
    private final double[] shift;
    private final double[] scale;

    /**
     * Keeps the arrays it is given.
     *
     * @param networks one at least
     * @param shift {@code double[outputs]}, added after the scale
     * @param scale {@code double[outputs]}, of what is under the link
     */
    NetworkForm(List<Network> networks, Link link, double[] shift, double[] scale) {
        this.networks = List.copyOf(networks);
        this.link = link;
        this.shift = shift;
        this.scale = scale;
    }

    /**
     * Reads the part of a model file that is the network's own.
     *
     * @param columns of the one-hot encoding
     * @param outputs how many there must be
     * @throws IllegalArgumentException if it does not fit them, or lacks something
     */
    static NetworkForm read(Fields model, int columns, int outputs) {
        Activation activation = Activation.of(model.text("activation"));
        List<Network> networks = new ArrayList<>();
        for (Fields member : model.objects("networks")) {
            List<double[][]> weights = new ArrayList<>();
            List<double[]> biases = new ArrayList<>();
            int width = columns;
            for (Fields layer : member.objects("layers")) {
                double[][] matrix = layer.matrix("weights", width);
                width = matrix.length;
                weights.add(matrix);
                biases.add(layer.numbers("biases", width));
            }
            if (width != outputs) {
                throw new IllegalArgumentException(
                        "a network has " + width + " outputs where " + outputs + " are needed");
            }
            networks.add(new Network(activation, weights, biases));
        }
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("it has no networks");
        }
        return new NetworkForm(
                networks,
                Link.of(model.text("link")),
                model.numbers("shift", outputs),
                model.numbers("scale", outputs));
    }

    @Override
    public double[] outputs(List<Input> inputs, double[] raw) {
        double[] point = Features.oneHot(inputs, raw);
        double[] mean = new double[shift.length];
        for (Network network : networks) {
            double[] prediction = prediction(network, point);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += prediction[k];
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= networks.size();
        }
        return mean;
    }

    /** How many networks there are. */
    int size() {
        return networks.size();
    }

    /** The standard deviation of the predictions of the networks, with n - 1 under the root. */
    double[] spread(List<Input> inputs, double[] raw) {
        double[] point = Features.oneHot(inputs, raw);
        double[] mean = outputs(inputs, raw);
        double[] spread = new double[mean.length];
        for (Network network : networks) {
            double[] prediction = prediction(network, point);
            for (int k = 0; k < spread.length; k++) {
                spread[k] += (prediction[k] - mean[k]) * (prediction[k] - mean[k]);
            }
        }
        for (int k = 0; k < spread.length; k++) {
            spread[k] = Math.sqrt(spread[k] / (networks.size() - 1));
        }
        return spread;
    }

    private double[] prediction(Network network, double[] point) {
        double[] prediction = network.apply(point);
        link.apply(prediction);
        for (int k = 0; k < prediction.length; k++) {
            prediction[k] = shift[k] + scale[k] * prediction[k];
        }
        return prediction;
    }
}
