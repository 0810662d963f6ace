package io.github.nbodylab.experiment.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;

/**
 * A rung of the ladder after training.
 *
 * @param name of the rung
 * @param description what it is
 * @param fit to all training rows
 * @param rows how many those are
 * @param score of the out-of-fold predictions
 * @param excessLoss mean squared out-of-fold error less that of the best model, in units of the target squared
 * @param standardError of the latter, by group bootstrap of the paired differences
 */
public record TrainedModel(
        String name, String description, Fit fit, int rows, Score score, double excessLoss, double standardError) {

    public TrainedModel {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(fit, "fit");
        requireNonNull(score, "score");
    }

    /** Whether the loss exceeds that of the best model by one standard error at most. */
    public boolean isWithinOneStandardError() {
        return excessLoss <= standardError;
    }

    /** The model in {@code training.json}. */
    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("name", name);
        json.put("description", description);
        json.put("parameters", fit.parameters());
        json.put("rows", rows);
        json.put("parametersPerRow", (double) fit.parameters() / rows);
        json.set("crossValidation", score.toJson());
        json.putObject("excessLoss").put("value", excessLoss).put("standardError", standardError);
        json.put("withinOneStandardError", isWithinOneStandardError());
        if (!fit.details().isEmpty()) {
            json.set("details", fit.details());
        }
        return json;
    }
}
