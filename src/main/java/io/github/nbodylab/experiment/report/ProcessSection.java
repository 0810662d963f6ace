package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.CoveragePlot;
import io.github.nbodylab.experiment.report.plot.DistancePlot;
import io.github.nbodylab.experiment.report.plot.ErrorsPlot;
import io.github.nbodylab.experiment.report.plot.Figure;
import io.github.nbodylab.experiment.report.record.Diagnostics.Bound;
import io.github.nbodylab.experiment.report.record.Diagnostics.GaussianProcess;
import io.github.nbodylab.experiment.report.record.Diagnostics.LengthScale;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Whether Gaussian processes know how wrong they are (Bastos and O'Hagan 2009), and what the search for them found. */
final class ProcessSection {

    /** Starts that end so near to the best, in log likelihood, found the same optimum. */
    private static final double SAME = 0.1;

    private ProcessSection() {}

    static String html(ReportRecord record, FigureFiles files) {
        List<GaussianProcess> processes = record.diagnostics().processes();
        if (processes.isEmpty()) {
            return "";
        }
        StringBuilder out =
                new StringBuilder(Html.heading("gaussian-process", "Does the Gaussian process know how wrong it is?"));
        boolean chosen = processes.stream()
                .allMatch(process -> process.model().equals(record.findings().chosen()));
        if (!chosen) {
            out.append(Html.paragraph(
                    "exp-note", "It is not the chosen model; its errors on the test rows are looked at all the same."));
        }
        for (int p = 0; p < processes.size(); p++) {
            GaussianProcess process = processes.get(p);
            if (processes.size() > 1) {
                out.append(Html.element("h3", "exp-part", Html.escape(name(process))))
                        .append('\n');
            }
            out.append(files.html(figures(record, process, p == 0 ? "" : "-" + (p + 1))))
                    .append(search(process));
        }
        return out.toString();
    }

    private static String name(GaussianProcess process) {
        return Terms.capital(Terms.words(process.model()))
                + (process.target().isEmpty() ? "" : ", of " + Terms.axis(process.target()));
    }

    private static List<Figure> figures(ReportRecord record, GaussianProcess process, String mark) {
        List<Figure> figures = new ArrayList<>();
        String model = Terms.words(process.model());
        process.coverage()
                .ifPresent(coverage -> figures.add(
                        CoveragePlot.figure(coverage, model, record.findings().rows(), "process-coverage" + mark)));
        if (!process.standardizedErrors().isEmpty()) {
            String target = process.target().isEmpty() ? record.findings().target() : process.target();
            figures.add(ErrorsPlot.standardized(process, target, "process-errors" + mark));
            figures.add(ErrorsPlot.pivoted(process, "process-pivots" + mark));
        }
        process.distance()
                .ifPresent(distance ->
                        figures.add(DistancePlot.figure(distance, process.pivotedErrors(), "process-distance" + mark)));
        return figures;
    }

    /** Length scales, restarts and conditioning. */
    private static String search(GaussianProcess process) {
        List<List<String>> rows = new ArrayList<>();
        for (LengthScale scale : process.lengthScales()) {
            rows.add(List.of(
                    Html.escape(Terms.axis(scale.input())),
                    Html.escape(scale.kernel()),
                    Numbers.significant(scale.value(), 3)
                            + (scale.atBound().isEmpty()
                                    ? ""
                                    : " " + Html.badge("fair", "at its " + side(scale.atBound())))));
        }
        return rows.isEmpty()
                ? ""
                : Html.table(
                                "Length scales",
                                List.of("length scale of", "kernel", "standard deviations of the input"),
                                rows)
                        + Html.paragraph("exp-note", note(process));
    }

    private static String side(String bound) {
        return bound.equals("min") ? "lower bound" : "upper bound";
    }

    private static String note(GaussianProcess process) {
        StringBuilder out = new StringBuilder("The longer a length scale, the less the input matters.");
        for (Bound bound : process.atBounds()) {
            if (!bound.parameter().startsWith("length scale")) {
                out.append(" The ")
                        .append(bound.parameter())
                        .append(" ended at its ")
                        .append(side(bound.bound()))
                        .append('.');
            }
        }
        if (process.lengthScales().stream().anyMatch(scale -> !scale.atBound().isEmpty())) {
            out.append(" A length scale at a bound was not found but cut off: the bounds decide it.");
        }
        double best =
                process.optima().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double worst =
                process.optima().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        long same = process.optima().stream().filter(end -> best - end < SAME).count();
        if (process.optima().size() > 1) {
            boolean all = same == process.optima().size();
            out.append(all ? " All " : " Of ")
                    .append(process.optima().size())
                    .append(all ? " starts" : " starts " + same)
                    .append(" ended within ")
                    .append(Numbers.brief(SAME, 1))
                    .append(" of the best log likelihood, ")
                    .append(Numbers.significant(best, 4))
                    .append(all ? "" : "; the worst at " + Numbers.significant(worst, 4))
                    .append(same == 1 ? ": more starts might find a better one." : ".");
        }
        if (Double.isFinite(process.conditionNumber())) {
            out.append(" The condition number of the covariance matrix is ")
                    .append(Numbers.brief(rounded(process.conditionNumber()), 2))
                    .append(process.conditionNumber() > 1e12 ? ": rounding begins to matter." : ".");
        }
        return out.toString();
    }

    /** To two digits, however large. */
    private static double rounded(double number) {
        return new BigDecimal(number)
                .round(new MathContext(2, RoundingMode.HALF_EVEN))
                .doubleValue();
    }
}
