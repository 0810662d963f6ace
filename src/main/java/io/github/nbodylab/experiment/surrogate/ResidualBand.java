// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Intervals about the predictions of a model that knows no variance of its own, from the residuals of rows that it had not
 * seen. Of counts, residuals are in units of {@code sqrt(prediction + 1/2)}, as a Poisson count's are, and no interval goes
 * below 0.
 */
public final class ResidualBand {

    private final boolean count;
    private final Map<Double, Double> halfWidths;

    private ResidualBand(boolean count, Map<Double, Double> halfWidths) {
        this.count = count;
        this.halfWidths = new LinkedHashMap<>(halfWidths);
    }

    /**
     * Reads a band.
     *
     * @param json the object that a model file has under {@code residuals}
     * @throws IllegalArgumentException if it is none
     */
    public static ResidualBand parse(String json) {
        return of(Fields.of(JsonText.parse(json), "residuals"));
    }

    static ResidualBand of(Fields band) {
        Map<Double, Double> halfWidths = new LinkedHashMap<>();
        for (Fields level : band.objects("intervals")) {
            double halfWidth = level.number("halfWidth");
            if (!(halfWidth >= 0)) {
                throw new IllegalArgumentException("a half-width is 0 or more, not " + halfWidth);
            }
            halfWidths.put(level.number("probability"), halfWidth);
        }
        return new ResidualBand(band.flag("count"), halfWidths);
    }

    /** The probabilities for which there are intervals; few training groups tell nothing of large ones. */
    public Set<Double> probabilities() {
        return Set.copyOf(halfWidths.keySet());
    }

    /**
     * The interval about a prediction.
     *
     * @param prediction of the model, in units of the target
     * @param probability such as .95
     * @return empty unless it is one of {@link #probabilities()}
     */
    public Optional<Range> at(double prediction, double probability) {
        return Optional.ofNullable(halfWidths.get(probability)).map(width -> {
            double half = width * unit(prediction, count);
            double low = prediction - half;
            return new Range(count ? Math.max(0, low) : low, prediction + half);
        });
    }

    /**
     * What residuals are measured in.
     *
     * @param prediction in units of the target
     * @param count whether the target counts something
     * @return in units of the target, above 0
     */
    public static double unit(double prediction, boolean count) {
        return count ? Math.sqrt(Math.max(0, prediction) + 0.5) : 1;
    }

    /**
     * An interval.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Range(double low, double high) {}
}
