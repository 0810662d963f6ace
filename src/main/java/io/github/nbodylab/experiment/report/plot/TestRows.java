package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Input;
import io.github.nbodylab.experiment.report.record.ReportRecord.Target;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.RowWords;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The test rows as one model sees them. Residuals of a count are differences of square roots, since its noise is about
 * the same everywhere on that scale (Bartlett 1936): a variance of phi times the mean becomes phi / 4.
 *
 * @param model the model's name
 * @param target what is predicted
 * @param dispersion the variance of replicates over their mean, NaN if unknown
 * @param inputs of the table
 * @param words what a row and a group are called
 * @param all how many test rows there are; the record may keep fewer
 * @param rows that have a prediction of this model
 */
public record TestRows(
        String model, Target target, double dispersion, List<Input> inputs, RowWords words, long all, List<Row> rows) {

    /** A row: its group, the text of each input, what was observed, what was predicted. */
    record Row(String group, Map<String, String> inputs, double observed, double predicted) {}

    /** The test rows of a record as its chosen model sees them. */
    public static TestRows ofChosen(ReportRecord record, Target target) {
        Findings findings = record.findings();
        return new TestRows(
                findings.chosen(),
                target,
                findings.ceiling().map(ReportRecord.Ceiling::dispersion).orElse(Double.NaN),
                findings.inputs(),
                RowWords.of(findings.rows()),
                findings.rows().test(),
                record.pictures().predictions().stream()
                        .filter(row -> row.observed().containsKey(target.name())
                                && row.predicted()
                                        .getOrDefault(findings.chosen(), Map.of())
                                        .containsKey(target.name()))
                        .map(row -> new Row(
                                row.group(),
                                row.inputs(),
                                row.observed().get(target.name()),
                                row.predicted().get(findings.chosen()).get(target.name())))
                        .toList());
    }

    /** "48 test rows", or how many of how many are shown. */
    String shown() {
        return rows.size() == all
                ? Numbers.counted(rows.size(), "test row", "test rows")
                : Numbers.count(rows.size()) + " of " + Numbers.counted(all, "test row", "test rows")
                        + ", evenly taken from the table";
    }

    Scale scale() {
        return target.count() ? Scale.ROOT : Scale.LINEAR;
    }

    /** Observed minus predicted, on the scale of the target. */
    double residual(Row row) {
        return target.count()
                ? Scale.ROOT.place(Math.max(0, row.observed())) - Scale.ROOT.place(Math.max(0, row.predicted()))
                : row.observed() - row.predicted();
    }

    boolean hasBand() {
        return target.count() && dispersion > 0;
    }

    /** Two standard deviations of the replicate noise, as a residual. */
    double bandHalfWidth() {
        return StrictMath.sqrt(dispersion);
    }

    /** The largest number on the axes, above the smallest. */
    double largest() {
        double most = rows.stream()
                .mapToDouble(row -> Math.max(row.observed(), row.predicted()))
                .max()
                .orElse(1);
        return most > smallest() ? most : smallest() + 1;
    }

    /** The smallest number on the axes: 0 for a count that has no negative prediction. */
    double smallest() {
        double least = rows.stream()
                .mapToDouble(row -> Math.min(row.observed(), row.predicted()))
                .min()
                .orElse(0);
        return target.count() ? Math.min(0, least) : least;
    }

    /** The row with the largest residual; of equals the first. */
    Row worst() {
        return rows.stream()
                .max(Comparator.comparingDouble(row -> Math.abs(residual(row))))
                .orElseThrow();
    }

    /** The inputs of a row, such as "N = 64, k = 2.1". */
    String where(Row row) {
        return inputs.stream()
                .filter(input -> row.inputs().containsKey(input.name()))
                .map(input ->
                        Terms.symbol(input.name()) + " = " + brief(row.inputs().get(input.name())))
                .collect(Collectors.joining(", "));
    }

    /** All rows, with what is left unexplained of each, as a table. */
    Csv data() {
        String residual = target.count() ? "sqrt(observed) - sqrt(predicted)" : "observed - predicted";
        return FigureData.table(
                FigureData.join(
                        List.of("group"),
                        inputs.stream().map(FigureData::column).toList(),
                        List.of(target.name() + "_observed", target.name() + "_predicted", residual)),
                rows.stream()
                        .map(row -> FigureData.join(
                                List.of(row.group()),
                                inputs.stream()
                                        .map(input -> row.inputs().getOrDefault(input.name(), ""))
                                        .toList(),
                                List.of(row.observed(), row.predicted(), residual(row))))
                        .toList());
    }

    private static String brief(String text) {
        try {
            return Numbers.brief(Double.parseDouble(text), 3);
        } catch (NumberFormatException e) {
            return text; // a category
        }
    }
}
