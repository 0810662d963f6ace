package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.ReportRecord.Body;
import io.github.nbodylab.experiment.report.record.ReportRecord.Cluster;
import io.github.nbodylab.experiment.report.record.ReportRecord.Merger;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A cluster at the end of a run, as the sky would show it, with a ring where each merger happened. */
public final class ClusterPlot {

    private static final int SIZE = Chart.WIDTH;

    private final Cluster cluster;
    private final double reach;
    private final double lightest;

    private ClusterPlot(Cluster cluster) {
        this.cluster = cluster;
        List<Double> distances = new ArrayList<>();
        cluster.bodies().forEach(body -> distances.add(Math.max(Math.abs(body.x()), Math.abs(body.y()))));
        cluster.mergers().forEach(merger -> distances.add(Math.max(Math.abs(merger.x()), Math.abs(merger.y()))));
        this.reach = Math.max(0.5, 1.06 * quantile(distances, 0.9));
        this.lightest = Double.isNaN(cluster.lightest())
                ? cluster.bodies().stream().mapToDouble(Body::mass).min().orElse(1)
                : cluster.lightest();
    }

    /** The figure. */
    public static Figure figure(Cluster cluster) {
        ClusterPlot picture = new ClusterPlot(cluster);
        List<Figure.Entry> legend = List.of(
                new Figure.Entry("dot", Ink.STAR, "black hole, its area in proportion to its mass"),
                new Figure.Entry("dot", Ink.REMNANT, "one that has merged"),
                new Figure.Entry("ring", Ink.WHEN1, "merger, early"),
                new Figure.Entry("ring", Ink.WHEN3, "midway"),
                new Figure.Entry("ring", Ink.WHEN5, "late"));
        String title = "A cluster and its mergers";
        String caption = picture.caption();
        return new Figure(
                "cluster",
                title,
                caption,
                legend,
                "exp-half exp-sky-legend",
                new Drawing(SIZE, () -> picture.plot()),
                picture.data());
    }

    private XYPlot plot() {
        ScaledAxis x = new ScaledAxis(null, Scale.LINEAR, -reach, reach, List.of());
        ScaledAxis y = new ScaledAxis(null, Scale.LINEAR, -reach, reach, List.of());
        XYPlot plot = Chart.plot(x, y, 0);
        x.setVisible(false);
        y.setVisible(false);
        plot.setFixedDomainAxisSpace(null);
        plot.setFixedRangeAxisSpace(null);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(Ink.SKY.color());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        double whole = cluster.bodies().size() > 100 ? 1.9 : cluster.bodies().size() > 40 ? 2.4 : 3;
        layer(plot, 0, cluster.bodies(), Body::x, Body::y, body -> paint(body, 0.16), body -> 3 * radius(body, whole));
        layer(plot, 1, cluster.bodies(), Body::x, Body::y, body -> paint(body, 0.96), body -> radius(body, whole));
        rings(plot, 2);
        scaleBar(plot);
        return plot;
    }

    private double radius(Body body, double whole) {
        return whole * StrictMath.sqrt(body.mass() / lightest);
    }

    private Color paint(Body body, double opacity) {
        return (isRemnant(body) ? Ink.REMNANT : Ink.STAR).color(opacity);
    }

    /** Equal masses start alike, so what is heavier has merged. */
    private boolean isRemnant(Body body) {
        return !cluster.mergers().isEmpty() && body.mass() > 1.5 * lightest;
    }

    private static <T> void layer(
            XYPlot plot,
            int index,
            List<T> things,
            ToDoubleFunction<T> x,
            ToDoubleFunction<T> y,
            Function<T, Color> paint,
            ToDoubleFunction<T> radius) {
        XYSeries places = new XYSeries(index, false, true);
        things.forEach(thing -> places.add(x.applyAsDouble(thing), y.applyAsDouble(thing)));
        plot.setDataset(index, new XYSeriesCollection(places));
        plot.setRenderer(index, new XYLineAndShapeRenderer(false, true) {
            private static final long serialVersionUID = 1L;

            @Override
            public Shape getItemShape(int row, int column) {
                return Chart.dot(radius.applyAsDouble(things.get(column)));
            }

            @Override
            public Color getItemPaint(int row, int column) {
                return paint.apply(things.get(column));
            }
        });
    }

    private void rings(XYPlot plot, int index) {
        layer(
                plot,
                index,
                cluster.mergers(),
                Merger::x,
                Merger::y,
                merger -> Ink.when(cluster.time() > 0 ? merger.time() / cluster.time() : 0)
                        .color(0.95),
                merger -> 6.5);
        XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer(index);
        renderer.setDefaultShapesFilled(false);
        renderer.setDefaultStroke(Chart.stroke(1.6));
        renderer.setAutoPopulateSeriesStroke(false);
    }

    private void scaleBar(XYPlot plot) {
        double length = reach > 4 ? 2 : reach > 1.6 ? 1 : 0.5;
        double left = -0.93 * reach;
        double low = -0.92 * reach;
        plot.addAnnotation(new XYLineAnnotation(left, low, left + length, low, Chart.stroke(2), Ink.STAR.color()));
        XYTextAnnotation text =
                new XYTextAnnotation(Numbers.brief(length, 2) + " H\u00e9non length", left, low + 0.025 * reach);
        text.setTextAnchor(TextAnchor.BOTTOM_LEFT);
        text.setFont(Chart.font());
        text.setPaint(Ink.STAR.color());
        plot.addAnnotation(text);
    }

    private Csv data() {
        List<List<?>> rows = new ArrayList<>();
        cluster.bodies().forEach(body -> rows.add(List.of("body", body.x(), body.y(), body.mass(), cluster.time())));
        cluster.mergers()
                .forEach(merger -> rows.add(List.of("merger", merger.x(), merger.y(), merger.mass(), merger.time())));
        return FigureData.table(
                List.of("what", "x [Henon length]", "y [Henon length]", "mass [Henon mass]", "time [Henon time]"),
                rows);
    }

    private String caption() {
        long outside = cluster.bodies().stream()
                .filter(body -> Math.max(Math.abs(body.x()), Math.abs(body.y())) > reach)
                .count();
        StringBuilder out = new StringBuilder();
        out.append(cluster.label().isEmpty() ? "Run " + cluster.run() : Terms.capital(cluster.label()))
                .append(", at t = ")
                .append(Numbers.brief(cluster.time(), 3))
                .append(", seen along z")
                .append(left())
                .append(" after ")
                .append(Numbers.counted(cluster.mergers().size(), "merger", "mergers"));
        if (!cluster.mergers().isEmpty() && cluster.heaviest() > 1.5 * lightest) {
            out.append("; the heaviest has ")
                    .append(Numbers.brief(cluster.heaviest() / lightest, 2))
                    .append(" times the least mass");
        }
        out.append(". ");
        if (cluster.mergers().size() >= 5) {
            double bodies = quantile(
                    cluster.bodies().stream()
                            .map(body -> StrictMath.hypot(body.x(), body.y()))
                            .toList(),
                    0.5);
            double mergers = quantile(
                    cluster.mergers().stream()
                            .map(merger -> StrictMath.hypot(merger.x(), merger.y()))
                            .toList(),
                    0.5);
            out.append("Half of the black holes lie within ")
                    .append(Numbers.significant(bodies, 2))
                    .append(" of the centre, half of the mergers happened within ")
                    .append(Numbers.significant(mergers, 2))
                    .append(mergers < 0.85 * bodies ? ": they happen where it is dense. " : ". ");
        }
        if (outside > 0) {
            out.append(Numbers.counted(outside, "black hole lies", "black holes lie"))
                    .append(" outside of the picture.");
        }
        return out.toString().strip();
    }

    /** How many black holes are left, which a record made before they were counted does not tell. */
    private String left() {
        if (cluster.count().isEmpty()) {
            return "";
        }
        long count = cluster.count().getAsLong();
        return ": " + Numbers.counted(count, "black hole", "black holes") + " left"
                + (count > cluster.bodies().size()
                        ? " (" + Numbers.count(cluster.bodies().size()) + " shown, evenly taken)"
                        : "");
    }

    /** The number below which this part of all lies; 0 of none. */
    private static double quantile(List<Double> numbers, double part) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, (long) (part * sorted.size())));
    }
}
