package io.github.nbodylab.experiment.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A rung of the ladder after training.
 *
 * @param name of the rung
 * @param baseline whether it stands there only to be beaten
 * @param description what it is
 * @param fit to all training rows
 * @param rows how many those are
 * @param score of the out-of-fold predictions; without metrics if there is a failure
 * @param excessLoss mean squared out-of-fold error less that of the best model, in units of the target squared; infinite if
 *     there is a failure
 * @param standardError of the latter, by group bootstrap of the paired differences
 * @param failure why there is no score, such as a prediction that is no finite number
 */
public record TrainedModel(
        String name,
        boolean baseline,
        String description,
        Fit fit,
        int rows,
        Score score,
        double excessLoss,
        double standardError,
        Optional<String> failure) {

    public TrainedModel {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(fit, "fit");
        requireNonNull(score, "score");
        requireNonNull(failure, "failure");
        if (failure.isPresent() == Double.isFinite(excessLoss)) {
            throw new IllegalArgumentException(name + ": " + failure + ", but its excess loss is " + excessLoss);
        }
    }

    /** A rung that was fitted, but cannot be compared with others. */
    static TrainedModel failed(String name, boolean baseline, String description, Fit fit, int rows, String failure) {
        return new TrainedModel(
                name,
                baseline,
                description,
                fit,
                rows,
                new Score(Map.of()),
                Double.POSITIVE_INFINITY,
                0,
                Optional.of(failure));
    }

    /** Whether the loss exceeds that of the best rung by one standard error at most. */
    public boolean isWithinOneStandardError() {
        return excessLoss <= standardError;
    }

    /** The model in {@code training.json}. */
    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("name", name);
        json.put("baseline", baseline);
        json.put("description", description);
        json.put("parameters", fit.parameters());
        json.put("rows", rows);
        json.put("parametersPerRow", (double) fit.parameters() / rows);
        json.set("crossValidation", score.toJson());
        if (failure.isPresent()) {
            json.put("failure", failure.get());
        } else {
            json.putObject("excessLoss").put("value", excessLoss).put("standardError", standardError);
        }
        json.put("withinOneStandardError", isWithinOneStandardError());
        if (!fit.details().isEmpty()) {
            json.set("details", fit.details());
        }
        return json;
    }
}
