// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** From a model file to a Gaussian process. */
final class GaussianProcessReader {

    private static final String KERNEL = "kernel";
    private static final String SCALES = "lengthScales";
    private static final String SIGNAL = "signalVariance";
    private static final String TREND = "trend";

    private GaussianProcessReader() {}

    static GaussianProcessForm read(Fields model, List<Input> inputs, boolean count) {
        int[] columns = Features.columns(inputs);
        double[][] points = model.matrix("trainingInputs", columns.length);
        // a kernel alone stands in the model itself
        Fields kernel = model.holdsObject(KERNEL) ? model.object(KERNEL) : model;
        return new GaussianProcessForm(
                covariance(kernel, inputs.size(), columns),
                mean(model, columns.length),
                points,
                model.numbers("noiseVariances", points.length),
                model.numbers("alpha", points.length),
                noise(model, count),
                count);
    }

    private static Covariance covariance(Fields tree, int inputs, int[] columns) {
        if (tree.has("sum")) {
            return new SumCovariance(children(tree, "sum", inputs, columns));
        }
        double variance = tree.has(SIGNAL) ? tree.number(SIGNAL) : 1;
        if (tree.has("product")) {
            return new ProductCovariance(variance, children(tree, "product", inputs, columns));
        }
        double[] perInput = tree.numbers(SCALES, inputs);
        if (Arrays.stream(perInput).anyMatch(scale -> !(scale > 0))) {
            throw new IllegalArgumentException("a length scale is not above 0");
        }
        double[] scales =
                Arrays.stream(columns).mapToDouble(input -> perInput[input]).toArray();
        String name = tree.text(KERNEL);
        return name.equals(LinearCovariance.NAME)
                ? new LinearCovariance(scales)
                : new StationaryCovariance(Kernel.of(name), variance, scales);
    }

    private static List<Covariance> children(Fields tree, String key, int inputs, int[] columns) {
        List<Covariance> children = new ArrayList<>();
        for (Fields child : tree.objects(key)) {
            children.add(covariance(child, inputs, columns));
        }
        if (children.isEmpty()) {
            throw new IllegalArgumentException("\"" + key + "\" is empty");
        }
        return children;
    }

    private static MeanFunction mean(Fields model, int width) {
        double constant = model.number("mean");
        if (!model.has(TREND)) {
            return MeanFunction.known(constant);
        }
        List<Fields> slopes = model.objects(TREND);
        int[] columns = new int[slopes.size()];
        double[] values = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            double column = slopes.get(j).number("column");
            columns[j] = (int) column;
            values[j] = slopes.get(j).number("slope");
            if (column != columns[j] || columns[j] < 0 || columns[j] >= width) {
                throw new IllegalArgumentException("a slope belongs to column " + column + " of " + width);
            }
        }
        return MeanFunction.estimated(constant, columns, values);
    }

    private static Optional<Noise> noise(Fields model, boolean count) {
        if (!model.has("nugget") || (count && !model.has("dispersion"))) {
            return Optional.empty();
        }
        return Optional.of(new Noise(model.number("nugget"), count ? model.number("dispersion") : 0));
    }
}
