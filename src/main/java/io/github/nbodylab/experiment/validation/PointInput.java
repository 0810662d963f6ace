package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Column;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An input of points, as a picture of them shows it.
 *
 * @param name of the parameter or column
 * @param unit {@code 1} for a pure number
 * @param log whether the points spread evenly in its logarithm
 * @param levels words of a category; empty for a number
 * @param values {@code double[points]}: numbers, or indices of levels; NaN where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // on its way into a picture, and compared by nobody
record PointInput(String name, String unit, boolean log, List<String> levels, double[] values) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    PointInput {
        levels = List.copyOf(levels);
    }

    /** A parameter whose values stand in cells; an empty one where it means nothing. */
    static PointInput ofCells(String name, boolean log, List<String> cells) {
        boolean numbers = cells.stream()
                .allMatch(cell -> cell.isEmpty() || NUMBER.matcher(cell).matches());
        List<String> levels = numbers
                ? List.of()
                : cells.stream().filter(cell -> !cell.isEmpty()).distinct().toList();
        double[] values = cells.stream()
                .mapToDouble(
                        cell -> cell.isEmpty() ? Double.NaN : numbers ? Double.parseDouble(cell) : levels.indexOf(cell))
                .toArray();
        return new PointInput(name, "1", log, levels, values);
    }

    /**
     * A column of a table.
     *
     * @param rows {@code double[n][columns]}
     */
    static PointInput ofColumn(Column column, double[][] rows, int place) {
        double[] values = Arrays.stream(rows).mapToDouble(row -> row[place]).toArray();
        return new PointInput(column.name(), column.unit(), column.log(), column.levels(), values);
    }

    /** Whether it has more than one value. */
    boolean varies() {
        return distinct().length > 1;
    }

    /** Its different values, rising. */
    double[] distinct() {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The input at some of the points. */
    ObjectNode toJson(int... points) {
        ObjectNode json = Json.object().put("name", name).put("unit", unit).put("log", log);
        if (!levels.isEmpty()) {
            ArrayNode words = json.putArray("levels");
            levels.forEach(words::add);
        }
        Brief.addAll(
                json.putArray("values"),
                Arrays.stream(points).mapToDouble(point -> values[point]).toArray());
        return json;
    }
}
