package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.Predicted;
import io.github.nbodylab.experiment.model.metric.Scores;
import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * How a model does on the rows that it was fitted to, beside how it does on others: where the two are far apart, it has
 * learnt its rows by heart. The error is that by which models are chosen: the root mean squared one of numbers, the
 * logarithmic loss of classes.
 */
final class Overfitting {

    /** Below this part of the cross-validated error the training error is remarked on. */
    private static final double LEAST_RATIO = 0.5;
    /** Above these parameters a row they are remarked on. */
    private static final double MOST_PARAMETERS_PER_ROW = 1.0 / 3;

    private Overfitting() {}

    /**
     * What {@code report.json} tells of it.
     *
     * @param model fitted to the rows
     * @param rows the training rows
     * @param trained the model in {@code training.json}
     * @return {@code training}, the metrics of the training rows; and {@code overfitting}: the name of the {@code error},
     *     it in {@code training} and {@code crossValidation}, their {@code ratio} if there is one, and {@code remarks}; not of
     *     a model that failed
     */
    static ObjectNode of(Surrogate model, TrainingTable rows, JsonNode trained) {
        double[][] outputs = Arrays.stream(rows.inputs()).map(model::outputs).toArray(double[][]::new);
        Map<Metric, Double> values = Scores.values(rows, Predicted.of(outputs));
        ObjectNode json = Json.object();
        ObjectNode training = json.putObject("training");
        values.forEach((metric, value) -> {
            if (Double.isFinite(value)) {
                training.put(metric.specName(), value);
            }
        });
        if (trained.has("failure")) { // its error out of fold is beyond all numbers
            return json;
        }
        Metric error = values.containsKey(Metric.RMSE) ? Metric.RMSE : Metric.LOG_LOSS;
        double seen = values.get(error);
        double unseen = trained.path("crossValidation")
                .path(error.specName())
                .path("value")
                .asDouble();
        ObjectNode overfitting = json.putObject("overfitting");
        overfitting.put("error", error.specName()).put("training", seen).put("crossValidation", unseen);
        ArrayNode remarks = Json.object().arrayNode();
        if (unseen > 0) {
            overfitting.put("ratio", seen / unseen);
            if (seen < LEAST_RATIO * unseen) {
                remarks.add("its error on the rows it was fitted to is " + percent(seen / unseen)
                        + " of that on others: "
                        + (model.hasNoise()
                                ? "it passes close to them, so it is judged by the others alone"
                                : "it has learnt them by heart"));
            }
        }
        if (trained.path("parametersPerRow").asDouble() > MOST_PARAMETERS_PER_ROW) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "it has %.2g parameters for each row",
                    trained.path("parametersPerRow").asDouble()));
        }
        overfitting.set("remarks", remarks);
        return json;
    }

    private static String percent(double ratio) {
        return ratio < 0.01 ? "less than 1 %" : String.format(Locale.ROOT, "%.0f %%", 100 * ratio);
    }
}
