package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.plot.TestRows.Row;
import io.github.nbodylab.experiment.report.record.ReportRecord.Input;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What the chosen model leaves unexplained, against its prediction and against each input. */
public final class ResidualPlot {

    private static final int HEIGHT = 340;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private ResidualPlot() {}

    /** Residuals against the prediction; {@code id} is unique in its page. */
    public static Figure againstPrediction(TestRows rows, String id) {
        return figure(rows, id, "Residuals against the prediction", Row::predicted, () -> {
            double low = rows.rows().stream().mapToDouble(Row::predicted).min().orElse(0);
            double high = rows.rows().stream().mapToDouble(Row::predicted).max().orElse(1);
            return axis("predicted " + Terms.axis(rows.target().name()), rows.scale(), low, high, List.of());
        });
    }

    /** Whether all rows have a value of this input that an axis can show, and not all the same. */
    public static boolean shows(TestRows rows, Input input) {
        List<String> values = rows.rows().stream()
                .map(row -> row.inputs().get(input.name()))
                .distinct()
                .toList();
        return values.size() > 1
                && values.stream()
                        .allMatch(value -> value != null
                                && (input.levels().isEmpty()
                                        ? NUMBER.matcher(value).matches()
                                        : input.levels().contains(value)));
    }

    /** Residuals against one input; {@code id} is unique in its page. */
    public static Figure against(TestRows rows, Input input, String id) {
        String title = "Residuals against " + Terms.axis(input.name());
        if (!input.levels().isEmpty()) {
            return figure(
                    rows,
                    id,
                    title,
                    row -> input.levels().indexOf(row.inputs().get(input.name())),
                    () -> levels(input));
        }
        ToDoubleFunction<Row> value = row -> Double.parseDouble(row.inputs().get(input.name()));
        List<Double> values =
                rows.rows().stream().map(value::applyAsDouble).sorted().toList();
        List<Double> distinct = values.stream().distinct().toList();
        return figure(
                rows,
                id,
                title,
                value,
                () -> axis(
                        Terms.axis(input),
                        Scale.of(values, input.log()),
                        values.get(0),
                        values.get(values.size() - 1),
                        distinct.size() <= 6 ? distinct : List.of()));
    }

    private static ValueAxis levels(Input input) {
        SymbolAxis axis = new SymbolAxis(Terms.axis(input), input.levels().toArray(new String[0]));
        axis.setGridBandsVisible(false);
        return axis;
    }

    private static ValueAxis axis(String label, Scale scale, double low, double high, List<Double> ticks) {
        double from = scale.place(low);
        double to = scale.place(high);
        double margin = to > from ? 0.05 * (to - from) : 1;
        double least = scale.number(from - margin);
        double most = scale.number(to + margin);
        return ticks.isEmpty()
                ? new ScaledAxis(label, scale, least, most)
                : new ScaledAxis(label, scale, least, most, ticks);
    }

    private static Figure figure(
            TestRows rows, String id, String title, ToDoubleFunction<Row> x, Supplier<ValueAxis> axis) {
        List<Figure.Entry> legend = new ArrayList<>();
        legend.add(new Figure.Entry("dot", Ink.MAIN, "one test row"));
        if (rows.hasBand()) {
            legend.add(new Figure.Entry("band", Ink.BAND, "noise between replicates, 2 standard deviations"));
        }
        String caption = caption(rows, x);
        return new Figure(
                id,
                title,
                caption,
                legend,
                "exp-half",
                new Drawing(HEIGHT, () -> plot(rows, x, axis.get())),
                rows.data());
    }

    private static XYPlot plot(TestRows rows, ToDoubleFunction<Row> x, ValueAxis axis) {
        double reach = rows.rows().stream()
                .mapToDouble(row -> Math.abs(rows.residual(row)))
                .max()
                .orElse(1);
        double limit = Math.max(rows.hasBand() ? 1.25 * rows.bandHalfWidth() : 0, 1.12 * reach);
        double half = limit > 0 ? limit : 1;
        String label = rows.target().count() ? "\u221aobserved \u2212 \u221apredicted" : "observed \u2212 predicted";
        XYPlot plot = Chart.plot(
                axis, new ScaledAxis(label, Scale.LINEAR, -half, half, Scale.LINEAR.ticks(-half, half, 6)), 66);
        if (rows.hasBand()) {
            plot.addRangeMarker(Marks.band(-rows.bandHalfWidth(), rows.bandHalfWidth(), Ink.BAND), Layer.BACKGROUND);
        }
        plot.addRangeMarker(Marks.line(0, Ink.MUTED, 1.2), Layer.BACKGROUND);
        XYSeries points = new XYSeries("rows", false, true);
        rows.rows().forEach(row -> points.add(x.applyAsDouble(row), rows.residual(row)));
        plot.setDataset(new XYSeriesCollection(points));
        plot.setRenderer(Chart.dots(Ink.MAIN, 4.5, 0.62));
        return plot;
    }

    /** Compares the lower and the upper half of the groups, which differ where a curve is left over. */
    private static String caption(TestRows rows, ToDoubleFunction<Row> x) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.rows()
                .forEach(row -> groups.computeIfAbsent(row.group(), key -> new ArrayList<>())
                        .add(row));
        List<double[]> points = groups.values().stream()
                .map(group -> new double[] {mean(group, x), mean(group, rows::residual)})
                .sorted(Comparator.comparingDouble(point -> point[0]))
                .toList();
        int middle = points.size() / 2;
        if (middle < 3) {
            return "Too few " + rows.words().groups() + " (" + points.size() + ") to tell a trend from scatter.";
        }
        double[] lower = meanAndError(points.subList(0, middle));
        double[] upper = meanAndError(points.subList(middle, points.size()));
        boolean differ = Math.abs(upper[0] - lower[0]) > 2 * StrictMath.hypot(lower[1], upper[1]);
        return "Over " + rows.words().groups() + ", the mean residual is " + Numbers.significant(lower[0], 2)
                + " in the lower half and "
                + Numbers.significant(upper[0], 2) + " in the upper: "
                + (differ
                        ? "they differ by more than two standard errors, so the model misses a trend here."
                        : "within two standard errors the same, so no trend is seen here.");
    }

    private static double mean(List<Row> rows, ToDoubleFunction<Row> number) {
        return rows.stream().mapToDouble(number).average().orElse(0);
    }

    private static double[] meanAndError(List<double[]> points) {
        double mean = points.stream().mapToDouble(point -> point[1]).average().orElse(0);
        double squares = points.stream()
                .mapToDouble(point -> (point[1] - mean) * (point[1] - mean))
                .sum();
        return new double[] {mean, StrictMath.sqrt(squares / (points.size() - 1) / points.size())};
    }
}
