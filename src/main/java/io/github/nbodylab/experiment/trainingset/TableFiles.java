package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a table as CSV: group, split, inputs, targets. */
final class TableFiles {

    private TableFiles() {}

    static void write(TrainingTable table, Path folder) throws IOException {
        List<String> header = new ArrayList<>(List.of("group", "split"));
        table.columns().forEach(column -> header.add(column.name()));
        table.targets().forEach(target -> header.add(target.name()));
        double[][] inputs = table.inputs();
        double[][] outcomes = table.outcomes();
        String[] groups = table.groups();
        boolean[] test = table.test();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(groups[i], test[i] ? "test" : "train"));
            for (int c = 0; c < table.columns().size(); c++) {
                cells.add(text(table.columns().get(c), inputs[i][c]));
            }
            for (int t = 0; t < table.targets().size(); t++) {
                cells.add(text(table.targets().get(t), outcomes[i][t]));
            }
            rows.add(cells);
        }
        new Csv(header, rows).write(folder.resolve(TrainingSetAssembler.TABLE));
    }

    private static String text(Column column, double number) {
        if (column.isCategory()) {
            return column.levels().get((int) number);
        }
        return column.kind() == Input.Kind.WHOLE ? Long.toString((long) number) : Decimal.shortest(number);
    }

    private static String text(Target target, double number) {
        if (target.isClass()) {
            return target.levels().get((int) number);
        }
        return target.isCount() ? Long.toString((long) number) : Decimal.shortest(number);
    }
}
