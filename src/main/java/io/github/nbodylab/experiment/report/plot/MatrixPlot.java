package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.DesignRecord.PointInput;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYSeries;

/**
 * How points cover the space of inputs: each pair against each other, and each input by itself on the diagonal. A single
 * input has a row for each kind of point below its histogram.
 */
public final class MatrixPlot {

    private static final int LEFT = 70;
    private static final int BOTTOM = 38;
    private static final double TALLEST = 165;

    private final DesignPoints points;
    private final List<PointInput> inputs;
    private final double width;
    private final double height;

    private MatrixPlot(DesignPoints points) {
        this.points = points;
        this.inputs = points.design().inputs();
        this.width = (double) (Chart.WIDTH - LEFT) / inputs.size();
        this.height = Math.min(width, TALLEST);
    }

    /** The figure of a design that has an input. */
    public static Figure figure(DesignPoints points, String caption) {
        MatrixPlot matrix = new MatrixPlot(points);
        int rows = Math.max(2, matrix.inputs.size());
        int high = (int) StrictMath.ceil(matrix.height * rows + BOTTOM);
        String title = "How the points cover the inputs";
        return new Figure(
                "design",
                title,
                caption,
                points.legend(),
                "exp-wide",
                new Drawing(high, () -> Panels.together(matrix.panels(rows))),
                points.data());
    }

    private List<Panels.Panel> panels(int rows) {
        List<Panels.Panel> panels = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int bottom = row == rows - 1 ? BOTTOM : 0;
            for (int column = 0; column <= Math.min(row, inputs.size() - 1); column++) {
                int left = column == 0 && row > 0 ? LEFT : 0;
                XYPlot plot = row == column
                        ? histogram(inputs.get(row), bottom)
                        : scatter(
                                inputs.get(column),
                                row < inputs.size() ? inputs.get(row) : points.kinds(),
                                left,
                                bottom);
                panels.add(new Panels.Panel(
                        plot, LEFT - left + column * width, row * height, width + left, height + bottom));
            }
        }
        return panels;
    }

    private XYPlot scatter(PointInput x, PointInput y, int left, int bottom) {
        XYPlot plot = Panels.plot(new PointAxis(x).axis(width), new PointAxis(y).upright(height), left, bottom);
        double radius = points.design().kept() > 150 ? 2.4 : 3.2;
        Shape triangle = ShapeUtils.createUpTriangle((float) radius);
        add(plot, x, y, points.training(), Ink.MAIN, Chart.dot(radius), true);
        add(plot, x, y, points.design().other(), Ink.MUTED, Chart.dot(radius), true);
        add(plot, x, y, points.design().beyond(), Ink.CEILING, triangle, true);
        add(plot, x, y, points.design().test(), Ink.SECOND, Chart.dot(radius + 0.8), false);
        add(plot, x, y, points.design().failed(), Ink.TEXT, ShapeUtils.createDiagonalCross(5, 0.8f), true);
        return plot;
    }

    private static void add(
            XYPlot plot, PointInput x, PointInput y, List<Integer> points, Ink ink, Shape shape, boolean filled) {
        XYSeries series = new XYSeries("points", false, true);
        for (int point : points) {
            double there = x.values().get(point);
            double value = y.values().get(point);
            if (!Double.isNaN(there) && !Double.isNaN(value)) {
                series.add(there, value);
            }
        }
        if (!series.isEmpty()) {
            Marks.layer(plot, series, Marks.shapes(ink, shape, filled));
        }
    }

    private XYPlot histogram(PointInput input, int bottom) {
        PointAxis layout = new PointAxis(input);
        List<Bars.Bar> bars = layout.histogram(points.design().even());
        double[] heights = bars.stream().mapToDouble(Bars.Bar::height).toArray();
        XYPlot plot = Panels.plot(layout.axis(width), PanelAxes.heights(heights), 0, bottom);
        Bars.fill(plot, bars, Ink.MUTED, 0.55);
        return plot;
    }
}
