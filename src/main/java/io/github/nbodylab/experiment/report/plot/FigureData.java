package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.store.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a figure shows, as a table: the numbers of the record with all their digits. */
final class FigureData {

    private FigureData() {}

    /** A column's name with its unit in brackets; a pure number has none. */
    static String column(String name, String unit) {
        return unit.isEmpty() || unit.equals("1") ? name : name + " [" + unit + "]";
    }

    /** The column of an input. */
    static String column(ReportRecord.Input input) {
        return column(input.name(), input.unit());
    }

    /** The three columns of a number and the ends of its interval. */
    static List<String> columns(String name) {
        return List.of(name, name + "_low", name + "_high");
    }

    /** The three cells of a number and the ends of its interval. */
    static List<Double> cells(Interval found) {
        return List.of(found.value(), found.low(), found.high());
    }

    /** Lists behind each other, such as columns. */
    static List<Object> join(List<?>... parts) {
        List<Object> all = new ArrayList<>();
        Arrays.stream(parts).forEach(all::addAll);
        return all;
    }

    /**
     * The table.
     *
     * @param columns their names
     * @param rows cells, each a number or a text; what is no finite number is an empty cell
     */
    static Csv table(List<?> columns, List<? extends List<?>> rows) {
        return new Csv(
                columns.stream().map(String::valueOf).toList(),
                rows.stream()
                        .map(row -> row.stream().map(FigureData::cell).toList())
                        .toList());
    }

    private static String cell(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? Decimal.shortest(number) : "";
        }
        return String.valueOf(value);
    }
}
