package io.github.nbodylab.experiment.trainingset;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Input;
import java.util.ArrayList;
import java.util.List;

/**
 * An input column of a training set.
 *
 * @param name such as {@code captureNumber}
 * @param kind what its values are
 * @param log whether models see its logarithm: where the ensemble spreads evenly in it
 * @param min lowest value in the table; 0 for a category
 * @param max highest value in the table; 0 for a category
 * @param levels words of a category in the order of their indices; empty for a number
 * @param unit such as {@code Henon time}; {@code 1} for a pure number
 * @param gaps whether values may be missing, which are NaN then
 */
public record Column(
        String name,
        Input.Kind kind,
        boolean log,
        double min,
        double max,
        List<String> levels,
        String unit,
        boolean gaps) {

    public Column {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(unit, "unit");
        levels = List.copyOf(levels);
    }

    /** A column without gaps. */
    public Column(String name, Input.Kind kind, boolean log, double min, double max, List<String> levels, String unit) {
        this(name, kind, log, min, max, levels, unit, false);
    }

    /** Whether the values are words. */
    public boolean isCategory() {
        return kind == Input.Kind.CATEGORY;
    }

    /** The column with the range that its values have; there is no logarithm of what is not above 0. */
    Column over(double lowest, double highest) {
        return isCategory() ? this : new Column(name, kind, log && lowest > 0, lowest, highest, levels, unit, gaps);
    }

    /**
     * The number of a cell: of a category, the index of its level; NaN of an empty one where there are gaps.
     *
     * @throws TrainingSetException if it is none, not finite, or no level
     */
    double number(String cell) throws TrainingSetException {
        if (gaps && cell.isEmpty()) {
            return Double.NaN;
        }
        if (isCategory()) {
            int level = levels.indexOf(cell);
            if (level < 0) {
                throw new TrainingSetException(
                        "The input '" + name + "' has the value '" + cell + "', which is none of " + levels + ".");
            }
            return level;
        }
        return finite(name, cell);
    }

    /**
     * A finite number of a cell.
     *
     * @throws TrainingSetException if it is none
     */
    static double finite(String name, String cell) throws TrainingSetException {
        double number;
        try {
            number = Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new TrainingSetException("The column '" + name + "' has '" + cell + "' where a number is needed.", e);
        }
        if (!Double.isFinite(number)) {
            throw new TrainingSetException("The column '" + name + "' has " + cell + ", with which nothing can be"
                    + " fitted: leave the row out, or mend what made it.");
        }
        return number;
    }

    /**
     * The column in {@code trainingset.json}, {@code report.json} and the like.
     *
     * @return {@code name, kind, log, unit}, {@code min, max} or {@code levels}, and {@code gaps} if there are any
     */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("name", name);
        json.put("kind", kind.text());
        json.put("log", log);
        json.put("unit", unit);
        if (gaps) {
            json.put("gaps", true);
        }
        if (isCategory()) {
            ArrayNode array = json.putArray("levels");
            levels.forEach(array::add);
        } else if (kind == Input.Kind.WHOLE) {
            json.put("min", (long) min);
            json.put("max", (long) max);
        } else {
            json.put("min", min);
            json.put("max", max);
        }
        return json;
    }

    static Column fromJson(JsonNode json) {
        List<String> levels = new ArrayList<>();
        json.path("levels").forEach(level -> levels.add(level.asText()));
        return new Column(
                json.path("name").asText(),
                Input.Kind.of(json.path("kind").asText()),
                json.path("log").asBoolean(),
                json.path("min").asDouble(),
                json.path("max").asDouble(),
                levels,
                json.path("unit").asText(),
                json.path("gaps").asBoolean());
    }
}
