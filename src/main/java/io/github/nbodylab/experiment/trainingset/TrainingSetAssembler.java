package io.github.nbodylab.experiment.trainingset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Stage;
import io.github.nbodylab.experiment.surrogate.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the table that models are fitted to out of the simulations of an ensemble. */
public final class TrainingSetAssembler {

    /** This stage. */
    public static final Stage STAGE = new Stage("assemble-trainingset", 1, "first version");

    /** The table, written into the experiment's folder. */
    public static final String TABLE = "trainingset.csv";

    /** Names, kinds, ranges, counts and digests, written beside the table. */
    public static final String DESCRIPTION = "trainingset.json";

    private TrainingSetAssembler() {}

    /**
     * Reads {@code runs.csv} and {@code mergers.csv} and writes {@code trainingset.csv} and {@code trainingset.json}. A
     * simulation that failed has no row. Design points are the groups; which of them are held out follows from the seed
     * and their names alone.
     *
     * @param spec the experiment
     * @param folder its output folder, which has the two files
     * @return the table
     * @throws TrainingSetException if no honest model can be fitted to it
     * @throws IOException if a file cannot be read or written
     */
    public static TrainingTable assemble(ExperimentSpec spec, Path folder) throws TrainingSetException, IOException {
        Runs runs = Runs.read(folder);
        if (runs.completed().isEmpty()) {
            throw new TrainingSetException("None of the " + runs.failed()
                    + " simulations was completed, so there is nothing to make a training set of.");
        }
        List<Column> columns = Columns.of(spec);
        Set<String> held = heldOut(spec, runs);
        List<TrainingTable.Row> rows = new ArrayList<>();
        for (Runs.Run run : runs.completed()) {
            for (double time : times(spec)) {
                double[] inputs = new double[columns.size()];
                for (int c = 0; c < inputs.length; c++) {
                    inputs[c] = input(columns.get(c), run, time);
                }
                rows.add(
                        new TrainingTable.Row(run.point(), held.contains(run.point()), inputs, run.mergersUntil(time)));
            }
        }
        List<Target> targets = List.of(Target.count(spec.trainingSet().target()));
        List<Column> ranged = ranged(columns, rows);
        Checks.check(ranged, targets, rows);
        TrainingTable table = new TrainingTable(ranged, targets, rows);
        TableCsv.of(table).write(folder.resolve(TABLE));
        Json.write(folder.resolve(DESCRIPTION), description(spec, runs, table, folder));
        return table;
    }

    private static List<Double> times(ExperimentSpec spec) {
        return spec.trainingSet().row() == TrainingSet.Row.SIMULATION_TIME
                ? spec.trainingSet().times()
                : List.of(Double.POSITIVE_INFINITY);
    }

    private static Set<String> heldOut(ExperimentSpec spec, Runs runs) throws TrainingSetException {
        List<String> ranked = Ranks.of(
                "split",
                spec.seed(),
                runs.completed().stream().map(Runs.Run::point).toList());
        if (ranked.size() < 2) {
            throw new TrainingSetException("All completed simulations belong to one design point; a training set needs"
                    + " one to train on and another to test on: simulate more design points.");
        }
        return new HashSet<>(ranked.subList(0, spec.trainingSet().testGroups(ranked.size())));
    }

    private static double input(Column column, Runs.Run run, double time) throws TrainingSetException {
        if (column.name().equals(Columns.TIME)) {
            return time;
        }
        String cell = run.parameters().get(column.name());
        if (cell == null) {
            throw new TrainingSetException(
                    Runs.RUNS + " has no column for the input '" + column.name() + "': run simulate again.");
        }
        return column.number(cell);
    }

    private static List<Column> ranged(List<Column> columns, List<TrainingTable.Row> rows) {
        List<Column> ranged = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            var statistics = rows.stream().mapToDouble(row -> row.input(column)).summaryStatistics();
            ranged.add(columns.get(c).over(statistics.getMin(), statistics.getMax()));
        }
        return ranged;
    }

    private static ObjectNode description(ExperimentSpec spec, Runs runs, TrainingTable table, Path folder)
            throws IOException {
        ObjectNode json = Json.object();
        json.put("schema", 1);
        json.put("name", spec.name());
        json.put("row", spec.trainingSet().row().specName());
        var inputs = json.putArray("inputs");
        table.columns().forEach(column -> inputs.add(column.toJson()));
        json.putObject("target")
                .put("name", table.target().name())
                .put("count", true)
                .put("unit", "1");
        TrainingTable train = table.trainingRows();
        TrainingTable test = table.testRows();
        json.putObject("rows").put("train", train.size()).put("test", test.size());
        json.putObject("groups").put("train", train.groupCount()).put("test", test.groupCount());
        json.putObject("runs").put("completed", runs.completed().size()).put("failed", runs.failed());
        json.putObject("digests")
                .put(Runs.RUNS, Digest.of(folder.resolve(Runs.RUNS)))
                .put(Runs.MERGERS, Digest.of(folder.resolve(Runs.MERGERS)));
        return json;
    }
}
