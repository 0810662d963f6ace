package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.TrainingSetRecord.Distribution;
import io.github.nbodylab.experiment.store.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;

/** How columns of the training set are distributed: training rows as bars, rows held out as outlines. */
public final class DistributionsPlot {

    private static final int BOTTOM = 38;
    private static final List<String> SIDES = List.of("train", "test", "beyond");

    private DistributionsPlot() {}

    /** A figure of one or several columns; {@code id} is unique in its page. */
    public static Figure figure(List<Distribution> columns, String id, String title, String caption) {
        List<Figure.Entry> legend = new ArrayList<>();
        legend.add(new Figure.Entry("block", Ink.RAMP2, "training rows"));
        if (columns.stream().anyMatch(column -> column.counts().containsKey("test"))) {
            legend.add(new Figure.Entry("line", Ink.SECOND, "held out for the test"));
        }
        if (columns.stream().anyMatch(column -> column.counts().containsKey("beyond"))) {
            legend.add(new Figure.Entry("dash", Ink.CEILING, "held out beyond the bounds"));
        }
        int across = columns.size() < 2 ? 1 : columns.size() <= 4 ? 2 : 3;
        int height = across == 1 ? 340 : across == 2 ? 170 : 140;
        int rows = (columns.size() + across - 1) / across;
        return new Figure(
                id,
                title,
                caption,
                legend,
                columns.size() <= 9 ? "exp-half" : "exp-wide",
                new Drawing(rows * height, () -> Panels.together(panels(columns, across, height))),
                data(columns));
    }

    private static Csv data(List<Distribution> columns) {
        List<List<?>> rows = new ArrayList<>();
        for (Distribution column : columns) {
            for (int i = 0; i < column.size(); i++) {
                List<Object> row = new ArrayList<>(List.of(FigureData.column(column.name(), column.unit())));
                if (column.levels().isEmpty()) {
                    row.addAll(List.of("", column.edges().get(i), column.edges().get(i + 1)));
                } else {
                    row.addAll(List.of(column.levels().get(i), "", ""));
                }
                for (String side : SIDES) {
                    List<Long> counts = column.counts().getOrDefault(side, List.of());
                    row.add(counts.isEmpty() ? 0L : counts.get(i));
                }
                rows.add(row);
            }
        }
        return FigureData.table(FigureData.join(List.of("column", "level", "from", "to"), SIDES), rows);
    }

    private static List<Panels.Panel> panels(List<Distribution> columns, int across, int height) {
        double width = (double) Chart.WIDTH / across;
        List<Panels.Panel> panels = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int row = i / across;
            panels.add(new Panels.Panel(
                    plot(columns.get(i), width), i % across * width, row * (double) height, width, height));
        }
        return panels;
    }

    private static XYPlot plot(Distribution column, double width) {
        List<Bars.Bar> train = bars(column, "train");
        List<Bars.Bar> test = bars(column, "test");
        List<Bars.Bar> beyond = bars(column, "beyond");
        double[] heights = Stream.of(train, test, beyond)
                .flatMap(List::stream)
                .mapToDouble(Bars.Bar::height)
                .toArray();
        XYPlot plot = width < Chart.WIDTH
                ? Panels.plot(axis(column, width), PanelAxes.heights(heights), 0, BOTTOM)
                : whole(column, heights);
        Bars.fill(plot, train, Ink.RAMP2, 0.75);
        if (column.counts().containsKey("beyond")) {
            Bars.outline(plot, beyond, Ink.CEILING, 5f, 3f);
        }
        if (column.counts().containsKey("test")) {
            Bars.outline(plot, test, Ink.SECOND);
        }
        return plot;
    }

    /** The plot of a column that has a picture of its own. */
    private static XYPlot whole(Distribution column, double... heights) {
        double most = Arrays.stream(heights).max().orElse(1);
        XYPlot plot = Chart.plot(
                axis(column, Chart.WIDTH), new ScaledAxis("part of the rows", Scale.LINEAR, 0, 1.08 * most), 66);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }

    private static ValueAxis axis(Distribution column, double width) {
        String label = PanelAxes.label(column.name(), column.unit(), width);
        if (!column.levels().isEmpty()) {
            return PanelAxes.levels(
                    label, column.levels(), 0.75 * width / column.levels().size());
        }
        double low = column.edges().get(0);
        double high = column.edges().get(column.edges().size() - 1);
        return PanelAxes.range(label, column.log() ? Scale.LOG : Scale.LINEAR, low, high, width);
    }

    private static List<Bars.Bar> bars(Distribution column, String side) {
        double[] shares = column.shares(side);
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            bars.add(
                    column.levels().isEmpty()
                            ? new Bars.Bar(column.edges().get(i), column.edges().get(i + 1), shares[i])
                            : new Bars.Bar(i - 0.4, i + 0.4, shares[i]));
        }
        return bars;
    }
}
