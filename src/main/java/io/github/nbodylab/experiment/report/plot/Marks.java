package io.github.nbodylab.experiment.report.plot;

import java.awt.Shape;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Bands, lines and whiskers, alike in all plots. */
final class Marks {

    private Marks() {}

    /** A band across the plot. */
    static IntervalMarker band(double low, double high, Ink ink) {
        IntervalMarker band = new IntervalMarker(low, high);
        band.setPaint(ink.color());
        band.setAlpha(0.13f);
        return band;
    }

    /** A straight line across the plot, dashed by the lengths given. */
    static ValueMarker line(double at, Ink ink, double width, float... dashes) {
        return new ValueMarker(at, ink.color(), Chart.stroke(width, dashes));
    }

    /** Dots with intervals, upright or lying; the first series is of filled dots, the next ones of rings. */
    static XYErrorRenderer whiskers(boolean upright, Ink... inks) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(!upright);
        renderer.setDrawYError(upright);
        renderer.setCapLength(0);
        renderer.setErrorStroke(Chart.stroke(2));
        renderer.setUseFillPaint(true);
        renderer.setDrawSeriesLineAsPath(false);
        renderer.setDefaultLinesVisible(false);
        renderer.setDrawOutlines(true);
        for (int i = 0; i < inks.length; i++) {
            renderer.setSeriesPaint(i, inks[i].color());
            renderer.setSeriesShape(i, Chart.dot(5));
            renderer.setSeriesStroke(i, Chart.stroke(1.8));
            renderer.setSeriesShapesFilled(i, true);
            renderer.setSeriesFillPaint(i, i == 0 ? inks[i].color() : Ink.PAPER.color());
        }
        return renderer;
    }

    /** Adds a curve as one more layer of a plot. */
    static void curve(XYPlot plot, XYSeries points, Ink ink, double opacity, double width, float... dashes) {
        XYLineAndShapeRenderer line = Chart.lines();
        line.setSeriesPaint(0, ink.color(opacity));
        line.setSeriesStroke(0, Chart.stroke(width, dashes));
        layer(plot, points, line);
    }

    /** Shapes of one kind without lines, filled or in outline. */
    static XYLineAndShapeRenderer shapes(Ink ink, Shape shape, boolean filled) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, shape);
        renderer.setSeriesPaint(0, ink.color(filled ? 0.8 : 1));
        renderer.setSeriesShapesFilled(0, filled);
        renderer.setDrawOutlines(!filled);
        renderer.setSeriesOutlineStroke(0, Chart.stroke(1.5));
        return renderer;
    }

    /** Adds the line on which both axes are equal. */
    static void diagonal(XYPlot plot, double from, double to) {
        XYSeries ends = new XYSeries("diagonal", false, true);
        ends.add(from, from);
        ends.add(to, to);
        curve(plot, ends, Ink.MUTED, 1, 1.2);
    }

    /** Adds points as one more layer of a plot. */
    static void layer(XYPlot plot, XYSeries points, XYLineAndShapeRenderer renderer) {
        int index = plot.getDataset(0) == null ? 0 : plot.getDatasetCount();
        plot.setDataset(index, new XYSeriesCollection(points));
        plot.setRenderer(index, renderer);
    }
}
