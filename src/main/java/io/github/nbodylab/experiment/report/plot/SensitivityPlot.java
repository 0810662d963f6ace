package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.Diagnostics.Sobol;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** First-order and total Sobol indices of the inputs, as bars with intervals. */
public final class SensitivityPlot {

    private static final double SHIFT = 0.19;
    private static final double HALF = 0.15;
    private static final String ID = "sensitivity";

    private SensitivityPlot() {}

    /** The figure. */
    public static Figure figure(ReportRecord record) {
        List<Sobol> inputs = record.diagnostics().sensitivity();
        List<Figure.Entry> legend = List.of(
                new Figure.Entry("block", Ink.MAIN, "alone (first order)"),
                new Figure.Entry("block", Ink.SECOND, "with all its interactions (total)"),
                new Figure.Entry("line", Ink.TEXT, "95\u00a0% interval"));
        String title = "Variance explained by each input";
        String caption = caption(inputs, Terms.words(record.findings().chosen()));
        return new Figure(
                ID,
                title,
                caption,
                legend,
                "exp-wide",
                new Drawing(78 + 50 * inputs.size(), () -> plot(inputs)),
                data(inputs));
    }

    private static XYPlot plot(List<Sobol> inputs) {
        SymbolAxis names = new SymbolAxis(
                null, inputs.stream().map(index -> Terms.axis(index.input())).toArray(String[]::new));
        names.setInverted(true);
        names.setGridBandsVisible(false);
        names.setRange(-0.55, inputs.size() - 0.45);
        double low = ends(inputs)
                .mapToDouble(Interval::low)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double high = ends(inputs)
                .mapToDouble(Interval::high)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        XYPlot plot = Chart.plot(
                new ScaledAxis("part of the variance", Scale.LINEAR, Math.min(0, low - 0.01), Math.max(1, high) + 0.02),
                names,
                172);
        plot.setRangeGridlinesVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        XYIntervalSeriesCollection whiskers = new XYIntervalSeriesCollection();
        add(inputs, Sobol::first, "first", -SHIFT, bars, whiskers);
        add(inputs, Sobol::total, "total", SHIFT, bars, whiskers);
        plot.setDataset(0, bars);
        plot.setRenderer(0, bars());
        plot.setDataset(1, whiskers);
        XYErrorRenderer lines = Marks.whiskers(false, Ink.TEXT, Ink.TEXT);
        plot.setRenderer(1, lines);
        for (int s = 0; s < 2; s++) {
            lines.setSeriesShapesVisible(s, false);
        }
        return plot;
    }

    private static XYBarRenderer bars() {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setUseYInterval(true);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setSeriesPaint(0, Ink.MAIN.color());
        renderer.setSeriesPaint(1, Ink.SECOND.color());
        return renderer;
    }

    /** Lying bars: from 0 to the index along the axis of numbers, as high as their half-width along that of names. */
    private static void add(
            List<Sobol> inputs,
            Function<Sobol, Interval> index,
            String name,
            double shift,
            XYIntervalSeriesCollection bars,
            XYIntervalSeriesCollection whiskers) {
        XYIntervalSeries bar = new XYIntervalSeries(name, false, true);
        XYIntervalSeries whisker = new XYIntervalSeries(name, false, true);
        for (int i = 0; i < inputs.size(); i++) {
            Interval found = index.apply(inputs.get(i));
            double place = i + shift;
            bar.add(
                    found.value(),
                    Math.min(0, found.value()),
                    Math.max(0, found.value()),
                    place,
                    place - HALF,
                    place + HALF);
            whisker.add(found.value(), found.low(), found.high(), place, place, place);
        }
        bars.addSeries(bar);
        whiskers.addSeries(whisker);
    }

    private static Csv data(List<Sobol> inputs) {
        return FigureData.table(
                FigureData.join(List.of("input"), FigureData.columns("first_order"), FigureData.columns("total")),
                inputs.stream()
                        .map(index -> FigureData.join(
                                List.of(index.input()),
                                FigureData.cells(index.first()),
                                FigureData.cells(index.total())))
                        .toList());
    }

    private static Stream<Interval> ends(List<Sobol> inputs) {
        return inputs.stream().flatMap(index -> Stream.of(index.first(), index.total()));
    }

    private static String caption(List<Sobol> inputs, String model) {
        Sobol most = inputs.stream()
                .max(Comparator.comparingDouble(index -> index.total().value()))
                .orElseThrow();
        double alone =
                inputs.stream().mapToDouble(index -> index.first().value()).sum();
        String idle = String.join(
                " and ",
                inputs.stream()
                        .filter(index -> index.total().value() < 0.01)
                        .map(index -> Terms.axis(index.input()))
                        .toList());
        return "If all inputs vary over their ranges, independently of each other, "
                + Terms.axis(most.input()) + " alone explains "
                + Numbers.percent(Math.max(0, most.first().value())) + " of the variance of what the " + model
                + " predicts, and " + Numbers.percent(Math.min(1, most.total().value()))
                + " with its interactions. " + interactions(1 - alone, inputs.size())
                + (idle.isEmpty() ? "" : " Less than 1\u00a0% depends on " + idle + ".");
    }

    private static String interactions(double rest, int inputs) {
        if (inputs < 2) {
            return "";
        }
        return rest < 0.02
                ? "The inputs act one by one: next to nothing is left for interactions."
                : Numbers.percent(rest) + " are left for interactions of inputs.";
    }
}
