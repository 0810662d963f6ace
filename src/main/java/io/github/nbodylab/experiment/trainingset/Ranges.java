package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.spec.Feature;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.worker.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a table of rows: its columns get their ranges, and features that never vary are left out. */
final class Ranges {

    private Ranges() {}

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
        List<Column> columns = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int c = 0; c < made.columns().size(); c++) {
            Column column = made.columns().get(c);
            int place = c;
            long distinct = made.all().stream()
                    .filter(row -> !row.isTest())
                    .mapToDouble(row -> row.input(place))
                    .distinct()
                    .limit(2)
                    .count();
            if (distinct < 2 && names.contains(column.name())) {
                progress.info("left out: the input '" + column.name() + "', which is the same in all training rows");
                continue;
            }
            var range = made.all().stream().mapToDouble(row -> row.input(place)).summaryStatistics();
            columns.add(column.over(range.getMin(), range.getMax()));
            kept.add(c);
        }
        int[] places = kept.stream().mapToInt(Integer::intValue).toArray();
        List<TrainingTable.Row> rows =
                made.all().stream().map(row -> row.only(places)).toList();
        Checks.check(columns, targets, rows);
        return new TrainingTable(columns, targets, rows);
    }
}
