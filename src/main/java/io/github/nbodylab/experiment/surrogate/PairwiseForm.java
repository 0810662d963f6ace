// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The probabilities of classes from one support vector machine for each pair of them: the machine's value becomes a
 * probability by the sigmoid of Platt (2000), and those of all pairs are joined by {@link PairwiseCoupling}.
 */
final class PairwiseForm implements Form {

    private final InnerProduct kernel;
    private final double[][] points;
    private final List<Machine> machines;
    private final int classes;

    private PairwiseForm(InnerProduct kernel, double[][] points, List<Machine> machines, int classes) {
        this.kernel = kernel;
        this.points = points;
        this.machines = List.copyOf(machines);
        this.classes = classes;
    }

    /**
     * Reads the machines, of class 0 against 1, 0 against 2 and so on.
     *
     * @param classes how many there are
     */
    static PairwiseForm read(Fields model, List<Input> inputs, int classes) {
        double[][] points = model.matrix("supportVectors", Features.columns(inputs).length);
        List<Machine> machines = new ArrayList<>();
        for (Fields machine : model.objects("machines")) {
            machines.add(Machine.read(machine, points.length));
        }
        if (machines.size() != classes * (classes - 1) / 2) {
            throw new IllegalArgumentException(
                    "it has " + machines.size() + " machines for the pairs of " + classes + " classes");
        }
        return new PairwiseForm(InnerProduct.read(model.object("kernel")), points, machines, classes);
    }

    @Override
    public double[] outputs(List<Input> inputs, double[] raw) {
        double[] point = Features.oneHot(inputs, raw);
        double[] products = new double[points.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = kernel.of(points[i], point);
        }
        double[][] pairs = new double[classes][classes];
        int m = 0;
        for (int i = 0; i < classes; i++) {
            for (int j = i + 1; j < classes; j++) {
                pairs[i][j] = machines.get(m++).probability(products);
                pairs[j][i] = 1 - pairs[i][j];
            }
        }
        return PairwiseCoupling.of(pairs);
    }

    /**
     * One class against another.
     */
    private static final class Machine {

        private final int[] vectors;
        private final double[] weights;
        private final double intercept;
        private final double slope;
        private final double offset;

        Machine(int[] vectors, double[] weights, double intercept, double slope, double offset) {
            this.vectors = vectors;
            this.weights = weights;
            this.intercept = intercept;
            this.slope = slope;
            this.offset = offset;
        }

        static Machine read(Fields machine, int points) {
            double[] weights = machine.numbers("weights");
            int[] vectors = Arrays.stream(machine.numbers("vectors", weights.length))
                    .mapToInt(v -> (int) v)
                    .toArray();
            if (Arrays.stream(vectors).anyMatch(v -> v < 0 || v >= points)) {
                throw new IllegalArgumentException("a machine uses a support vector that is not there");
            }
            return new Machine(
                    vectors, weights, machine.number("intercept"), machine.number("slope"), machine.number("offset"));
        }

        double probability(double[] products) {
            double value = intercept;
            for (int v = 0; v < vectors.length; v++) {
                value += weights[v] * products[vectors[v]];
            }
            return PlattSigmoid.probability(slope, offset, value);
        }
    }
}
