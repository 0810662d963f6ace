package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Source;
import io.github.nbodylab.experiment.trainingset.source.SourceColumn;
import io.github.nbodylab.experiment.trainingset.source.SourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which rows of a table from elsewhere are used, by what is missing in them and what the spec says about that. */
final class SourceRows {

    private final ExperimentSpec spec;
    private final Source source;
    private final SourceTable table;
    private final List<String> problems;

    /**
     * Creates the chooser.
     *
     * @param problems to which it adds
     */
    SourceRows(ExperimentSpec spec, SourceTable table, List<String> problems) {
        this.spec = spec;
        this.source = spec.source().orElseThrow();
        this.table = table;
        this.problems = problems;
    }

    /** Their positions, rising; notes what is missing and must not be, and if none is left. */
    int[] used() {
        List<String> needed = new ArrayList<>();
        source.group().ifPresent(needed::add);
        if (source.missing() != Source.Missing.DROP) {
            needed.addAll(source.targets());
        }
        if (source.missing() == Source.Missing.REFUSE) {
            needed.addAll(spec.trainingSet().inputs());
        }
        needed.forEach(name -> requireWhole(table.columns().get(name)));
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> source.missing() != Source.Missing.DROP || isWhole(row))
                .toArray();
        if (table.rows() == 0) {
            problems.add("it has no rows");
        } else if (rows.length == 0) {
            problems.add("each of its " + table.rows()
                    + " rows misses a value, so that none is left; use fewer columns, or missing: impute");
        }
        return rows;
    }

    private boolean isWhole(int row) {
        return table.columns().values().stream().noneMatch(column -> column.isMissing(row));
    }

    private void requireWhole(SourceColumn column) {
        int[] gaps = IntStream.range(0, column.size()).filter(column::isMissing).toArray();
        if (gaps.length > 0) {
            boolean isInput = spec.trainingSet().inputs().contains(column.name());
            boolean isGroup = source.group().filter(column.name()::equals).isPresent();
            problems.add("'" + column.name() + "' is missing in " + gaps.length + " of " + table.rows()
                    + " rows, first in " + table.places().apply(gaps[0]) + "; "
                    + (isGroup ? "give each row its group" : "mend them, or leave such rows out with missing: drop")
                    + (isInput ? ", or fill them in with missing: impute" : ""));
        }
    }
}
