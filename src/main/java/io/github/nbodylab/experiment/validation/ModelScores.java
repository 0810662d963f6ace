package io.github.nbodylab.experiment.validation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.Predicted;
import io.github.nbodylab.experiment.model.Score;
import io.github.nbodylab.experiment.model.metric.Scores;
import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.spec.Validate;
import io.github.nbodylab.experiment.surrogate.Domain;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How good a model is on all that a rule may be judged on.
 *
 * @param crossValidation on rows out of their fold
 * @param test on the rows that are held out for the test
 * @param positions the same apart by the model's own domain; empty if it has none
 * @param beyond on the rows held out beyond bounds, with the extrapolation AUC where there is a study; empty without such
 *     rows
 * @param domain whether the model's domain tells these from those of the test; empty without such rows, or a domain
 * @param unbounded where it predicts no finite number for some row, so that no metric of its error is defined
 */
record ModelScores(
        Score crossValidation,
        Score test,
        Optional<ObjectNode> positions,
        Optional<Score> beyond,
        Optional<DomainStudy> domain,
        Set<Validate.On> unbounded) {

    ModelScores {
        requireNonNull(crossValidation, "crossValidation");
        requireNonNull(test, "test");
        requireNonNull(positions, "positions");
        requireNonNull(beyond, "beyond");
        requireNonNull(domain, "domain");
        unbounded = Set.copyOf(unbounded);
    }

    /**
     * Scores a model.
     *
     * @param trained what {@code training.json} says of it
     * @param table all rows
     * @param seed of the experiment
     */
    static ModelScores of(Surrogate model, JsonNode trained, TrainingTable table, long seed) {
        TrainingTable test = table.testRows();
        TrainingTable beyond = table.beyondRows();
        Optional<List<Domain.Reading>> within = DomainScores.readings(model, test);
        Optional<DomainStudy> study = within.flatMap(readings -> DomainScores.readings(model, beyond)
                .map(others -> DomainStudy.of(readings, test.groups(), others, beyond.groups(), seed)));
        Set<Validate.On> unbounded = EnumSet.noneOf(Validate.On.class);
        if (trained.has("failure")) {
            unbounded.add(Validate.On.CROSS_VALIDATION);
        }
        Predicted ofTest = TrainedLadder.predict(model, test);
        if (ofTest.unbounded() > 0) {
            unbounded.add(Validate.On.TEST);
        }
        Predicted ofBeyond = TrainedLadder.predict(model, beyond);
        if (ofBeyond.unbounded() > 0) {
            unbounded.add(Validate.On.BEYOND);
        }
        Optional<Score> score =
                beyond.size() == 0 ? Optional.empty() : Optional.of(score(ofBeyond, beyond, "beyond", seed));
        return new ModelScores(
                Score.fromJson(trained.path("crossValidation")),
                score(ofTest, test, "test", seed),
                within.map(readings -> DomainScores.of(model, test, readings, seed)),
                score.map(known -> study.map(found -> known.with(Metric.EXTRAPOLATION_AUC, found.auc()))
                        .orElse(known)),
                study,
                unbounded);
    }

    private static Score score(Predicted predicted, TrainingTable rows, String purpose, long seed) {
        return Scores.of(rows, predicted, new GroupBootstrap(purpose, seed, rows.groupCount()));
    }

    /**
     * A metric that a rule is about.
     *
     * @return empty if it is not defined; of predictions that are no finite numbers the worst value that it can have, if the
     *     larger or the smaller is the better
     */
    OptionalDouble value(Validate.Rule rule, Metric metric) {
        Optional<Score> score = of(rule);
        if (score.isPresent() && score.get().has(metric)) {
            return OptionalDouble.of(score.get().metric(metric).value());
        }
        return metric.needsBeyond() || !unbounded.contains(rule.on()) // the first is about inputs alone
                ? OptionalDouble.empty()
                : switch (metric.better()) {
                    case LARGER -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
                    case SMALLER -> OptionalDouble.of(Double.POSITIVE_INFINITY);
                    case NOMINAL -> OptionalDouble.empty();
                };
    }

    /** The score that a rule is about; empty if it is about rows beyond, of which there are none. */
    Optional<Score> of(Validate.Rule rule) {
        boolean study = rule instanceof Validate.Limit limit && limit.metric().needsBeyond();
        return switch (study ? Validate.On.BEYOND : rule.on()) {
            case TEST -> Optional.of(test);
            case BEYOND -> beyond;
            case CROSS_VALIDATION -> Optional.of(crossValidation);
        };
    }

    /** Adds {@code test, positions, beyond, domain} to what is known of the model, as far as there are any. */
    void addTo(ObjectNode json) {
        json.set("test", test.toJson());
        positions.ifPresent(known -> json.set("positions", known));
        beyond.ifPresent(known -> json.set("beyond", known.toJson()));
        domain.ifPresent(known -> json.set("domain", known.toJson()));
    }
}
