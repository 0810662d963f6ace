package io.github.nbodylab.experiment.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Time per Henon unit against the number of bodies, in the look of the report. */
public final class GrowthPlot {

    private static final int HEIGHT = 360;

    private GrowthPlot() {}

    /**
     * Draws it.
     *
     * @param secondsPerUnit by number of bodies, two or more
     * @param exponent of the power law that was fitted
     * @param fit that law
     * @return the picture, an SVG file's text
     */
    public static String svg(SortedMap<Double, Double> secondsPerUnit, double exponent, DoubleUnaryOperator fit) {
        double low = secondsPerUnit.values().stream().min(Double::compare).orElseThrow() / 3;
        double high = secondsPerUnit.values().stream().max(Double::compare).orElseThrow() * 3;
        XYPlot plot = Chart.plot(
                new ScaledAxis(
                        "number of bodies N",
                        Scale.LOG,
                        secondsPerUnit.firstKey() / 1.5,
                        secondsPerUnit.lastKey() * 1.5,
                        ticks(secondsPerUnit.keySet())),
                new ScaledAxis("seconds per Henon unit", Scale.LOG, low, high),
                86);
        XYSeries points = new XYSeries("measured");
        secondsPerUnit.forEach(points::add);
        plot.setDataset(new XYSeriesCollection(points));
        plot.setRenderer(Chart.dots(Ink.MAIN, 4.5, 1));
        XYSeries law = new XYSeries("fitted");
        for (double n : new double[] {secondsPerUnit.firstKey(), secondsPerUnit.lastKey()}) {
            law.add(n, fit.applyAsDouble(n));
        }
        plot.setDataset(1, new XYSeriesCollection(law));
        XYLineAndShapeRenderer line = Chart.lines();
        line.setSeriesPaint(0, Ink.MUTED.color());
        line.setSeriesStroke(0, Chart.stroke(1.2));
        plot.setRenderer(1, line);
        String description = String.format(
                Locale.ROOT, "Both axes logarithmic; the line is the fitted power law, N to the %.2f.", exponent);
        return Chart.svg(plot, HEIGHT, "growth", "How cost grows", description);
    }

    /** Those that leave room for the one before. */
    private static List<Double> ticks(Set<Double> numbers) {
        List<Double> ticks = new ArrayList<>();
        for (double number : numbers) {
            if (ticks.isEmpty() || number > 3 * ticks.get(ticks.size() - 1)) {
                ticks.add(number);
            }
        }
        return ticks;
    }
}
