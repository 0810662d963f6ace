package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.StudyRecord.Curve;
import io.github.nbodylab.experiment.report.record.StudyRecord.Point;
import io.github.nbodylab.experiment.report.record.StudyRecord.Slope;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.RowWords;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** The errors on rows fitted to and on others, against the number of groups fitted to. */
public final class LearningCurvePlot {

    private static final int HEIGHT = 340;
    /** How often an error may be that of the last point before it is cut off. */
    private static final double TALLEST = 3;
    /** Keeps the bars of one number of groups apart. */
    private static final double APART = 1.008;

    private LearningCurvePlot() {}

    /** The figure. */
    public static Figure figure(Curve curve, String error, RowWords words) {
        List<Point> points = curve.points().stream()
                .filter(point -> point.failure().isEmpty())
                .toList();
        List<Figure.Entry> legend = new ArrayList<>();
        legend.add(new Figure.Entry("dot", Ink.MAIN, "rows that no fit saw (cross-validation)"));
        legend.add(new Figure.Entry("ring", Ink.SECOND, "rows fitted to"));
        if (Double.isFinite(curve.noise())) {
            legend.add(new Figure.Entry("dash", Ink.MUTED, "noise between replicates"));
        }
        String title = "What more training rows bring";
        String caption = caption(curve, points, error, words);
        return new Figure(
                "learning-curve",
                title,
                caption,
                legend,
                "exp-wide",
                new Drawing(HEIGHT, () -> plot(curve, points, error, words)),
                data(curve, points, error, words));
    }

    private static XYPlot plot(Curve curve, List<Point> points, String error, RowWords words) {
        double first = groups(points.get(0));
        double last = groups(points.get(points.size() - 1));
        XYPlot plot = Chart.plot(
                new ScaledAxis(
                        words.groups() + " fitted to",
                        Scale.LOG,
                        first / 1.12,
                        last * 1.12,
                        points.stream().map(LearningCurvePlot::groups).toList()),
                new ScaledAxis(Terms.words(error), Scale.LINEAR, 0, top(curve, points)),
                64);
        if (Double.isFinite(curve.noise())) {
            plot.addRangeMarker(Marks.line(curve.noise(), Ink.MUTED, 1.6, 5f, 4f), Layer.BACKGROUND);
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series("validation", points, Point::validation, 1 / APART));
        data.addSeries(series("training", points, Point::training, APART));
        plot.setDataset(data);
        XYErrorRenderer renderer = Marks.whiskers(true, Ink.MAIN, Ink.SECOND);
        renderer.setDefaultLinesVisible(true);
        plot.setRenderer(renderer);
        return plot;
    }

    private static Csv data(Curve curve, List<Point> points, String error, RowWords words) {
        return FigureData.table(
                FigureData.join(
                        List.of(words.groups()),
                        FigureData.columns(error + "_fitted"),
                        FigureData.columns(error + "_cross-validation"),
                        List.of("noise")),
                points.stream()
                        .map(point -> FigureData.join(
                                List.of(point.label()),
                                FigureData.cells(point.training()),
                                FigureData.cells(point.validation()),
                                List.of(curve.noise())))
                        .toList());
    }

    private static double groups(Point point) {
        return Double.parseDouble(point.label());
    }

    /** Errors of the smallest fits may be anything. */
    private static double top(Curve curve, List<Point> points) {
        double least = points.stream()
                .mapToDouble(point -> point.validation().value())
                .min()
                .orElse(1);
        double highest = points.stream()
                .flatMap(point -> List.of(point.validation(), point.training()).stream())
                .mapToDouble(Interval::high)
                .filter(high -> high <= TALLEST * least)
                .max()
                .orElse(least);
        double noise = Double.isFinite(curve.noise()) ? curve.noise() : 0;
        double top = 1.06 * Math.max(noise, Math.max(least * 1.2, highest));
        return top > 0 ? top : 1;
    }

    private static XYIntervalSeries series(
            String name, List<Point> points, Function<Point, Interval> which, double shift) {
        XYIntervalSeries series = new XYIntervalSeries(name, false, true);
        for (Point point : points) {
            Interval found = which.apply(point);
            double x = groups(point) * shift;
            if (Double.isFinite(found.value())) {
                series.add(x, x, x, found.value(), found.low(), found.high());
            }
        }
        return series;
    }

    private static String caption(Curve curve, List<Point> points, String error, RowWords words) {
        double top = top(curve, points);
        Point last = points.get(points.size() - 1);
        Point first = points.stream()
                .filter(point -> point.validation().value() <= top)
                .findFirst()
                .orElse(last);
        String name = Terms.words(error);
        StringBuilder out = new StringBuilder();
        if (!first.equals(last)) {
            out.append("Fitted to ")
                    .append(Numbers.count(groups(first)))
                    .append(' ')
                    .append(words.groups())
                    .append(" the model has a cross-validated ")
                    .append(name)
                    .append(" of ")
                    .append(Numbers.significant(first.validation().value(), 3))
                    .append(", to ")
                    .append(Numbers.count(groups(last)))
                    .append(" of ")
                    .append(Numbers.significant(last.validation().value(), 3))
                    .append("; ");
        }
        out.append("on the rows fitted to it is ")
                .append(Numbers.significant(last.training().value(), 3))
                .append(" at the end. ")
                .append(end(curve, words));
        boolean clipped = points.stream().anyMatch(point -> point.validation().high() > top);
        if (clipped) {
            out.append(" What lies above the picture is cut off.");
        }
        long failed = curve.points().stream()
                .filter(point -> !point.failure().isEmpty())
                .count();
        if (failed > 0) {
            out.append(" No fit succeeded at ")
                    .append(Numbers.counted(failed, "smaller number", "smaller numbers"))
                    .append(" of ")
                    .append(words.groups())
                    .append('.');
        }
        return out.append(" Bars are 95\u00a0% intervals.").toString();
    }

    private static String end(Curve curve, RowWords words) {
        String what = Double.isFinite(curve.noise()) ? "the error beyond the noise" : "the error";
        if (curve.slope().isEmpty()) {
            return Double.isFinite(curve.noise())
                    ? "It cannot be told from the noise between replicates: more " + words.groups()
                            + " would hardly help."
                    : "Too few fits succeeded to tell how it goes on.";
        }
        Slope slope = curve.slope().get();
        String exponent = Numbers.significant(slope.exponent().value(), 2) + " ("
                + Numbers.significant(slope.exponent().low(), 2) + " to "
                + Numbers.significant(slope.exponent().high(), 2) + ")";
        return switch (slope.trend()) {
            case "falls" ->
                "At its end " + what + " falls as n to the power of minus " + exponent
                        + ": halving it takes "
                        + Numbers.significant(slope.halvingTakes().value(), 2)
                        + " times as many " + words.groups() + ".";
            case "flat" ->
                "At its end it is flat: " + what + " goes as n to the power of minus " + exponent + ", so more "
                        + words.groups() + " would not help.";
            default ->
                "At its end " + what + " goes as n to the power of minus " + exponent
                        + (slope.exponent().low() > 0
                                ? ", but in some resamples the noise hides it"
                                : ", which chance may have done")
                        + ": whether more " + words.groups() + " help is not clear.";
        };
    }
}
