package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.words.Html;
import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.svg.SVGGraphics2D;

/** The one look of all plots, and their way from JFreeChart to SVG. */
public final class Chart {

    /** The width of a picture in its own units; on the page it grows and shrinks. */
    public static final int WIDTH = 480;

    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final BasicStroke HAIRLINE = new BasicStroke(1f);

    private Chart() {}

    /** An empty plot with quiet axes; {@code left} is the room for the vertical axis. */
    static XYPlot plot(ValueAxis x, ValueAxis y, int left) {
        XYPlot plot = new XYPlot(null, quiet(x), quiet(y), null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(8, 4, 4, 14));
        plot.setDomainGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setRangeZeroBaselineVisible(false);
        AxisSpace vertical = new AxisSpace();
        vertical.setLeft(left);
        AxisSpace horizontal = new AxisSpace();
        horizontal.setBottom(54);
        plot.setFixedRangeAxisSpace(vertical);
        plot.setFixedDomainAxisSpace(horizontal);
        return plot;
    }

    /** Dots without lines. */
    static XYLineAndShapeRenderer dots(Ink ink, double radius, double opacity) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, dot(radius));
        renderer.setSeriesPaint(0, ink.color(opacity));
        return renderer;
    }

    /** Lines without dots, each one path. */
    static XYLineAndShapeRenderer lines() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }

    static Shape dot(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    /** A line of this width, dashed by the lengths given. */
    static BasicStroke stroke(double width, float... dashes) {
        return dashes.length == 0
                ? new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dashes, 0f);
    }

    static Font font() {
        return TICK;
    }

    /**
     * The plot as an SVG element for a page: same plot, same bytes.
     *
     * @param id unique in the page; prefix of all ids in the picture
     * @param title its name for those who do not see it, plain text
     * @param description what it shows, plain text
     */
    static String svg(XYPlot plot, int height, String id, String title, String description) {
        String body = drawn(chart(plot), height, id)
                .replace("font-family: sans-serif", "font-family: var(--exp-font,system-ui,sans-serif)");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"exp-svg\" role=\"img\" viewBox=\"0 0 " + WIDTH + " "
                + height + "\" aria-labelledby=\"exp-" + id + "-title exp-" + id + "-desc\"><title id=\"exp-" + id
                + "-title\">" + Html.escape(title) + "</title><desc id=\"exp-" + id + "-desc\">"
                + Html.escape(description) + "</desc>" + Ink.inCss(body);
    }

    /** The plot with nothing about it. */
    static JFreeChart chart(XYPlot plot) {
        JFreeChart chart = new JFreeChart(null, TICK, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    /**
     * What is in the SVG element of a chart, with the end of the element, in stand-ins for colours.
     *
     * @param id prefix of all ids in it
     */
    static String drawn(JFreeChart chart, int height, String id) {
        SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, height);
        graphics.setDefsKeyPrefix("exp-" + id + "-");
        graphics.setGeomDoubleConverter(Chart::coordinate);
        graphics.setTransformDoubleConverter(Chart::coordinate);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
        String drawn = graphics.getSVGElement();
        return SvgDiet.leaner(drawn.substring(drawn.indexOf('>') + 1), "exp-" + id + "-");
    }

    /** Why this Java cannot measure text, which it needs to draw a plot; nothing if it can. */
    public static Optional<String> whyNoText() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true"); // a picture in a file needs no screen
        }
        try {
            new SVGGraphics2D(1, 1).getFontMetrics(TICK).stringWidth("0");
            LABEL.getLineMetrics("0", new FontRenderContext(null, true, true));
            return Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError | AWTError e) {
            Throwable cause = e; // which one it is, and how deep, differs from JDK to JDK
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Optional.of(cause.toString());
        }
    }

    private static ValueAxis quiet(ValueAxis axis) {
        axis.setLabelFont(LABEL);
        axis.setTickLabelFont(TICK);
        axis.setLabelPaint(Ink.TEXT.color());
        axis.setTickLabelPaint(Ink.MUTED.color());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(5, 4, 4, 7));
        return axis;
    }

    /** A coordinate with at most two digits after the point, a hundredth of a pixel. */
    static String coordinate(double number) {
        BigDecimal rounded = new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
