package io.github.nbodylab.experiment.validation;

import static io.github.nbodylab.experiment.spec.Decimal.shortest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.spec.Validate;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An acceptance rule and whether it holds.
 *
 * @param json the rule in {@code report.json}
 * @param passed whether it holds
 */
record Acceptance(ObjectNode json, boolean passed) {

    /**
     * Judges a rule.
     *
     * @param chosen the name of the chosen model
     * @param scores of all models
     * @throws TrainingSetException if the rule names a model that was not trained, or a metric or rows that there are not
     */
    static Acceptance of(Validate.Rule rule, String chosen, Map<String, ModelScores> scores)
            throws TrainingSetException {
        String model = rule.model().equals(Validate.CHOSEN) ? chosen : rule.model();
        String spoken = rule.model().equals(Validate.CHOSEN) ? "the chosen model, " + model + "," : model;
        ModelScores score = scores(model, rule, scores);
        ObjectNode json = Json.object();
        json.put("model", rule.model());
        if (rule.on() != Validate.On.TEST) {
            json.put("on", rule.on().specName());
        }
        if (rule instanceof Validate.Limit limit) {
            return limit(limit, spoken, score, json);
        }
        if (rule instanceof Validate.Beats beats) {
            String other = beats.beats().equals(Validate.CHOSEN) ? chosen : beats.beats();
            return beats(beats, spoken, other, score, scores(other, rule, scores), json);
        }
        throw new IllegalArgumentException("no way to judge " + rule);
    }

    private static ModelScores scores(String model, Validate.Rule rule, Map<String, ModelScores> scores)
            throws TrainingSetException {
        if (!scores.keySet().contains(model)) {
            throw new TrainingSetException("An acceptance rule is about the model '" + model
                    + "', which was not trained; there are " + scores.keySet()
                    + ": add it to train.models, or take the rule out of validate.accept.");
        }
        if (scores.get(model).of(rule).isEmpty()) {
            throw new TrainingSetException("An acceptance rule of " + model
                    + " is on rows beyond, and the training set has none: run assemble-trainingset again.");
        }
        return scores.get(model);
    }

    /** Where a rule is not about the test rows. */
    private static String where(Validate.Rule rule) {
        return switch (rule.on()) {
            case TEST -> "";
            case BEYOND -> " beyond the bounds";
            case CROSS_VALIDATION -> " in cross-validation";
        };
    }

    private static Acceptance limit(Validate.Limit limit, String spoken, ModelScores scores, ObjectNode json)
            throws TrainingSetException {
        String metric = limit.metric().specName();
        double value = value(limit, limit.metric(), spoken, scores);
        boolean low = limit.min() > Double.NEGATIVE_INFINITY;
        boolean high = limit.max() < Double.POSITIVE_INFINITY;
        String bounds = (low ? "at least " + shortest(limit.min()) : "")
                + (low && high ? " and " : "")
                + (high ? "at most " + shortest(limit.max()) : "");
        json.put("rule", metric + " of " + spoken + where(limit) + " is " + bounds);
        json.put("metric", metric);
        if (low) {
            json.put("min", limit.min());
        }
        if (high) {
            json.put("max", limit.max());
        }
        return judged(json, value, value >= limit.min() && value <= limit.max());
    }

    private static Acceptance beats(
            Validate.Beats rule, String spoken, String other, ModelScores scores, ModelScores beaten, ObjectNode json)
            throws TrainingSetException {
        boolean ofNumbers = Stream.of(scores, beaten)
                .flatMap(model -> model.of(rule).stream())
                .noneMatch(score -> score.has(Metric.BRIER));
        Metric metric = ofNumbers ? Metric.RMSE : Metric.BRIER;
        double value = value(rule, metric, spoken, scores);
        json.put("rule", metric.specName() + " of " + spoken + where(rule) + " is smaller than that of " + other);
        json.put("beats", rule.beats());
        return judged(json, value, value < value(rule, metric, other, beaten));
    }

    private static double value(Validate.Rule rule, Metric metric, String spoken, ModelScores scores)
            throws TrainingSetException {
        return scores.value(rule, metric)
                .orElseThrow(() -> new TrainingSetException("The rule about " + metric.specName() + " of " + spoken
                        + " cannot be judged: of these predictions there are "
                        + String.join(
                                ", ",
                                scores.of(rule).orElseThrow().metrics().keySet().stream()
                                        .map(Metric::specName)
                                        .toList())
                        + ". Take the rule out of validate.accept, or name one of these."));
    }

    /** A model that predicts no finite number has no value that JSON could hold. */
    private static Acceptance judged(ObjectNode json, double value, boolean passed) {
        if (Double.isFinite(value)) {
            json.put("value", value);
        }
        json.put("passed", passed);
        return new Acceptance(json, passed);
    }
}
