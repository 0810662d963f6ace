package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.Diagnostics.Bin;
import io.github.nbodylab.experiment.report.record.Diagnostics.Classes;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.store.Csv;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Observed frequencies against predicted probabilities, in bins of rows. */
public final class ReliabilityPlot {

    private static final int HEIGHT = 452;
    private static final String ID = "reliability";

    private ReliabilityPlot() {}

    /** The figure; {@code rows} is what rows are called. */
    public static Figure figure(Classes classes, Scores scores, String rows) {
        boolean two = classes.levels().size() == 2;
        String event = two ? classes.levels().get(1) : "the likeliest class";
        String title = "Are the probabilities true?";
        String caption = caption(classes, scores, rows);
        return new Figure(
                ID,
                title,
                caption,
                List.of(
                        new Figure.Entry("dot", Ink.MAIN, "a bin: its mean, the range predicted, 95\u00a0% interval"),
                        new Figure.Entry("line", Ink.MUTED, "calibrated")),
                "exp-half",
                new Drawing(
                        HEIGHT,
                        () -> plot(
                                classes.bins(),
                                "predicted probability of " + event,
                                two ? "frequency of " + event : "how often it was right")),
                data(classes.bins()));
    }

    private static XYPlot plot(List<Bin> bins, String x, String y) {
        XYPlot plot = ClassCurves.plot(x, y);
        XYIntervalSeries dots = new XYIntervalSeries("bins", false, true);
        for (Bin bin : bins) {
            Interval seen = bin.observed();
            dots.add(bin.predicted(), bin.low(), bin.high(), seen.value(), seen.low(), seen.high());
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(dots);
        plot.setDataset(data);
        XYErrorRenderer renderer = Marks.whiskers(true, Ink.MAIN);
        renderer.setDrawXError(true);
        plot.setRenderer(renderer);
        Marks.diagonal(plot, 0, 1);
        return plot;
    }

    private static Csv data(List<Bin> bins) {
        return FigureData.table(
                FigureData.join(
                        List.of("rows", "predicted", "predicted_least", "predicted_most"),
                        FigureData.columns("observed")),
                bins.stream()
                        .map(bin -> FigureData.join(
                                List.of(bin.rows(), bin.predicted(), bin.low(), bin.high()),
                                FigureData.cells(bin.observed())))
                        .toList());
    }

    private static String caption(Classes classes, Scores scores, String rows) {
        List<Bin> bins = classes.bins();
        long fewest = bins.stream().mapToLong(Bin::rows).min().orElse(0);
        long most = bins.stream().mapToLong(Bin::rows).max().orElse(0);
        List<Bin> mixed = bins.stream()
                .filter(bin -> bin.observed().value() > 0 && bin.observed().value() < 1) // else there is no interval
                .toList();
        long hold = mixed.stream()
                .filter(bin -> bin.observed().low() <= bin.predicted()
                        && bin.predicted() <= bin.observed().high())
                .count();
        Bin worst = bins.stream()
                .max(Comparator.comparingDouble(bin -> Math.abs(bin.observed().value() - bin.predicted())))
                .orElseThrow();
        Interval error = scores.metric("calibration-error");
        return Numbers.counted(bins.size(), "bin", "bins") + " of "
                + (fewest == most ? Numbers.count(most) : Numbers.count(fewest) + " to " + Numbers.count(most))
                + " " + rows + " each. Of " + Numbers.counted(mixed.size(), "bin", "bins")
                + " with both outcomes, the intervals of " + Numbers.count(hold)
                + " hold what was predicted. The farthest off: " + Numbers.significant(worst.predicted(), 2)
                + " predicted, " + Numbers.significant(worst.observed().value(), 2) + " observed."
                + (Double.isFinite(error.value())
                        ? " Calibration error " + Numbers.fixed(error.value(), 3) + " (" + Numbers.fixed(error.low(), 3)
                                + " to " + Numbers.fixed(error.high(), 3) + "), which is above 0 by chance alone."
                        : "");
    }
}
