package io.github.nbodylab.experiment.model.study;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.FitFailedException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of a fit.
 *
 * @param loss empty if it failed
 * @param failure why it did
 */
public record Outcome(OptionalDouble loss, Optional<String> failure) {

    public Outcome {
        requireNonNull(loss, "loss");
        requireNonNull(failure, "failure");
    }

    /** Fits; a loss that is not finite is a failure. */
    static <T> Outcome of(Loss<T> fit, T training) {
        try {
            double loss = fit.of(training);
            return Double.isFinite(loss)
                    ? new Outcome(OptionalDouble.of(loss), Optional.empty())
                    : new Outcome(OptionalDouble.empty(), Optional.of("its loss is not finite"));
        } catch (FitFailedException e) {
            return new Outcome(OptionalDouble.empty(), Optional.of(e.getMessage()));
        }
    }

    /** Adds {@code loss} or {@code failure} to an object. */
    void addTo(ObjectNode json) {
        loss.ifPresent(value -> json.put("loss", value));
        failure.ifPresent(why -> json.put("failure", why));
    }
}
