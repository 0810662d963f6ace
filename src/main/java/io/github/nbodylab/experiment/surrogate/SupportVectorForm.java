// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;

/** A sum of kernels at the support vectors, in units of the target's deviation about its mean. */
final class SupportVectorForm implements ScalarForm {

    private final InnerProduct kernel;
    private final double[][] points;
    private final double[] weights;
    private final double intercept;
    private final double mean;
    private final double deviation;
    private final boolean count;

    private SupportVectorForm(Fields model, int columns, boolean count) {
        kernel = InnerProduct.read(model.object("kernel"));
        points = model.matrix("supportVectors", columns);
        weights = model.numbers("weights", points.length);
        intercept = model.number("intercept");
        mean = model.number("mean");
        deviation = model.number("deviation");
        this.count = count;
    }

    /**
     * Reads a machine for numbers.
     *
     * @param count whether predictions below 0 become 0
     */
    static SupportVectorForm read(Fields model, List<Input> inputs, boolean count) {
        return new SupportVectorForm(model, Features.columns(inputs).length, count);
    }

    @Override
    public double predict(List<Input> inputs, double[] raw) {
        double[] point = Features.oneHot(inputs, raw);
        double sum = intercept;
        for (int i = 0; i < points.length; i++) {
            sum += weights[i] * kernel.of(points[i], point);
        }
        double prediction = mean + deviation * sum;
        return count && prediction < 0 ? 0 : prediction;
    }
}
