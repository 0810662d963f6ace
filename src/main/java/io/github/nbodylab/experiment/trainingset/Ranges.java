package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.spec.Feature;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.worker.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a table of rows: its columns get their ranges, and features that never vary are left out. */
final class Ranges {

    private Ranges() {}

    /**
     * Columns with the ranges of the rows that are not held out beyond: where no model is trained, none should be asked.
     *
     * @param rows {@code double[n][columns]}
     * @param sides {@code Side[n]}
     */
    static List<Column> of(List<Column> columns, double[][] rows, Side[] sides) {
        List<Column> ranged = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int place = c;
            var range = IntStream.range(0, rows.length)
                    .filter(i -> sides[i] != Side.BEYOND)
                    .mapToDouble(i -> rows[i][place])
                    .filter(value -> !Double.isNaN(value))
                    .summaryStatistics();
            ranged.add(range.getCount() == 0 ? columns.get(c) : columns.get(c).over(range.getMin(), range.getMax()));
        }
        return ranged;
    }

    /**
     * The table.
     *
     * @param features those of the rows: whether one varies is known only now, while a parameter that does not is a
     *     mistake of the spec
     * @param progress hears of features that are left out
     * @throws TrainingSetException if no honest model can be fitted to it
     */
    static TrainingTable table(Rows made, List<Feature> features, List<Target> targets, Progress progress)
            throws TrainingSetException {
        Set<String> names = features.stream().map(Feature::name).collect(Collectors.toSet());
        Side[] sides = made.all().stream().map(TrainingTable.Row::side).toArray(Side[]::new);
        List<Column> all = of(made.columns(), made.inputs(), sides);
        List<Column> columns = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int c = 0; c < made.columns().size(); c++) {
            Column column = all.get(c);
            int place = c;
            long distinct = made.all().stream()
                    .filter(TrainingTable.Row::isTraining)
                    .mapToDouble(row -> row.input(place))
                    .distinct()
                    .limit(2)
                    .count();
            if (distinct < 2 && names.contains(column.name())) {
                progress.info("left out: the input '" + column.name() + "', which is the same in all training rows");
                continue;
            }
            columns.add(column);
            kept.add(c);
        }
        int[] places = kept.stream().mapToInt(Integer::intValue).toArray();
        List<TrainingTable.Row> rows =
                made.all().stream().map(row -> row.only(places)).toList();
        Checks.check(columns, targets, rows);
        return new TrainingTable(columns, targets, rows);
    }
}
