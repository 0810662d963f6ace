package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.Diagnostics.Distance;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.store.Csv;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;

/** The squared Mahalanobis distance of all test rows from what a Gaussian process said of them together. */
public final class DistancePlot {

    private static final int HEIGHT = 130;

    private DistancePlot() {}

    /** The figure; {@code id} is unique in its page. */
    public static Figure figure(Distance distance, List<Double> pivoted, String id) {
        String title = "All errors together";
        String caption = caption(distance, pivoted);
        return new Figure(
                id,
                title,
                caption,
                List.of(
                        new Figure.Entry("dot", Ink.MAIN, "squared Mahalanobis distance"),
                        new Figure.Entry("band", Ink.BAND, "where a process that is right is in 95\u00a0% of cases")),
                "exp-half",
                new Drawing(HEIGHT, () -> plot(distance)),
                data(distance));
    }

    private static XYPlot plot(Distance distance) {
        double most = 1.1 * Math.max(distance.high(), distance.squared());
        ScaledAxis quiet = new ScaledAxis(null, Scale.LINEAR, 0, 1, List.of());
        XYPlot plot = Chart.plot(new ScaledAxis("squared distance", Scale.LINEAR, 0, most), quiet, 24);
        plot.setRangeGridlinesVisible(false);
        plot.addDomainMarker(Marks.band(distance.low(), distance.high(), Ink.BAND), Layer.BACKGROUND);
        XYSeries point = new XYSeries("distance", false, true);
        point.add(distance.squared(), 0.5);
        Marks.layer(plot, point, Chart.dots(Ink.MAIN, 7, 1));
        return plot;
    }

    private static Csv data(Distance distance) {
        return FigureData.table(
                List.of("rows", "squared_distance", "reference_low", "reference_high", "probability_of_more"),
                List.of(List.of(
                        distance.rows(), distance.squared(), distance.low(), distance.high(), distance.tail())));
    }

    private static String caption(Distance distance, List<Double> pivoted) {
        double largest =
                pivoted.stream().mapToDouble(error -> error * error).max().orElse(0);
        boolean above = distance.squared() > distance.high();
        boolean below = distance.squared() < distance.low();
        return "The squared Mahalanobis distance of " + Numbers.counted(distance.rows(), "row", "rows") + " is "
                + Numbers.significant(distance.squared(), 3) + "; a process that is right has "
                + Numbers.significant(distance.low(), 3) + " to " + Numbers.significant(distance.high(), 3)
                + " in 95\u00a0% of cases, and this or more with a probability of "
                + Numbers.significant(distance.tail(), 2) + ". "
                + (above
                        ? "It is more sure of itself than it may be, or its length scales are wrong."
                        : below ? "It is less sure of itself than it could be." : "So nothing speaks against it here.")
                + (largest > distance.squared() / 2
                        ? " One row alone makes up " + Numbers.percent(largest / distance.squared()) + " of it."
                        : "");
    }
}
