package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Source;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.Side;
import io.github.nbodylab.experiment.trainingset.TrainingSetAssembler;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a report tells of the training set: where it comes from, how it is split, how its columns are distributed. */
final class TrainingSetPicture {

    private static final int MOST_INPUTS = 20;
    private static final List<String> COPIED = List.of("rows", "groups", "runs", "censored", "dropped");

    private TrainingSetPicture() {}

    /**
     * The record's {@code trainingSet}.
     *
     * @param folder which has {@code trainingset.json}
     * @param table beside it
     * @throws IOException if the description cannot be read
     */
    static ObjectNode of(ExperimentSpec spec, Path folder, TrainingTable table) throws IOException {
        JsonNode description = Json.read(folder.resolve(TrainingSetAssembler.DESCRIPTION));
        ObjectNode json = Json.object();
        for (String name : COPIED) {
            if (description.has(name)) {
                json.set(name, description.path(name));
            }
        }
        effectiveGroups(json.putObject("effectiveGroups"), table);
        json.put("testFraction", spec.trainingSet().testFraction());
        ArrayNode within = json.putArray("within");
        spec.trainingSet().within().forEach((name, bounds) -> {
            ObjectNode bound = within.addObject().put("input", name);
            put(bound, "min", bounds.min());
            put(bound, "max", bounds.max());
        });
        spec.source().ifPresent(source -> json.set("source", source(source, description)));
        inputs(json, table);
        targets(json, table, description);
        return json;
    }

    /** On each side that has rows, n^2 / sum of the squared sizes of groups (Kish 1965, section 11.7). */
    private static void effectiveGroups(ObjectNode json, TrainingTable table) {
        String[] groups = table.groups();
        Side[] sides = table.sides();
        for (Side side : Side.values()) {
            double[] sizes = IntStream.range(0, groups.length)
                    .filter(i -> sides[i] == side)
                    .mapToObj(i -> groups[i])
                    .collect(Collectors.groupingBy(group -> group, TreeMap::new, Collectors.counting()))
                    .values()
                    .stream()
                    .mapToDouble(Long::doubleValue)
                    .toArray();
            double rows = Arrays.stream(sizes).sum();
            if (rows > 0) {
                double squares = Arrays.stream(sizes).map(n -> n * n).sum();
                json.put(side.text(), Brief.significant(rows * rows / squares));
            }
        }
    }

    private static void put(ObjectNode json, String name, double bound) {
        if (Double.isFinite(bound)) {
            json.put(name, bound);
        }
    }

    private static ObjectNode source(Source source, JsonNode description) {
        ObjectNode json = Json.object().put("file", source.file());
        source.table().ifPresent(table -> json.put("table", table));
        source.group().ifPresent(group -> json.put("group", group));
        return json.put("missing", source.missing().specName())
                .put("digest", description.path("digests").path("source").asText());
    }

    private static void inputs(ObjectNode json, TrainingTable table) {
        ArrayNode inputs = json.putArray("inputs");
        double[][] rows = table.inputs();
        Side[] sides = table.sides();
        List<Column> columns = table.columns();
        for (int c = 0; c < Math.min(MOST_INPUTS, columns.size()); c++) {
            Column column = columns.get(c);
            int place = c;
            ObjectNode input = inputs.addObject().put("name", column.name()).put("unit", column.unit());
            double[] values = Arrays.stream(rows).mapToDouble(row -> row[place]).toArray();
            Histogram.put(input, column.levels(), column.kind() == Input.Kind.WHOLE, column.log(), values, sides);
        }
        json.put("inputsLeftOut", Math.max(0, columns.size() - MOST_INPUTS));
    }

    private static void targets(ObjectNode json, TrainingTable table, JsonNode description) {
        ArrayNode targets = json.putArray("targets");
        double[][] outcomes = table.outcomes();
        for (int t = 0; t < table.targets().size(); t++) {
            Target target = table.targets().get(t);
            int place = t;
            JsonNode described =
                    description.has("targets") ? description.path("targets").path(t) : description.path("target");
            ObjectNode column = targets.addObject().put("name", target.name());
            column.put("unit", described.path("unit").asText("1"));
            double[] values =
                    Arrays.stream(outcomes).mapToDouble(row -> row[place]).toArray();
            Histogram.put(
                    column,
                    target.isClass() ? target.levels() : List.of(),
                    target.isCount(),
                    false,
                    values,
                    table.sides());
        }
    }
}
