package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.spec.Feature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The rows of a table while they are made, and how many could not be, with why. */
final class Rows {

    private final List<Column> columns;
    private final int[] places;
    private final Function<Runs.Run, String> groupOf;
    private final List<TrainingTable.Row> rows = new ArrayList<>();
    private final SortedMap<String, Integer> censored = new TreeMap<>();
    private final SortedMap<String, Integer> dropped = new TreeMap<>();

    /**
     * No rows yet.
     *
     * @param features that makers give, in order; a column without one is a parameter of the run
     * @param groupOf the group of the rows of a run
     */
    Rows(List<Column> columns, List<Feature> features, Function<Runs.Run, String> groupOf) {
        this.columns = columns;
        this.groupOf = groupOf;
        List<String> names = features.stream().map(Feature::name).toList();
        places = columns.stream()
                .mapToInt(column -> names.indexOf(column.name()))
                .toArray();
    }

    /** The group of the rows of a run. */
    String group(Runs.Run run) {
        return groupOf.apply(run);
    }

    /** Adds a row of a run. */
    void add(Runs.Run run, double[] features, double... targets) throws TrainingSetException {
        double[] inputs = new double[columns.size()];
        for (int c = 0; c < inputs.length; c++) {
            inputs[c] = places[c] < 0
                    ? columns.get(c).number(run.cell(columns.get(c).name()))
                    : features[places[c]];
        }
        rows.add(new TrainingTable.Row(group(run), Side.TRAIN, inputs, targets));
    }

    /** Counts a row whose target is not known because its run ended too early. */
    void censor(String why) {
        censored.merge(why, 1, Integer::sum);
    }

    /** Counts rows that no honest model can use. */
    void drop(String why, int count) {
        if (count > 0) {
            dropped.merge(why, count, Integer::sum);
        }
    }

    /** The inputs, before their ranges are known. */
    List<Column> columns() {
        return columns;
    }

    /** The inputs of all rows so far, {@code double[n][columns]}. */
    double[][] inputs() {
        double[][] inputs = new double[rows.size()][columns.size()];
        for (int i = 0; i < inputs.length; i++) {
            for (int c = 0; c < inputs[i].length; c++) {
                inputs[i][c] = rows.get(i).input(c);
            }
        }
        return inputs;
    }

    /** The groups of all rows so far, {@code String[n]}. */
    String[] groups() {
        return rows.stream().map(TrainingTable.Row::group).toArray(String[]::new);
    }

    /** The groups of the rows that are not held out so far, one a row. */
    List<String> trainingGroups() {
        return rows.stream()
                .filter(TrainingTable.Row::isTraining)
                .map(TrainingTable.Row::group)
                .toList();
    }

    /** Holds out some groups: takes their rows to a side. */
    void holdOut(Set<String> groups, Side side) {
        rows.replaceAll(row -> groups.contains(row.group()) ? row.on(side) : row);
    }

    /** All rows so far, in order. */
    List<TrainingTable.Row> all() {
        return Collections.unmodifiableList(rows);
    }

    /** How many rows have no known target, by why. */
    SortedMap<String, Integer> censored() {
        return Collections.unmodifiableSortedMap(censored);
    }

    /** How many rows are left out, by why. */
    SortedMap<String, Integer> dropped() {
        return Collections.unmodifiableSortedMap(dropped);
    }
}
