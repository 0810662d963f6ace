package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.spec.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** The groups that are held out because a row of theirs has an input beyond the bounds of the spec. */
final class BeyondBounds {

    private static final String KEY = "trainingSet.split.within";

    private BeyondBounds() {}

    /**
     * The groups.
     *
     * @param within input to its bounds; where there are none, no group is beyond
     * @param columns of the rows
     * @param inputs {@code double[n][columns]}
     * @param groups {@code String[n]}
     * @throws TrainingSetException if a bounded input is a word or misses values, or fewer than two groups are within, or
     *     none beyond
     */
    static Set<String> groups(
            SortedMap<String, TrainingSet.Bounds> within, List<Column> columns, double[][] inputs, String[] groups)
            throws TrainingSetException {
        Set<String> beyond = new TreeSet<>();
        if (within.isEmpty()) {
            return beyond;
        }
        int all = new TreeSet<>(Arrays.asList(groups)).size();
        for (Map.Entry<String, TrainingSet.Bounds> bounds : within.entrySet()) {
            int c = place(bounds.getKey(), columns);
            for (int i = 0; i < groups.length; i++) {
                if (!bounds.getValue().contains(inputs[i][c])) {
                    beyond.add(groups[i]);
                }
            }
        }
        if (beyond.isEmpty()) {
            throw new TrainingSetException("No group has a row beyond the bounds of " + KEY + "; "
                    + ranges(within, columns, inputs) + ": set the bounds within that, or leave them out.");
        }
        if (all - beyond.size() < 2) {
            throw new TrainingSetException("Of the " + all + " groups, " + (all - beyond.size())
                    + " lie wholly within the bounds of " + KEY
                    + ", and there must be one to train on and another to test on; " + ranges(within, columns, inputs)
                    + ": widen the bounds, or give more groups there.");
        }
        return beyond;
    }

    private static int place(String name, List<Column> columns) throws TrainingSetException {
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            if (column.name().equals(name) && (column.isCategory() || column.gaps())) {
                throw new TrainingSetException("The input '" + name + "' has bounds in " + KEY + ", but "
                        + (column.isCategory()
                                ? "its values are words: bound an input that is a number."
                                : "it is missing in some rows, of which it is not known whether they lie within: drop"
                                        + " them with trainingSet.missing, or bound another input."));
            }
            if (column.name().equals(name)) {
                return c;
            }
        }
        throw new TrainingSetException(
                "The input '" + name + "' has bounds in " + KEY + ", but the table has no such column.");
    }

    private static String ranges(SortedMap<String, TrainingSet.Bounds> within, List<Column> columns, double[][] inputs)
            throws TrainingSetException {
        StringBuilder ranges = new StringBuilder();
        for (String name : within.keySet()) {
            int c = place(name, columns);
            var range = Arrays.stream(inputs).mapToDouble(row -> row[c]).summaryStatistics();
            ranges.append(ranges.isEmpty() ? "'" : ", '")
                    .append(name)
                    .append("' goes from ")
                    .append(Decimal.shortest(range.getMin()))
                    .append(" to ")
                    .append(Decimal.shortest(range.getMax()));
        }
        return ranges.toString();
    }
}
