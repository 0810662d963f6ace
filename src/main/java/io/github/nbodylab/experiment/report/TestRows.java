package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.ReportRecord.Input;
import io.github.nbodylab.experiment.report.ReportRecord.Prediction;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The test rows as one model sees them. Residuals of a count are differences of square roots, since its noise is about
 * the same everywhere on that scale (Bartlett 1936): a variance of phi times the mean becomes phi / 4.
 *
 * @param model the model's name
 * @param target the name of what is predicted
 * @param count whether it is a count, without negative values
 * @param dispersion the variance of replicates over their mean, NaN if unknown
 * @param inputs of the table
 * @param rows that have a prediction of this model
 */
record TestRows(
        String model, String target, boolean count, double dispersion, List<Input> inputs, List<Prediction> rows) {

    /** The test rows of a record as its chosen model sees them. */
    static TestRows ofChosen(ReportRecord record) {
        Findings findings = record.findings();
        return new TestRows(
                findings.chosen(),
                findings.target(),
                findings.count(),
                findings.ceiling().map(ReportRecord.Ceiling::dispersion).orElse(Double.NaN),
                findings.inputs(),
                record.pictures().predictions().stream()
                        .filter(row -> row.predicted().containsKey(findings.chosen()))
                        .toList());
    }

    Scale scale() {
        return count ? Scale.ROOT : Scale.LINEAR;
    }

    double predicted(Prediction row) {
        return row.predicted().get(model);
    }

    /** Observed minus predicted, on the scale of the target. */
    double residual(Prediction row) {
        return count
                ? Scale.ROOT.place(Math.max(0, row.observed())) - Scale.ROOT.place(Math.max(0, predicted(row)))
                : row.observed() - predicted(row);
    }

    boolean hasBand() {
        return count && dispersion > 0;
    }

    /** Two standard deviations of the replicate noise, as a residual. */
    double bandHalfWidth() {
        return StrictMath.sqrt(dispersion);
    }

    /** The largest number on the axes, above the smallest. */
    double largest() {
        double most = rows.stream()
                .mapToDouble(row -> Math.max(row.observed(), predicted(row)))
                .max()
                .orElse(1);
        return most > smallest() ? most : smallest() + 1;
    }

    /** The smallest number on the axes: 0 for a count that has no negative prediction. */
    double smallest() {
        double least = rows.stream()
                .mapToDouble(row -> Math.min(row.observed(), predicted(row)))
                .min()
                .orElse(0);
        return count ? Math.min(0, least) : least;
    }

    /** The row with the largest residual; of equals the first. */
    Prediction worst() {
        return rows.stream()
                .max(Comparator.comparingDouble(row -> Math.abs(residual(row))))
                .orElseThrow();
    }

    /** The inputs of a row, such as "N = 64, k = 2.1". */
    String where(Prediction row) {
        return inputs.stream()
                .filter(input -> row.inputs().containsKey(input.name()))
                .map(input ->
                        Terms.symbol(input.name()) + " = " + brief(row.inputs().get(input.name())))
                .collect(Collectors.joining(", "));
    }

    private static String brief(String text) {
        try {
            return Numbers.brief(Double.parseDouble(text), 3);
        } catch (NumberFormatException e) {
            return text; // a category
        }
    }
}
