package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.Diagnostics.GaussianProcess;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;

/** Errors of a Gaussian process in units of what it expected, about as they should scatter: 95 % of them within 2. */
public final class ErrorsPlot {

    private static final int HEIGHT = 340;
    private static final double BAND = 2;

    private ErrorsPlot() {}

    /** Each row by itself, against its prediction; {@code id} is unique in its page. */
    public static Figure standardized(GaussianProcess process, String target, String id) {
        List<Double> errors = process.standardizedErrors();
        double most = errors.stream().mapToDouble(Math::abs).max().orElse(0);
        String caption = inside(errors) + " The farthest is off by " + Numbers.significant(most, 2)
                + " deviations. A pattern along the prediction would mean that the variance is wrong in places."
                + (process.every() > 1 ? " Every " + ordinal(process.every()) + " test row is shown." : "");
        return figure(
                id,
                "Standardised errors against the prediction",
                caption,
                "one test row",
                "predicted " + Terms.axis(target),
                process.predicted(),
                errors);
    }

    /** Made independent of each other, in the order of the pivots. */
    public static Figure pivoted(GaussianProcess process, String id) {
        List<Double> errors = process.pivotedErrors();
        int middle = errors.size() / 2;
        long early = errors.subList(0, middle).stream()
                .filter(error -> Math.abs(error) > BAND)
                .count();
        long late = errors.subList(middle, errors.size()).stream()
                .filter(error -> Math.abs(error) > BAND)
                .count();
        String caption = "Errors made independent of each other, the most uncertain row first. " + inside(errors)
                + " Beyond it are " + Numbers.count(early)
                + " in the left half, where many would mean a wrong variance,"
                + " and " + Numbers.count(late) + " in the right, where they would mean wrong length scales.";
        return figure(
                id,
                "Pivoted errors",
                caption,
                "one pivot",
                "place of the pivot",
                IntStream.rangeClosed(1, errors.size())
                        .mapToObj(i -> (double) i)
                        .toList(),
                errors);
    }

    private static String inside(List<Double> errors) {
        long inside = errors.stream().filter(error -> Math.abs(error) <= BAND).count();
        return Numbers.count(inside) + " of " + Numbers.count(errors.size()) + " lie within 2 ("
                + Numbers.percent((double) inside / errors.size()) + "; about 95\u00a0% should).";
    }

    private static String ordinal(long number) {
        return number == 2 ? "second" : number == 3 ? "third" : number + "th";
    }

    private static Figure figure(
            String id, String title, String caption, String dot, String label, List<Double> x, List<Double> errors) {
        return new Figure(
                id,
                title,
                caption,
                List.of(
                        new Figure.Entry("dot", Ink.MAIN, dot),
                        new Figure.Entry("band", Ink.BAND, "where 95\u00a0% should be")),
                "exp-half",
                new Drawing(HEIGHT, () -> plot(label, x, errors)),
                data(x, label, errors));
    }

    private static Csv data(List<Double> x, String label, List<Double> errors) {
        return FigureData.table(
                List.of(label, "error / deviation"),
                IntStream.range(0, errors.size())
                        .mapToObj(i -> List.of(x.get(i), errors.get(i)))
                        .toList());
    }

    private static XYPlot plot(String label, List<Double> x, List<Double> errors) {
        double low = x.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = x.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double margin = high > low ? 0.05 * (high - low) : 1;
        double half = 1.12
                * Math.max(2.5, errors.stream().mapToDouble(Math::abs).max().orElse(0));
        XYPlot plot = Chart.plot(
                new ScaledAxis(label, Scale.LINEAR, low - margin, high + margin),
                new ScaledAxis("error / deviation", Scale.LINEAR, -half, half, Scale.LINEAR.ticks(-half, half, 6)),
                66);
        plot.addRangeMarker(Marks.band(-BAND, BAND, Ink.BAND), Layer.BACKGROUND);
        plot.addRangeMarker(Marks.line(0, Ink.MUTED, 1.2), Layer.BACKGROUND);
        XYSeries points = new XYSeries("errors", false, true);
        for (int i = 0; i < errors.size(); i++) {
            points.add(x.get(i), errors.get(i));
        }
        Marks.layer(plot, points, Chart.dots(Ink.MAIN, 4.5, 0.62));
        return plot;
    }
}
