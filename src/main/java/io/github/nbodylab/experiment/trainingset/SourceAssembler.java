package io.github.nbodylab.experiment.trainingset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Source;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.source.SourceColumn;
import io.github.nbodylab.experiment.trainingset.source.SourceException;
import io.github.nbodylab.experiment.trainingset.source.SourceTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the table that models are fitted to out of a table from elsewhere. */
public final class SourceAssembler {

    private final ExperimentSpec spec;
    private final Source source;
    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> targetUnits = new HashMap<>();

    /**
     * An assembler for one use.
     *
     * @param spec the experiment, which has a source
     * @param specFolder to which the file is relative
     */
    public SourceAssembler(ExperimentSpec spec, Path specFolder) {
        this.spec = spec;
        this.source = spec.source().orElseThrow();
        this.file = specFolder.resolve(source.file());
    }

    /**
     * The table, as {@link #assemble} writes it.
     *
     * @throws TrainingSetException with all that is wrong with the file or its columns, or if no honest model can be fitted
     *     to the table
     */
    public TrainingTable table() throws TrainingSetException {
        SourceTable table = read();
        int[] rows = new SourceRows(spec, table, problems).used();
        if (rows.length == 0) {
            check();
        }
        SourceValues values = new SourceValues(rows, table.places(), problems);
        List<ColumnValues<Column>> inputs = new ArrayList<>();
        for (String name : spec.trainingSet().inputs()) {
            SourceColumn column = table.columns().get(name);
            values.input(column, source.log().contains(name), unit(column)).ifPresent(inputs::add);
        }
        List<ColumnValues<Target>> targets = new ArrayList<>();
        for (String name : source.targets()) {
            SourceColumn column = table.columns().get(name);
            targetUnits.put(name, unit(column));
            values.target(column, source.kind()).ifPresent(targets::add);
        }
        check();
        String[] groups = Arrays.stream(rows)
                .mapToObj(row -> source.group()
                        .map(name -> table.columns().get(name).text(row))
                        .orElse(Integer.toString(row + 1)))
                .toArray(String[]::new);
        TrainingTable whole = split(inputs, targets, groups);
        new SourceChecks(spec, file).check(whole);
        return whole;
    }

    private TrainingTable split(List<ColumnValues<Column>> inputs, List<ColumnValues<Target>> targets, String[] groups)
            throws TrainingSetException {
        double[][] rows = ColumnValues.matrix(inputs, groups.length);
        List<Column> columns = inputs.stream().map(ColumnValues::column).toList();
        Set<String> beyond = BeyondBounds.groups(spec.trainingSet().within(), columns, rows, groups);
        Set<String> tested = tested(
                Arrays.stream(groups).filter(group -> !beyond.contains(group)).toList());
        Side[] sides = Arrays.stream(groups)
                .map(group -> beyond.contains(group) ? Side.BEYOND : tested.contains(group) ? Side.TEST : Side.TRAIN)
                .toArray(Side[]::new);
        return TrainingTable.of(
                Ranges.of(columns, rows, sides),
                targets.stream().map(ColumnValues::column).toList(),
                rows,
                ColumnValues.matrix(targets, groups.length),
                groups,
                sides);
    }

    /**
     * Reads the file and writes {@code trainingset.csv} and {@code trainingset.json}. Which groups are held out follows from
     * the seed and their names alone.
     *
     * @param folder the experiment's output folder
     * @return the table
     * @throws TrainingSetException as {@link #table}
     * @throws IOException if a file cannot be written
     */
    public TrainingTable assemble(Path folder) throws TrainingSetException, IOException {
        TrainingTable table = table();
        TableCsv.of(table).write(folder.resolve(TrainingSetAssembler.TABLE));
        Json.write(folder.resolve(TrainingSetAssembler.DESCRIPTION), description(table));
        return table;
    }

    private SourceTable read() throws TrainingSetException {
        Set<String> wanted = new LinkedHashSet<>(spec.trainingSet().inputs());
        wanted.addAll(source.targets());
        source.group().ifPresent(wanted::add);
        try {
            return SourceTable.read(file, source.table(), wanted);
        } catch (SourceException e) {
            throw new TrainingSetException(e.getMessage(), e);
        }
    }

    private void check() throws TrainingSetException {
        if (!problems.isEmpty()) {
            throw new TrainingSetException(new SourceException(file.toString(), problems).getMessage());
        }
    }

    private Set<String> tested(List<String> groups) throws TrainingSetException {
        List<String> ranked = Ranks.of("split", spec.seed(), groups);
        if (ranked.size() < 2) {
            throw new TrainingSetException(file + ": all rows are of one group, '" + groups.get(0)
                    + "', and a training set needs one to train on and another to test on: name another column in"
                    + " trainingSet.group, or leave it out.");
        }
        return new HashSet<>(ranked.subList(0, spec.trainingSet().testGroups(ranked.size())));
    }

    private String unit(SourceColumn column) {
        String unit = source.units().getOrDefault(column.name(), column.unit());
        return unit.isEmpty() ? "1" : unit;
    }

    private ObjectNode description(TrainingTable table) throws IOException {
        ObjectNode json = Json.object();
        json.put("schema", 1);
        json.put("name", spec.name());
        json.put("row", spec.trainingSet().row().specName());
        json.put("splitBy", spec.trainingSet().splitBy().specName());
        var inputs = json.putArray("inputs");
        table.columns().forEach(column -> inputs.add(column.toJson()));
        TargetJson.write(json, table.targets());
        for (var target : json.has("targets") ? json.path("targets") : List.of(json.path("target"))) {
            ((ObjectNode) target)
                    .put("unit", targetUnits.get(target.path("name").asText()));
        }
        Description.putSizes(json, table);
        json.putObject("digests").put("source", Digest.of(file));
        return json;
    }
}
