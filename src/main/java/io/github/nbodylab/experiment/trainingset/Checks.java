package io.github.nbodylab.experiment.trainingset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What makes a table unfit. */
final class Checks {

    private Checks() {}

    /** Throws at the first thing that is wrong. */
    static void check(List<Column> columns, String target, boolean count, List<TrainingTable.Row> rows)
            throws TrainingSetException {
        if (rows.stream().allMatch(TrainingTable.Row::isTest) || rows.stream().noneMatch(TrainingTable.Row::isTest)) {
            throw new TrainingSetException("The training set has " + rows.size() + " rows, of which "
                    + rows.stream().filter(TrainingTable.Row::isTest).count()
                    + " are held out: there must be rows to train on, and rows to test on.");
        }
        oneSideEach(rows);
        for (TrainingTable.Row row : rows) {
            for (int c = 0; c < columns.size(); c++) {
                finite(columns.get(c).name(), row.input(c));
            }
            finite(target, row.value());
            if (count && !(row.value() >= 0 && row.value() == StrictMath.rint(row.value()))) {
                throw new TrainingSetException(
                        "The target '" + target + "' is a count, which " + row.value() + " is not.");
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

    private static void oneSideEach(List<TrainingTable.Row> rows) throws TrainingSetException {
        Map<String, Boolean> sides = new HashMap<>();
        for (TrainingTable.Row row : rows) {
            Boolean side = sides.putIfAbsent(row.group(), row.isTest());
            if (side != null && side != row.isTest()) {
                throw new TrainingSetException("The group '" + row.group() + "' has rows in both 'train' and 'test';"
                        + " a test on rows whose replicates were trained on proves nothing.");
            }
        }
    }

    private static void varies(Column column, int c, List<TrainingTable.Row> rows) throws TrainingSetException {
        long distinct = rows.stream()
                .filter(row -> !row.isTest())
                .mapToDouble(row -> row.input(c))
                .distinct()
                .count();
        if (distinct < 2) {
            throw new TrainingSetException("The input '" + column.name() + "' has one and the same value in all"
                    + " training rows, so no model can learn what it does: vary it under simulate, or take it out of"
                    + " trainingSet.inputs.");
        }
    }
}
