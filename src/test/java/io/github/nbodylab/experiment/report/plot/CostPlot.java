package io.github.nbodylab.experiment.report.plot;

import java.util.List;
import java.util.SortedMap;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** CPU time of a fit of a Gaussian process against the number of points, in the look of the report. */
public final class CostPlot {

    private static final int HEIGHT = 360;

    private CostPlot() {}

    /**
     * Draws it, with a line that grows as the cube of the number of points and ends in the last of ours.
     *
     * @param ours seconds by number of points, two or more
     * @param theirs the same of scikit-learn
     * @return the picture, an SVG file's text
     */
    public static String svg(SortedMap<Double, Double> ours, SortedMap<Double, Double> theirs) {
        double least = Math.min(ours.get(ours.firstKey()), theirs.get(theirs.firstKey()));
        double most = Math.max(ours.get(ours.lastKey()), theirs.get(theirs.lastKey()));
        XYPlot plot = Chart.plot(
                new ScaledAxis(
                        "number of points",
                        Scale.LOG,
                        ours.firstKey() / 1.3,
                        ours.lastKey() * 1.3,
                        List.copyOf(ours.keySet())),
                new ScaledAxis("CPU seconds of a fit", Scale.LOG, least / 3, most * 3),
                86);
        plot.setDataset(0, dots("ours", ours));
        plot.setRenderer(0, Chart.dots(Ink.MAIN, 4.5, 1));
        plot.setDataset(1, dots("scikit-learn", theirs));
        plot.setRenderer(1, Chart.dots(Ink.SECOND, 4.5, 1));
        XYSeries cube = new XYSeries("cube");
        for (double n : new double[] {ours.firstKey(), ours.lastKey()}) {
            double ratio = n / ours.lastKey();
            cube.add(n, ours.get(ours.lastKey()) * ratio * ratio * ratio);
        }
        plot.setDataset(2, new XYSeriesCollection(cube));
        XYLineAndShapeRenderer line = Chart.lines();
        line.setSeriesPaint(0, Ink.MUTED.color());
        line.setSeriesStroke(0, Chart.stroke(1.2));
        plot.setRenderer(2, line);
        return Chart.svg(
                plot,
                HEIGHT,
                "process-cost",
                "How the cost of a Gaussian process grows",
                "Both axes logarithmic; ours blue, scikit-learn's orange; the line grows as the cube of the number of points.");
    }

    private static XYSeriesCollection dots(String name, SortedMap<Double, Double> seconds) {
        XYSeries series = new XYSeries(name);
        seconds.forEach(series::add);
        return new XYSeriesCollection(series);
    }
}
