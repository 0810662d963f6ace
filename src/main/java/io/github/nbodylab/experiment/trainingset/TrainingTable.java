package io.github.nbodylab.experiment.trainingset;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A training set: rows of inputs and target, each in a group (such as its design point) and on one side of the split. A
 * missing input is NaN; only columns with gaps have any.
 */
public final class TrainingTable {

    private static final int SCHEMA = 1;

    private final List<Column> columns;
    private final List<Target> targets;
    private final List<Row> rows;

    /** A table of rows that are known to be sound. */
    TrainingTable(List<Column> columns, List<Target> targets, List<Row> rows) {
        this.columns = List.copyOf(columns);
        this.targets = List.copyOf(targets);
        this.rows = List.copyOf(rows);
    }

    /**
     * A table of numbers.
     *
     * @param columns of the inputs
     * @param targets one or several; a class stands alone
     * @param inputs {@code double[n][columns]}, a category as the index of its level
     * @param values {@code double[n][targets]}, a class as the index of its level
     * @param groups {@code String[n]}
     * @param sides {@code Side[n]}
     * @throws TrainingSetException if it is empty, a number is not finite, an input never varies among the training
     *     rows, a class is missing among them, or a group is on both sides of the split
     */
    public static TrainingTable of(
            List<Column> columns,
            List<Target> targets,
            double[][] inputs,
            double[][] values,
            String[] groups,
            Side[] sides)
            throws TrainingSetException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            rows.add(new Row(groups[i], sides[i], inputs[i].clone(), values[i].clone()));
        }
        Checks.check(columns, targets, rows);
        return new TrainingTable(columns, targets, rows);
    }

    /**
     * Reads {@code trainingset.csv} and {@code trainingset.json}.
     *
     * @param folder where they are
     * @throws TrainingSetException as {@link #of}, or if the two files do not fit each other
     * @throws IOException if they cannot be read
     */
    public static TrainingTable read(Path folder) throws TrainingSetException, IOException {
        Path description = folder.resolve(TrainingSetAssembler.DESCRIPTION);
        JsonNode json = Json.read(description);
        if (json.path("schema").asInt() != SCHEMA) {
            throw new TrainingSetException(description + " has the schema "
                    + json.path("schema").asText("none") + ", but this version of the plugin reads " + SCHEMA + ".");
        }
        List<Column> columns = new ArrayList<>();
        json.path("inputs").forEach(column -> columns.add(Column.fromJson(column)));
        List<Target> targets = TargetJson.read(json);

        Path table = folder.resolve(TrainingSetAssembler.TABLE);
        Csv csv = Csv.read(table);
        List<String> header = new ArrayList<>(List.of("group", "split"));
        columns.forEach(column -> header.add(column.name()));
        targets.forEach(target -> header.add(target.name()));
        if (!csv.header().equals(header)) {
            throw new TrainingSetException(
                    table + " has the columns " + csv.header() + ", but its description says " + header + ".");
        }
        List<Row> rows = new ArrayList<>();
        for (List<String> cells : csv.rows()) {
            rows.add(row(columns, targets, cells));
        }
        Checks.check(columns, targets, rows);
        return new TrainingTable(columns, targets, rows);
    }

    private static Row row(List<Column> columns, List<Target> targets, List<String> cells) throws TrainingSetException {
        Side side = Side.of(cells.get(1))
                .orElseThrow(() -> new TrainingSetException("The column 'split' has '" + cells.get(1)
                        + "', which is neither 'train' nor 'test' nor 'beyond'."));
        double[] inputs = new double[columns.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = columns.get(i).number(cells.get(i + 2));
        }
        double[] values = new double[targets.size()];
        for (int t = 0; t < values.length; t++) {
            values[t] = TargetJson.number(targets.get(t), cells.get(t + inputs.length + 2));
        }
        return new Row(cells.get(0), side, inputs, values);
    }

    /** The input columns. */
    public List<Column> columns() {
        return columns;
    }

    /** What is predicted: one target, or several. */
    public List<Target> targets() {
        return targets;
    }

    /**
     * What is predicted, where that is one thing.
     *
     * @throws IllegalStateException if there are several targets
     */
    public Target target() {
        if (targets.size() > 1) {
            throw new IllegalStateException("the table has the targets " + targets);
        }
        return targets.get(0);
    }

    /** The table with one of its targets. */
    public TrainingTable only(int target) {
        return new TrainingTable(
                columns,
                List.of(targets.get(target)),
                rows.stream()
                        .map(row -> new Row(row.group, row.side, row.inputs, new double[] {row.values[target]}))
                        .toList());
    }

    /** The number of rows n. */
    public int size() {
        return rows.size();
    }

    /** The inputs, {@code double[n][columns]}, raw; a category as the index of its level. A copy. */
    public double[][] inputs() {
        return rows.stream().map(row -> row.inputs.clone()).toArray(double[][]::new);
    }

    /**
     * The target, {@code double[n]}; a class as the index of its level. A copy.
     *
     * @throws IllegalStateException if there are several targets
     */
    public double[] values() {
        target();
        return rows.stream().mapToDouble(Row::value).toArray();
    }

    /** The targets, {@code double[n][targets]}. A copy. */
    public double[][] outcomes() {
        return rows.stream().map(row -> row.values.clone()).toArray(double[][]::new);
    }

    /** The group of each row, {@code String[n]}. A copy. */
    public String[] groups() {
        return rows.stream().map(row -> row.group).toArray(String[]::new);
    }

    /** The side of each row, {@code Side[n]}. A copy. */
    public Side[] sides() {
        return rows.stream().map(row -> row.side).toArray(Side[]::new);
    }

    /** How many groups there are. */
    public int groupCount() {
        return (int) rows.stream().map(row -> row.group).distinct().count();
    }

    /** The training rows, in order. */
    public TrainingTable trainingRows() {
        return rows(Side.TRAIN);
    }

    /** The rows that are held out for the test, in order. */
    public TrainingTable testRows() {
        return rows(Side.TEST);
    }

    /** The rows that are held out beyond the bounds of inputs, in order; there may be none. */
    public TrainingTable beyondRows() {
        return rows(Side.BEYOND);
    }

    private TrainingTable rows(Side side) {
        return new TrainingTable(
                columns, targets, rows.stream().filter(row -> row.side == side).toList());
    }

    /**
     * Some of the rows.
     *
     * @param indices of rows, each from 0 to n - 1, in the order wanted
     */
    public TrainingTable rows(int... indices) {
        return new TrainingTable(
                columns, targets, Arrays.stream(indices).mapToObj(rows::get).toList());
    }

    /**
     * The table with its gaps filled.
     *
     * @param instead {@code double[columns]}, what a missing value of each column counts as
     */
    public TrainingTable filled(double[] instead) {
        List<Row> filled = new ArrayList<>();
        for (Row row : rows) {
            double[] inputs = row.inputs.clone();
            for (int c = 0; c < inputs.length; c++) {
                inputs[c] = Double.isNaN(inputs[c]) ? instead[c] : inputs[c];
            }
            filled.add(new Row(row.group, row.side, inputs, row.values));
        }
        return new TrainingTable(columns, targets, filled);
    }

    /**
     * Folds of a cross-validation: whole groups, as equal in number as can be, by rank of their hash.
     *
     * @param folds 2 or more
     * @param seed of the experiment
     * @return {@code int[n]}, the fold of each row, from 0
     * @throws TrainingSetException if there are more folds than groups
     */
    public int[] folds(int folds, long seed) throws TrainingSetException {
        Set<String> groups = new TreeSet<>(Arrays.asList(groups()));
        if (folds < 2 || folds > groups.size()) {
            throw new TrainingSetException("Cross-validation with " + folds + " folds needs as many groups, and there"
                    + " are " + groups.size() + " to train on: "
                    + (groups.size() < 2
                            ? ""
                            : "ask for 2 to " + groups.size() + " in train.crossValidation.folds, or ")
                    + "give more groups (design points, simulations, or objects of a table).");
        }
        Map<String, Integer> foldOf = new HashMap<>();
        for (String group : Ranks.of("folds", seed, groups)) {
            foldOf.put(group, foldOf.size() % folds);
        }
        return rows.stream().mapToInt(row -> foldOf.get(row.group)).toArray();
    }

    /** The table without one of its inputs. */
    public TrainingTable without(int column) {
        int[] kept = IntStream.range(0, columns.size()).filter(c -> c != column).toArray();
        return new TrainingTable(
                Arrays.stream(kept).mapToObj(columns::get).toList(),
                targets,
                rows.stream().map(row -> row.only(kept)).toList());
    }

    /**
     * The table with other values of its targets.
     *
     * @param outcomes {@code double[n][targets]}
     */
    public TrainingTable with(double[][] outcomes) {
        return new TrainingTable(
                columns,
                targets,
                IntStream.range(0, outcomes.length)
                        .mapToObj(i ->
                                new Row(rows.get(i).group, rows.get(i).side, rows.get(i).inputs, outcomes[i].clone()))
                        .toList());
    }

    /** A row; its arrays are never changed. */
    static final class Row {
        private final String group;
        private final Side side;
        private final double[] inputs;
        private final double[] values;

        Row(String group, Side side, double[] inputs, double... values) {
            this.group = group;
            this.side = side;
            this.inputs = inputs;
            this.values = values;
        }

        /** The row on another side. */
        Row on(Side other) {
            return new Row(group, other, inputs, values);
        }

        /** The row with some of its inputs. */
        Row only(int... places) {
            return new Row(
                    group,
                    side,
                    Arrays.stream(places).mapToDouble(place -> inputs[place]).toArray(),
                    values);
        }

        String group() {
            return group;
        }

        Side side() {
            return side;
        }

        boolean isTraining() {
            return side == Side.TRAIN;
        }

        double input(int column) {
            return inputs[column];
        }

        double value() {
            return values[0];
        }

        double value(int target) {
            return values[target];
        }
    }
}
