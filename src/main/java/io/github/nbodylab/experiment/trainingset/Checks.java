package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.surrogate.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What makes a table unfit. */
final class Checks {

    private Checks() {}

    /** Throws at the first thing that is wrong. */
    static void check(List<Column> columns, List<Target> targets, List<TrainingTable.Row> rows)
            throws TrainingSetException {
        long train = rows.stream().filter(TrainingTable.Row::isTraining).count();
        long test = rows.stream().filter(row -> row.side() == Side.TEST).count();
        if (train == 0 || test == 0) {
            throw new TrainingSetException("The training set has " + rows.size() + " rows, of which " + test
                    + " are held out for the test and " + (rows.size() - train - test)
                    + " beyond bounds: there must be rows to train on, and rows to test on.");
        }
        oneSideEach(rows);
        for (TrainingTable.Row row : rows) {
            for (int c = 0; c < columns.size(); c++) {
                if (!(columns.get(c).gaps() && Double.isNaN(row.input(c)))) {
                    finite(columns.get(c).name(), row.input(c));
                }
            }
            for (int t = 0; t < targets.size(); t++) {
                possible(targets.get(t), row.value(t));
            }
        }
        for (int t = 0; t < targets.size(); t++) {
            if (targets.get(t).isClass() && targets.size() > 1) {
                throw new TrainingSetException("The target '" + targets.get(t).name()
                        + "' is a class, which is predicted alone: take the other targets out.");
            }
            if (targets.get(t).isClass()) {
                everyClass(targets.get(t), t, rows);
            }
        }
        for (int c = 0; c < columns.size(); c++) {
            varies(columns.get(c), c, rows);
        }
    }

    private static void finite(String name, double number) throws TrainingSetException {
        if (!Double.isFinite(number)) {
            throw new TrainingSetException("The column '" + name + "' has " + number
                    + ", with which nothing can be fitted: leave the row out, or mend what made it.");
        }
    }

    private static void possible(Target target, double value) throws TrainingSetException {
        finite(target.name(), value);
        if (target.isCount() && !(value >= 0 && value == StrictMath.rint(value))) {
            throw new TrainingSetException(
                    "The target '" + target.name() + "' is a count, which " + value + " is not.");
        }
    }

    /** A class that no training group or only one has cannot be learnt, or not be cross-validated. */
    private static void everyClass(Target target, int t, List<TrainingTable.Row> rows) throws TrainingSetException {
        for (int level = 0; level < target.levels().size(); level++) {
            int wanted = level;
            long groups = rows.stream()
                    .filter(row -> row.isTraining() && row.value(t) == wanted)
                    .map(TrainingTable.Row::group)
                    .distinct()
                    .count();
            if (groups < 2) {
                throw new TrainingSetException("The class '" + target.levels().get(level) + "' of the target '"
                        + target.name() + "' is in " + (groups == 0 ? "no group" : "a single group")
                        + " of the training rows, and a model learns and is cross-validated on two at least: give more"
                        + " rows of it, or leave its rows out.");
            }
        }
    }

    private static void oneSideEach(List<TrainingTable.Row> rows) throws TrainingSetException {
        Map<String, Side> sides = new HashMap<>();
        for (TrainingTable.Row row : rows) {
            Side side = sides.putIfAbsent(row.group(), row.side());
            if (side != null && side != row.side()) {
                Side first = side.compareTo(row.side()) < 0 ? side : row.side();
                Side second = first == side ? row.side() : side;
                throw new TrainingSetException(
                        "The group '" + row.group() + "' has rows in both '" + first.text() + "' and '" + second.text()
                                + "'; a test on rows whose replicates were trained on proves nothing.");
            }
        }
    }

    private static void varies(Column column, int c, List<TrainingTable.Row> rows) throws TrainingSetException {
        long distinct = rows.stream()
                .filter(TrainingTable.Row::isTraining)
                .mapToDouble(row -> row.input(c))
                .filter(value -> !Double.isNaN(value))
                .distinct()
                .count();
        if (distinct < 2) {
            throw new TrainingSetException(
                    "The input '" + column.name() + "' has one and the same value in all"
                            + " training rows, so no model can learn what it does: vary it, or take it out of trainingSet.inputs.");
        }
    }
}
