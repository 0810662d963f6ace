package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.Diagnostics.Coverage;
import io.github.nbodylab.experiment.report.record.Diagnostics.Covered;
import io.github.nbodylab.experiment.report.record.ReportRecord.Rows;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.RowWords;
import io.github.nbodylab.experiment.store.Csv;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** The part of the test rows that lies within central intervals, against the probability of these. */
public final class CoveragePlot {

    private static final int HEIGHT = 452;
    private static final double WIDE = 0.95;

    private CoveragePlot() {}

    /** The figure; {@code id} is unique in its page. */
    public static Figure figure(Coverage coverage, String model, Rows rows, String id) {
        String title = "Coverage of the intervals";
        String caption = caption(coverage, model, rows);
        return new Figure(
                id,
                title,
                caption,
                List.of(
                        new Figure.Entry("dot", Ink.MAIN, "test rows inside, with 95\u00a0% interval"),
                        new Figure.Entry("line", Ink.MUTED, "as many as there should be")),
                "exp-half",
                new Drawing(HEIGHT, () -> plot(coverage)),
                data(coverage));
    }

    private static XYPlot plot(Coverage coverage) {
        XYPlot plot = Chart.plot(
                new ScaledAxis("probability of the interval", Scale.LINEAR, 0, 1.02, Scale.LINEAR.ticks(0, 1, 6)),
                new ScaledAxis("part of the test rows inside", Scale.LINEAR, 0, 1.02, Scale.LINEAR.ticks(0, 1, 6)),
                62);
        XYIntervalSeries dots = new XYIntervalSeries("seen", false, true);
        for (Covered point : coverage.points()) {
            dots.add(
                    point.nominal(),
                    point.nominal(),
                    point.nominal(),
                    point.seen().value(),
                    point.seen().low(),
                    point.seen().high());
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(dots);
        plot.setDataset(data);
        plot.setRenderer(Marks.whiskers(true, Ink.MAIN));
        Marks.diagonal(plot, 0, 1);
        return plot;
    }

    private static Csv data(Coverage coverage) {
        return FigureData.table(
                FigureData.join(List.of("probability"), FigureData.columns("inside")),
                coverage.points().stream()
                        .map(point -> FigureData.join(List.of(point.nominal()), FigureData.cells(point.seen())))
                        .toList());
    }

    private static String caption(Coverage coverage, String model, Rows rows) {
        List<Covered> points = coverage.points();
        Covered widest = points.stream()
                .filter(point -> point.nominal() == WIDE)
                .findFirst()
                .orElse(points.get(points.size() - 1));
        long below = points.stream()
                .filter(point -> point.seen().value() > 0 && point.seen().high() < point.nominal())
                .count();
        long above = points.stream()
                .filter(point -> point.seen().value() < 1 && point.seen().low() > point.nominal())
                .count();
        long most = Math.max(below, above);
        String verdict = most * 10 <= points.size()
                ? "No more dots are off the line than chance allows."
                : "Dots " + (below > above ? "below" : "above") + " the line mean that the model is "
                        + (below > above ? "too" : "less") + " sure of itself"
                        + (below > above ? "" : " than it could be")
                        + ", here beyond chance for " + Numbers.count(most) + " of " + points.size() + " intervals.";
        return "The " + Numbers.percent(widest.nominal()) + " intervals of the " + model + ", made "
                + (coverage.residual()
                        ? "from its errors on training rows that it had not seen"
                        : "from its own variance and the noise of a row")
                + ", hold " + Numbers.percent(widest.seen().value()) + " of the "
                + RowWords.of(rows).counted(rows.test()) + " ("
                + Numbers.percent(widest.seen().low()) + " to "
                + Numbers.percent(widest.seen().high()) + "). " + verdict;
    }
}
