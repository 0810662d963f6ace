// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What training rows say of one input.
 *
 * @param log whether distances are those of its logarithm
 * @param min lowest value, after the logarithm
 * @param max highest value, after the logarithm
 * @param centre their mean
 * @param scale their deviation, above 0
 * @param levels the indices that occur; empty for a number
 */
record DomainInput(boolean log, double min, double max, double centre, double scale, Set<Double> levels) {

    DomainInput {
        levels = Set.copyOf(levels);
        if (!(min <= max) || !(scale > 0)) {
            throw new IllegalArgumentException(
                    "an input of the domain ranges from " + min + " to " + max + " with the scale " + scale);
        }
    }

    static DomainInput of(Fields input) {
        if (input.has("levels")) {
            Set<Double> levels = new HashSet<>();
            for (double level : input.numbers("levels")) {
                levels.add(level);
            }
            return new DomainInput(false, 0, 0, 0, 1, levels);
        }
        return new DomainInput(
                input.flag("log"),
                input.number("min"),
                input.number("max"),
                input.number("centre"),
                input.number("scale"),
                Set.of());
    }

    boolean isCategory() {
        return !levels.isEmpty();
    }

    /** Whether a level occurs among the training rows. */
    boolean has(double level) {
        return levels.contains(level);
    }

    /** A number in deviations from the mean; what has no logarithm is as far below as a double can be. */
    double scaled(double raw) {
        return (seen(raw) - centre) / scale;
    }

    private double seen(double raw) {
        return log ? StrictMath.log(Math.max(raw, Double.MIN_VALUE)) : raw;
    }

    /** Distance from the middle of the range over half the range: 1 at its ends, and within them not above that. */
    double eccentricity(double raw) {
        double seen = seen(raw);
        double distance = Math.abs(seen - (min + max) / 2);
        double eccentricity = distance == 0 ? 0 : distance / ((max - min) / 2);
        return seen >= min && seen <= max ? Math.min(1, eccentricity) : eccentricity;
    }

    static double[] scaled(List<DomainInput> inputs, double[] raw) {
        double[] scaled = new double
                [(int) inputs.stream().filter(input -> !input.isCategory()).count()];
        int next = 0;
        for (int i = 0; i < raw.length; i++) {
            if (!inputs.get(i).isCategory()) {
                scaled[next++] = inputs.get(i).scaled(raw[i]);
            }
        }
        return scaled;
    }
}
