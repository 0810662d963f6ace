package io.github.nbodylab.experiment.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.util.List;

/**
 * A fitted model.
 *
 * @param json what its file holds
 * @param parameters how many numbers were fitted
 * @param notes what the user should know of the fit, whole sentences
 * @param details what {@code training.json} keeps of how it was fitted, such as a loss curve; small
 * @param varianceRatios of a Gaussian process that leaves each of its points out in turn, its variance there over that
 *     without any data; empty for other models
 */
public record Fit(
        ObjectNode json, int parameters, List<String> notes, ObjectNode details, List<Double> varianceRatios) {

    public Fit {
        requireNonNull(json, "json");
        notes = List.copyOf(notes);
        requireNonNull(details, "details");
        varianceRatios = List.copyOf(varianceRatios);
    }

    /** A fit of another model than a Gaussian process. */
    Fit(ObjectNode json, int parameters, List<String> notes, ObjectNode details) {
        this(json, parameters, notes, details, List.of());
    }

    /** A fit of which there is nothing more to tell. */
    Fit(ObjectNode json, int parameters, List<String> notes) {
        this(json, parameters, notes, Json.object());
    }

    /** The same fit with more in its file. */
    Fit with(ObjectNode more) {
        ObjectNode whole = json.deepCopy();
        whole.setAll(more);
        return new Fit(whole, parameters, notes, details, varianceRatios);
    }

    /** The same fit with other details. */
    Fit withDetails(ObjectNode other) {
        return new Fit(json, parameters, notes, other, varianceRatios);
    }

    /** The model as it reads back from its file: whatever is scored comes from here. */
    public Surrogate surrogate() {
        return Surrogate.parse(Json.canonical(json));
    }
}
