package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.nbodylab.experiment.store.Json;
import java.util.List;

/**
 * Between which bounds the hyper-parameters of a Gaussian process are searched, for targets with mean square about 1.
 *
 * @param low {@code double[parameters]}, lowest logarithms
 * @param high {@code double[parameters]}, highest logarithms
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never changed
record SearchBox(double[] low, double[] high) {

    private static final double MIN_SIGNAL = 1e-4;
    private static final double MAX_SIGNAL = 1e4;
    private static final double MIN_NOISE = 1e-10;
    private static final double MAX_NOISE = 10;
    /** In logarithms: so near to a bound the search ends when it wants to cross it. */
    private static final double NEAR = 1e-3;

    /**
     * The box of a likelihood.
     *
     * @param minLengthScale in standard deviations of an input
     * @param maxLengthScale in standard deviations of an input
     */
    static SearchBox of(MarginalLikelihood likelihood, double minLengthScale, double maxLengthScale) {
        KernelNode kernel = likelihood.kernel();
        double[] low = new double[likelihood.parameters()];
        double[] high = new double[low.length];
        for (int j = 0; j < low.length; j++) {
            boolean noise = j >= kernel.parameters();
            boolean scale = !noise && kernel.isLengthScale(j);
            low[j] = StrictMath.log(noise ? MIN_NOISE : scale ? minLengthScale : MIN_SIGNAL);
            high[j] = StrictMath.log(noise ? MAX_NOISE : scale ? maxLengthScale : MAX_SIGNAL);
        }
        return new SearchBox(low, high);
    }

    /** The nearest point in the box. */
    double[] clamp(double[] logs) {
        double[] inside = new double[logs.length];
        for (int j = 0; j < logs.length; j++) {
            inside[j] = Math.min(Math.max(logs[j], low[j]), high[j]);
        }
        return inside;
    }

    /** Those of the hyper-parameters that are at a bound: what they are and at which. */
    ArrayNode atBounds(double[] logs, List<String> names) {
        ArrayNode array = Json.object().arrayNode();
        for (int j = 0; j < logs.length; j++) {
            if (logs[j] <= low[j] + NEAR || logs[j] >= high[j] - NEAR) {
                array.addObject().put("parameter", names.get(j)).put("bound", logs[j] <= low[j] + NEAR ? "min" : "max");
            }
        }
        return array;
    }
}
