package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;

/**
 * An estimate with its 95 % interval.
 *
 * @param value of all rows
 * @param low the 2.5 % quantile
 * @param high the 97.5 % quantile
 */
public record Interval(double value, double low, double high) {

    /** Whether all three are finite. */
    boolean isFinite() {
        return Double.isFinite(value) && Double.isFinite(low) && Double.isFinite(high);
    }

    /** The interval that {@link #toJson} wrote. */
    static Interval fromJson(JsonNode json) {
        return new Interval(
                json.path("value").asDouble(),
                json.path("low").asDouble(),
                json.path("high").asDouble());
    }

    /** {@code value, low, high}. */
    public ObjectNode toJson() {
        return Json.object().put("value", value).put("low", low).put("high", high);
    }
}
