package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.Predicted;
import io.github.nbodylab.experiment.model.metric.CentralInterval;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What models say along the input whose bounds part the rows, from within to beyond, the other inputs being at their
 * medians (a category at its most frequent level): for the pictures of a report.
 */
final class Extrapolation {

    private static final int STEPS = 60;
    /** As many rows as a picture needs. */
    private static final int MOST_ROWS = 400;

    private static final int MOST_MODELS = 4;
    private static final double PROBABILITY = 0.95;
    private static final List<String> ALWAYS = List.of("gaussian-process", "neural-network");

    private final TrainedLadder ladder;
    private final String name;
    private final TrainingSet.Bounds bounds;
    private final int input;

    private Extrapolation(TrainedLadder ladder, String name, TrainingSet.Bounds bounds) {
        this.ladder = ladder;
        this.name = name;
        this.bounds = bounds;
        this.input =
                ladder.table().columns().stream().map(Column::name).toList().indexOf(name);
    }

    /**
     * The picture of the first input with bounds.
     *
     * @param folder the experiment's output folder, as for {@link ValidateJob}
     * @return {@code input}, its {@code min} and {@code max}, the other inputs {@code at}, {@code rows} beyond as input and
     *     target, and of some {@code models} the {@code curve}: input, mean, and the ends of the 95 % interval where there is
     *     one; empty without rows beyond, or where the target is a class or several
     * @throws TrainingSetException if the files do not fit each other
     * @throws IOException if a file cannot be read
     */
    static Optional<ObjectNode> of(ExperimentSpec spec, Path folder) throws TrainingSetException, IOException {
        TrainedLadder ladder = TrainedLadder.read(folder);
        TrainingTable table = ladder.table();
        boolean shown = table.targets().size() == 1
                && !table.target().isClass()
                && table.beyondRows().size() > 0
                && table.columns().stream().noneMatch(Column::gaps);
        return spec.trainingSet().within().entrySet().stream()
                .findFirst()
                .filter(first -> shown)
                .map(first -> new Extrapolation(ladder, first.getKey(), first.getValue()))
                .filter(picture -> picture.input >= 0)
                .map(Extrapolation::toJson);
    }

    private ObjectNode toJson() {
        ObjectNode json = Json.object().put("input", name);
        if (Double.isFinite(bounds.min())) {
            json.put("min", bounds.min());
        }
        if (Double.isFinite(bounds.max())) {
            json.put("max", bounds.max());
        }
        double[] typical = typical();
        ObjectNode at = json.putObject("at");
        List<Column> columns = ladder.table().columns();
        for (int c = 0; c < typical.length; c++) {
            if (c != input) {
                Predictions.put(at, columns.get(c), typical[c]);
            }
        }
        TrainingTable beyond = ladder.table().beyondRows();
        ArrayNode rows = json.putArray("rows");
        int stride = 1 + (beyond.size() - 1) / MOST_ROWS;
        for (int i = 0; i < beyond.size(); i += stride) {
            rows.addArray().add(beyond.inputs()[i][input]).add(beyond.values()[i]);
        }
        ArrayNode models = json.putArray("models");
        double[][] points = points(typical);
        for (String model : shown()) {
            curve(
                    models.addObject().put("name", model).putArray("curve"),
                    points,
                    ladder.models().get(model));
        }
        return json;
    }

    /** The chosen model, the worst in cross-validation, and those whose extrapolations are the most told of. */
    private Set<String> shown() {
        Set<String> shown = new LinkedHashSet<>(List.of(ladder.chosen()));
        String worst = ladder.chosen();
        double highest = Double.NEGATIVE_INFINITY;
        for (JsonNode model : ladder.training().path("models")) {
            double excess = model.has("failure")
                    ? Double.POSITIVE_INFINITY
                    : model.at("/excessLoss/value").asDouble();
            worst = excess > highest ? model.path("name").asText() : worst;
            highest = Math.max(excess, highest);
        }
        shown.add(worst);
        ladder.models().forEach((model, surrogate) -> {
            if (ALWAYS.contains(surrogate.kind()) && shown.size() < MOST_MODELS) {
                shown.add(model);
            }
        });
        return shown;
    }

    private double[] typical() {
        double[][] rows = ladder.table().trainingRows().inputs();
        double[] typical = new double[rows[0].length];
        for (int c = 0; c < typical.length; c++) {
            int column = c;
            double[] values =
                    Arrays.stream(rows).mapToDouble(row -> row[column]).sorted().toArray();
            typical[c] =
                    ladder.table().columns().get(c).isCategory() ? mostFrequent(values) : values[values.length / 2];
        }
        return typical;
    }

    private static double mostFrequent(double[] sorted) {
        double best = sorted[0];
        int longest = 0;
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            best = run > longest ? sorted[i] : best;
            longest = Math.max(run, longest);
        }
        return best;
    }

    /** Evenly from the lowest to the highest value of all rows, or evenly in the logarithm. */
    private double[][] points(double[] typical) {
        Column column = ladder.table().columns().get(input);
        var range = Arrays.stream(ladder.table().inputs())
                .mapToDouble(row -> row[input])
                .summaryStatistics();
        boolean log = column.log() && range.getMin() > 0;
        double[][] points = new double[STEPS + 1][];
        for (int i = 0; i <= STEPS; i++) {
            double part = (double) i / STEPS;
            points[i] = typical.clone();
            double value = log
                    ? range.getMin() * StrictMath.pow(range.getMax() / range.getMin(), part)
                    : range.getMin() + part * (range.getMax() - range.getMin());
            points[i][input] = column.kind() == Input.Kind.WHOLE ? StrictMath.rint(value) : value;
        }
        return points;
    }

    /** A point at which the model predicts more than a number can hold is left out. */
    private void curve(ArrayNode curve, double[][] points, Surrogate model) {
        Predicted predicted = Predicted.by(model, points);
        double[] means = predicted.means(0);
        Optional<CentralInterval> interval =
                Optional.ofNullable(predicted.intervals().get(PROBABILITY));
        for (int i = 0; i < means.length; i++) {
            double low = interval.isPresent() ? interval.get().low()[i] : means[i];
            double high = interval.isPresent() ? interval.get().high()[i] : means[i];
            if (Double.isFinite(means[i]) && Double.isFinite(low) && Double.isFinite(high)) {
                ArrayNode point = curve.addArray().add(points[i][input]).add(means[i]);
                if (interval.isPresent()) {
                    point.add(low).add(high);
                }
            }
        }
    }
}
