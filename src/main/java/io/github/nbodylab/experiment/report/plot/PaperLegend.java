package io.github.nbodylab.experiment.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.util.ShapeUtils;

/** The legend of a figure as part of its picture; in a page it is a list. */
final class PaperLegend {

    private static final Shape NOTHING = new Rectangle2D.Double();
    private static final Shape LINE = new Line2D.Double(-9, 0, 9, 0);
    private static final Color CLEAR = new Color(0, 0, 0, 0);

    private PaperLegend() {}

    /** The legend, to stand below the plot. */
    static LegendTitle of(Figure figure) {
        LegendItemCollection items = new LegendItemCollection();
        figure.legend().forEach(entry -> items.add(item(entry)));
        LegendTitle legend = new LegendTitle(() -> items);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(Chart.font());
        legend.setPadding(new RectangleInsets(4, 8, 8, 8));
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 10));
        boolean sky = figure.shape().contains("sky");
        legend.setItemPaint((sky ? Ink.STAR : Ink.TEXT).color());
        if (sky) {
            legend.setBackgroundPaint(Ink.SKY.color());
        }
        return legend;
    }

    private static LegendItem item(Figure.Entry entry) {
        Color ink = entry.ink().color();
        return switch (entry.mark()) {
            case "line" -> line(entry, Chart.stroke(2), ink);
            case "dash" -> line(entry, Chart.stroke(1.6, 5f, 4f), ink);
            case "ring" -> shape(entry, Chart.dot(5), CLEAR, ink);
            case "band" ->
                shape(entry, new Rectangle2D.Double(-9, -5, 18, 10), entry.ink().color(0.22), CLEAR);
            case "triangle" -> shape(entry, ShapeUtils.createUpTriangle(5), ink, CLEAR);
            case "cross" -> shape(entry, ShapeUtils.createDiagonalCross(5, 0.8f), ink, CLEAR);
            case "block" -> shape(entry, new Rectangle2D.Double(-5, -5, 10, 10), ink, CLEAR);
            default -> shape(entry, Chart.dot(5), ink, CLEAR);
        };
    }

    private static LegendItem shape(Figure.Entry entry, Shape shape, Color fill, Color edge) {
        return new LegendItem(
                entry.text(),
                null,
                null,
                null,
                true,
                shape,
                fill.getAlpha() > 0,
                fill,
                edge.getAlpha() > 0,
                edge,
                Chart.stroke(1.8),
                false,
                NOTHING,
                Chart.stroke(1),
                CLEAR);
    }

    private static LegendItem line(Figure.Entry entry, BasicStroke stroke, Color ink) {
        return new LegendItem(
                entry.text(),
                null,
                null,
                null,
                false,
                NOTHING,
                false,
                CLEAR,
                false,
                CLEAR,
                stroke,
                true,
                LINE,
                stroke,
                ink);
    }
}
