package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Target;
import java.util.ArrayList;
import java.util.List;

/** A training set as {@code trainingset.csv}. */
final class TableCsv {

    private TableCsv() {}

    static Csv of(TrainingTable table) {
        List<String> header = new ArrayList<>(List.of("group", "split"));
        table.columns().forEach(column -> header.add(column.name()));
        table.targets().forEach(target -> header.add(target.name()));
        double[][] inputs = table.inputs();
        double[][] outcomes = table.outcomes();
        String[] groups = table.groups();
        Side[] sides = table.sides();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(groups[i], sides[i].text()));
            for (int c = 0; c < table.columns().size(); c++) {
                cells.add(text(table.columns().get(c), inputs[i][c]));
            }
            for (int t = 0; t < table.targets().size(); t++) {
                cells.add(text(table.targets().get(t), outcomes[i][t]));
            }
            rows.add(cells);
        }
        return new Csv(header, rows);
    }

    private static String text(Column column, double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        if (column.isCategory()) {
            return column.levels().get((int) number);
        }
        return column.kind() == Input.Kind.WHOLE ? Long.toString((long) number) : Decimal.shortest(number);
    }

    private static String text(Target target, double number) {
        return switch (target.kind()) {
            case CLASS -> target.levels().get((int) number);
            case COUNT -> Long.toString((long) number);
            case REAL -> Decimal.shortest(number);
        };
    }
}
