package io.github.nbodylab.experiment.report;

import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Small plots that stand side by side in one picture. */
final class Panels {

    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final double MARGIN = 0.07;
    private static final int FEW = 3;
    /** Where numbers reach so many times farther than nine tenths of them, they are better seen by their ratios. */
    private static final double FAR = 20;
    /** From this ratio on, powers of ten are ticks enough. */
    private static final double WIDE = 500;

    private Panels() {}

    /** The width of a character, about, in the unit of pictures. */
    static final double CHARACTER = 6.2;

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

    /** An axis for numbers with a margin at both ends, and few ticks: the numbers themselves if there are but few. */
    static ValueAxis numbers(String label, Scale scale, double[] numbers) {
        double[] distinct = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .distinct()
                .toArray();
        double low = distinct[0];
        double high = distinct[distinct.length - 1];
        return distinct.length <= FEW
                ? range(label, scale, low, high, Arrays.stream(distinct).boxed().toList())
                : range(label, scale, low, high);
    }

    /** An axis from one number to another with a margin at both ends, and few ticks. */
    static ValueAxis range(String label, Scale scale, double low, double high) {
        return range(label, scale, low, high, ticks(scale, low, high));
    }

    private static List<Double> ticks(Scale scale, double low, double high) {
        boolean wide = scale == Scale.LOG && high > WIDE * low;
        return wide ? decades(low, high, 4) : scale.ticks(low, high, scale == Scale.LOG ? 4 : 5);
    }

    /** Powers of ten from one number to another, not more than so many. */
    static List<Double> decades(double low, double high, int most) {
        int first = (int) StrictMath.ceil(StrictMath.log10(low) - 1e-9);
        int last = (int) StrictMath.floor(StrictMath.log10(high) + 1e-9);
        int step = 1 + (last - first) / most;
        List<Double> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += step) {
            ticks.add(StrictMath.pow(10, exponent));
        }
        return ticks;
    }

    /** The name of a column with its unit, or without it where there is no room for both. */
    static String label(String name, String unit, double characters) {
        String whole = Terms.axis(name, unit);
        return whole.length() <= characters ? whole : Terms.shortened(Terms.axis(name), (int) characters);
    }

    private static ValueAxis range(String label, Scale scale, double low, double high, List<Double> ticks) {
        double from = scale.place(low);
        double to = scale.place(high);
        double margin = to > from ? MARGIN * (to - from) : 1;
        return new ScaledAxis(label, scale, scale.number(from - margin), scale.number(to + margin), ticks);
    }

    /** An axis for levels, each at its index; their words are cut short to fit into this many characters together. */
    static ValueAxis levels(String label, List<String> levels, double characters) {
        int most = Math.max(3, (int) (characters / levels.size()));
        String[] words =
                levels.stream().map(level -> Terms.shortened(level, most)).toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis(label, words);
        axis.setGridBandsVisible(false);
        axis.setAutoRange(false);
        axis.setRange(-0.6, levels.size() - 0.4);
        return axis;
    }

    /** An axis for heights of bars, which is not shown. */
    static ValueAxis heights(double... heights) {
        double most = Arrays.stream(heights).max().orElse(0);
        return new ScaledAxis(null, Scale.LINEAR, 0, most > 0 ? 1.08 * most : 1, List.of());
    }
}
