package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Feature;
import io.github.nbodylab.experiment.spec.Outcome;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Stage;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.worker.Pace;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Makes the table that models are fitted to out of the simulations of an ensemble. */
public final class TrainingSetAssembler {

    /** This stage. */
    public static final Stage STAGE = new Stage("assemble-trainingset", 1, "first version");

    /** The table, one row for each simulation, black hole, merger or snapshot. */
    public static final String TABLE = "trainingset.csv";

    /** Names, kinds, ranges, counts and digests, written beside the table. */
    public static final String DESCRIPTION = "trainingset.json";

    private TrainingSetAssembler() {}

    /**
     * Reads {@code runs.csv}, {@code mergers.csv} and, for rows that are made of them, one file of snapshots after the
     * other, and writes {@code trainingset.csv} and {@code trainingset.json}. A simulation that failed has no row. Groups
     * are design points or simulations; which of them are held out follows from the seed and their names alone.
     *
     * @param spec the experiment
     * @param folder which has the files
     * @param output into which the two are written
     * @param progress hears of rows that are left out, and every few seconds how far it is
     * @return the table
     * @throws TrainingSetException if no honest model can be fitted to it
     * @throws IOException if a file cannot be read or written
     */
    public static TrainingTable assemble(ExperimentSpec spec, Path folder, Path output, Progress progress)
            throws TrainingSetException, IOException {
        Runs runs = Runs.read(folder);
        if (runs.completed().isEmpty()) {
            throw new TrainingSetException("None of the " + runs.failed()
                    + " simulations was completed, so there is nothing to make a training set of.");
        }
        TrainingSet wanted = spec.trainingSet();
        Function<Runs.Run, String> groupOf =
                wanted.splitBy() == TrainingSet.SplitBy.SIMULATION ? Runs.Run::id : Runs.Run::point;
        List<Feature> features = Columns.features(spec);
        Rows rows = new Rows(Columns.of(spec), features, groupOf);
        make(runs, maker(spec, folder), rows, progress);
        tell(rows, progress);
        rows.holdOut(BeyondBounds.groups(wanted.within(), rows.columns(), rows.inputs(), rows.groups()), Side.BEYOND);
        rows.holdOut(tested(spec, rows), Side.TEST);
        List<Target> targets =
                wanted.outcomes().stream().map(TrainingSetAssembler::target).toList();
        TrainingTable table = Ranges.table(rows, features, targets, progress);
        TableCsv.of(table).write(output.resolve(TABLE));
        Json.write(output.resolve(DESCRIPTION), Description.of(spec, runs, rows, table, folder));
        return table;
    }

    private static RowMaker maker(ExperimentSpec spec, Path folder) {
        TrainingSet wanted = spec.trainingSet();
        double softening = spec.simulate().integrator().softening();
        InitialConditions initial = new InitialConditions();
        return switch (wanted.row()) {
            case SIMULATION, SIMULATION_TIME -> new SimulationRows(wanted.times(), wanted.targets());
            case BLACK_HOLE -> new BlackHoleRows(folder, wanted, softening, initial);
            case MERGER -> new MergerRows(wanted.targets());
            case SNAPSHOT -> new SnapshotRows(folder, wanted, softening, initial);
            case SOURCE -> throw new IllegalArgumentException("a table from elsewhere is made by SourceAssembler");
        };
    }

    private static void make(Runs runs, RowMaker maker, Rows rows, Progress progress)
            throws TrainingSetException, IOException {
        InitialConditions seeds = new InitialConditions();
        int count = runs.completed().size();
        Pace pace = new Pace(progress, "rows of ", "simulations", count, count);
        for (Runs.Run run : runs.completed()) {
            seeds.seed(run, rows.group(run));
            maker.make(run, rows);
            pace.done(1);
        }
    }

    private static void tell(Rows rows, Progress progress) throws TrainingSetException {
        rows.censored().forEach((why, count) -> progress.info("left out as censored: " + count + " " + why));
        rows.dropped().forEach((why, count) -> progress.info("left out: " + count + " " + why));
        if (rows.all().isEmpty()) {
            throw new TrainingSetException("The training set has no rows; left out are, as censored, "
                    + rows.censored() + ", and " + rows.dropped()
                    + ": simulate longer, or ask for another row or target.");
        }
    }

    private static Target target(Outcome outcome) {
        return switch (outcome.kind()) {
            case REAL -> Target.real(outcome.name());
            case COUNT -> Target.count(outcome.name());
            case CLASS -> Target.ofClasses(outcome.name(), List.of("no", "yes"));
        };
    }

    private static Set<String> tested(ExperimentSpec spec, Rows rows) throws TrainingSetException {
        List<String> ranked = Ranks.of("split", spec.seed(), rows.trainingGroups());
        if (ranked.size() < 2) {
            throw new TrainingSetException(
                    spec.trainingSet().splitBy() == TrainingSet.SplitBy.SIMULATION
                            ? "All rows are of one simulation; a training set needs one to train on and another to test on:"
                                    + " simulate more."
                            : "All rows are of one design point; a training set needs one to train on and another to test"
                                    + " on: simulate more design points, or take each simulation for a group of its own"
                                    + " by trainingSet: {split: {by: simulation}}.");
        }
        return new HashSet<>(ranked.subList(0, spec.trainingSet().testGroups(ranked.size())));
    }
}
