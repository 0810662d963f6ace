package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What the chosen model predicts against what was observed, on the rows it was not fitted to. */
public final class PredictedPlot {

    private static final int HEIGHT = 452;
    private static final int POINTS = 60;

    private PredictedPlot() {}

    /** The figure; {@code id} is unique in its page. */
    public static Figure figure(TestRows rows, String id) {
        List<Figure.Entry> legend = new ArrayList<>();
        legend.add(new Figure.Entry("dot", Ink.MAIN, "one test row"));
        legend.add(new Figure.Entry("line", Ink.MUTED, "predicted = observed"));
        if (rows.hasBand()) {
            legend.add(new Figure.Entry("band", Ink.BAND, "noise between replicates, 2 standard deviations"));
        }
        String title =
                "Predicted against observed " + Terms.column(rows.target().name());
        String caption = caption(rows);
        return new Figure(id, title, caption, legend, "exp-half", new Drawing(HEIGHT, () -> plot(rows)), rows.data());
    }

    private static XYPlot plot(TestRows rows) {
        double top = rows.scale().place(rows.largest()) * 1.04;
        double low = rows.scale().place(rows.smallest());
        double least = rows.scale().number(low - 0.03 * (top - low));
        double most = rows.scale().number(top);
        XYPlot plot = Chart.plot(
                new ScaledAxis("observed " + Terms.axis(rows.target().name()), rows.scale(), least, most),
                new ScaledAxis("predicted " + Terms.axis(rows.target().name()), rows.scale(), least, most),
                62);
        XYSeries points = new XYSeries("rows", false, true);
        for (TestRows.Row row : rows.rows()) {
            points.add(row.observed(), row.predicted());
        }
        XYLineAndShapeRenderer dots = Chart.dots(Ink.MAIN, 4.5, 0.62);
        if (rows.hasBand()) {
            dots.addAnnotation(band(rows, least, most), Layer.BACKGROUND);
        }
        XYSeries diagonal = new XYSeries("diagonal", false, true);
        diagonal.add(least, least);
        diagonal.add(most, most);
        XYLineAndShapeRenderer line = Chart.lines();
        line.setSeriesPaint(0, Ink.MUTED.color());
        line.setSeriesStroke(0, Chart.stroke(1.2));
        plot.setDataset(0, new XYSeriesCollection(points));
        plot.setRenderer(0, dots);
        plot.setDataset(1, new XYSeriesCollection(diagonal));
        plot.setRenderer(1, line);
        return plot;
    }

    /** Where |sqrt(observed) - sqrt(predicted)| stays within two standard deviations of the noise. */
    private static XYPolygonAnnotation band(TestRows rows, double least, double most) {
        double half = rows.bandHalfWidth();
        double from = Scale.ROOT.place(least);
        double to = Scale.ROOT.place(most);
        double[] polygon = new double[4 * (POINTS + 1)];
        for (int i = 0; i <= POINTS; i++) {
            double root = from + (to - from) * i / POINTS;
            int back = polygon.length - 2 - 2 * i;
            polygon[2 * i] = Scale.ROOT.number(root);
            polygon[2 * i + 1] = Scale.ROOT.number(root + half);
            polygon[back] = Scale.ROOT.number(root);
            polygon[back + 1] = Scale.ROOT.number(root - half);
        }
        return new XYPolygonAnnotation(polygon, null, null, Ink.BAND.color(0.13));
    }

    private static String caption(TestRows rows) {
        StringBuilder out = new StringBuilder();
        out.append(Terms.capital(Terms.words(rows.model())))
                .append(" on ")
                .append(rows.shown())
                .append(". ");
        if (rows.hasBand()) {
            long inside = rows.rows().stream()
                    .filter(row -> Math.abs(rows.residual(row)) <= rows.bandHalfWidth())
                    .count();
            out.append(String.format(
                    Locale.ROOT,
                    "%s of %s lie in the band where rows with equal inputs scatter by themselves (variance %s times"
                            + " the mean); a perfect model would have about 95\u00a0%% there, and none can be expected to have more."
                            + " ",
                    Numbers.count(inside),
                    Numbers.count(rows.rows().size()),
                    Numbers.significant(rows.dispersion(), 2)));
        }
        TestRows.Row worst = rows.worst();
        out.append("The farthest off: ")
                .append(Numbers.brief(worst.observed(), 3))
                .append(" observed, ")
                .append(Numbers.significant(worst.predicted(), 3))
                .append(" predicted");
        String where = rows.where(worst);
        out.append(where.isEmpty() ? "." : " at " + where + ".");
        return rows.scale() == Scale.ROOT ? out + " Both axes are square-root scales." : out.toString();
    }
}
