package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows with every number in deviations from its mean, after the logarithm where its column has one. */
final class ScaledRows {

    private final List<Column> columns;
    private final double[][] rows;
    private final ArrayNode json;

    private ScaledRows(List<Column> columns, double[][] rows, ArrayNode json) {
        this.columns = columns;
        this.rows = rows;
        this.json = json;
    }

    static ScaledRows of(TrainingTable table) {
        List<Column> columns = table.columns();
        double[][] rows = table.inputs();
        ArrayNode json = Json.object().arrayNode();
        for (int i = 0; i < columns.size(); i++) {
            int input = i;
            double[] values = Arrays.stream(rows).mapToDouble(row -> row[input]).toArray();
            ObjectNode node = json.addObject().put("name", columns.get(i).name());
            if (columns.get(i).isCategory()) {
                node.set(
                        "levels",
                        ModelJson.array(
                                Arrays.stream(values).sorted().distinct().toArray()));
            } else {
                scale(rows, i, values, columns.get(i).log(), node);
            }
        }
        return new ScaledRows(columns, rows, json);
    }

    private static void scale(double[][] rows, int input, double[] values, boolean logged, ObjectNode node) {
        boolean log = logged && Arrays.stream(values).allMatch(value -> value > 0);
        double[] seen = log ? Arrays.stream(values).map(StrictMath::log).toArray() : values;
        double mean = Scaling.mean(seen);
        double deviation = Scaling.deviation(seen, mean);
        double scale = deviation > 0 ? deviation : 1;
        node.put("log", log);
        node.put("min", Arrays.stream(seen).min().orElseThrow());
        node.put("max", Arrays.stream(seen).max().orElseThrow());
        node.put("centre", mean);
        node.put("scale", scale);
        for (int r = 0; r < rows.length; r++) {
            rows[r][input] = (seen[r] - mean) / scale;
        }
    }

    List<Column> columns() {
        return columns;
    }

    /** {@code double[n][numbers]}, without the categories. */
    double[][] numbers() {
        int[] numbers = IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).isCategory())
                .toArray();
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(numbers).mapToDouble(i -> row[i]).toArray())
                .toArray(double[][]::new);
    }

    /** Rows without their repetitions, {@code double[m][columns]}, a category as the index of its level. */
    double[][] distinct() {
        Map<List<Double>, double[]> distinct = new LinkedHashMap<>();
        for (double[] row : rows) {
            distinct.putIfAbsent(new ArrayList<>(Arrays.stream(row).boxed().toList()), row);
        }
        return distinct.values().toArray(double[][]::new);
    }

    /** How each input is scaled, and over what it ranges. */
    ArrayNode toJson() {
        return json;
    }
}
