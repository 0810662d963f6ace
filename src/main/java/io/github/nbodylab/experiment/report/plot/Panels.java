package io.github.nbodylab.experiment.report.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Small plots that stand side by side in one picture. */
final class Panels {

    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    /** Where numbers reach so many times farther than nine tenths of them, they are better seen by their ratios. */
    private static final double FAR = 20;

    private Panels() {}

    /** An empty small plot; without room for an axis it has none. */
    static XYPlot plot(ValueAxis x, ValueAxis y, int left, int bottom) {
        XYPlot plot = Chart.plot(x, y, left);
        for (ValueAxis axis : List.of(x, y)) {
            axis.setLabelFont(SMALL);
            axis.setTickLabelFont(SMALL);
            axis.setTickLabelInsets(new RectangleInsets(2, 2, 2, 4));
        }
        x.setVisible(bottom > 0);
        y.setVisible(left > 0);
        plot.setInsets(new RectangleInsets(4, 3, 3, 5));
        AxisSpace below = new AxisSpace();
        below.setBottom(bottom);
        plot.setFixedDomainAxisSpace(below);
        plot.setOutlineVisible(true);
        plot.setOutlinePaint(Ink.GRID.color());
        plot.setOutlineStroke(Chart.stroke(1));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }

    /** The scale on which numbers are seen best; those that are NaN do not count. */
    static Scale scale(double[] numbers, boolean log) {
        double[] sorted = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        if (sorted.length == 0 || sorted[0] <= 0) {
            return Scale.LINEAR;
        }
        double most = sorted[(int) (0.95 * (sorted.length - 1))] - sorted[(int) (0.05 * (sorted.length - 1))];
        boolean far = sorted[sorted.length - 1] - sorted[0] > FAR * most && most > 0;
        return Scale.of(Arrays.stream(sorted).boxed().toList(), log || far);
    }

    /** A plot and its place in a picture. */
    record Panel(XYPlot plot, double x, double y, double width, double height) {}

    /** Panels as one plot, which draws each at its place. */
    static XYPlot together(List<Panel> panels) {
        return new Together(panels);
    }

    private static final class Together extends XYPlot {

        private static final long serialVersionUID = 1L;

        private final transient List<Panel> panels;

        Together(List<Panel> panels) {
            this.panels = List.copyOf(panels);
        }

        @Override
        public void draw(
                Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parentState, PlotRenderingInfo info) {
            for (Panel panel : panels) {
                Rectangle2D place = new Rectangle2D.Double(
                        area.getX() + panel.x(), area.getY() + panel.y(), panel.width(), panel.height());
                panel.plot().draw(g2, place, anchor, parentState, null);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
