package io.github.nbodylab.experiment.report.plot;

import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;

/** The bars of a histogram, filled or in outline. */
final class Bars {

    private Bars() {}

    /** A bar over a part of the axis. */
    record Bar(double low, double high, double height) {}

    /** Adds filled bars as one more layer of a plot. */
    static void fill(XYPlot plot, List<Bar> bars, Ink ink, double opacity) {
        XYIntervalSeries series = new XYIntervalSeries("bars", false, true);
        for (Bar bar : bars) {
            series.add((bar.low + bar.high) / 2, bar.low, bar.high, bar.height, bar.height, bar.height);
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        XYBarRenderer renderer = new XYBarRenderer(0.08);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setSeriesPaint(0, ink.color(opacity));
        int index = plot.getDataset(0) == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }

    /** Adds the outline of bars, dashed by the lengths given, as one more layer of a plot. */
    static void outline(XYPlot plot, List<Bar> bars, Ink ink, float... dashes) {
        XYSeries line = new XYSeries("outline", false, true);
        double end = bars.get(0).low;
        line.add(end, 0);
        for (Bar bar : bars) {
            if (bar.low > end) {
                line.add(end, 0);
                line.add(bar.low, 0);
            }
            line.add(bar.low, bar.height);
            line.add(bar.high, bar.height);
            end = bar.high;
        }
        line.add(end, 0);
        Marks.curve(plot, line, ink, 1, 1.8, dashes);
    }
}
