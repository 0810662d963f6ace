package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;

/** Axes of small plots, whose words and ticks are as many as there is room for. Lengths are in the unit of pictures. */
final class PanelAxes {

    /** The width of a character of a small plot, about. */
    private static final double CHARACTER = 6.7;

    /** How far the text of a tick may stand out. */
    private static final double EDGE = 4;

    private static final double MARGIN = 0.07;
    private static final int FEW = 3;
    /** From this ratio on, powers of ten are ticks enough. */
    private static final double WIDE = 500;

    private PanelAxes() {}

    /** An axis for numbers with a margin at both ends, and few ticks: the numbers themselves if there are but few. */
    static ValueAxis numbers(String label, Scale scale, double[] numbers, double length) {
        double[] distinct = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .distinct()
                .toArray();
        double low = distinct.length == 0 ? 1 : distinct[0];
        double high = distinct.length == 0 ? 1 : distinct[distinct.length - 1];
        return distinct.length <= FEW
                ? range(label, scale, low, high, Arrays.stream(distinct).boxed().toList(), length)
                : range(label, scale, low, high, length);
    }

    /** An axis from one number to another with a margin at both ends, and few ticks. */
    static ValueAxis range(String label, Scale scale, double low, double high, double length) {
        boolean wide = scale == Scale.LOG && high > WIDE * low;
        List<Double> ticks = wide ? decades(low, high, 4) : scale.ticks(low, high, scale == Scale.LOG ? 4 : 5);
        return range(label, scale, low, high, ticks, length);
    }

    private static ValueAxis range(
            String label, Scale scale, double low, double high, List<Double> ticks, double length) {
        double from = scale.place(low);
        double to = scale.place(high);
        double margin = to > from ? MARGIN * (to - from) : 1;
        double unit = length / (to - from + 2 * margin);
        List<Double> fitting = new ArrayList<>();
        double end = unit * (from - margin) - EDGE;
        double last = unit * (to + margin) + EDGE;
        for (double tick : ticks) {
            double half = CHARACTER * ScaledAxis.text(tick).length() / 2;
            double middle = unit * scale.place(tick);
            if (middle - half > end && middle + half < last) {
                fitting.add(tick);
                end = middle + half;
            }
        }
        return new ScaledAxis(label, scale, scale.number(from - margin), scale.number(to + margin), fitting);
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

    /** An axis for levels, each at its index, their words cut short to this length. */
    static ValueAxis levels(String label, List<String> levels, double room) {
        int most = Math.max(3, (int) (room / CHARACTER));
        String[] words =
                levels.stream().map(level -> Terms.shortened(level, most)).toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis(label, words);
        axis.setGridBandsVisible(false);
        axis.setAutoRange(false);
        axis.setRange(-0.55, levels.size() - 0.45);
        return axis;
    }

    /** An axis for heights of bars, which is not shown. */
    static ValueAxis heights(double... heights) {
        double most = Arrays.stream(heights).max().orElse(0);
        return new ScaledAxis(null, Scale.LINEAR, 0, most > 0 ? 1.08 * most : 1, List.of());
    }

    /** The name of a column, as long as there is room for: with its unit, as words, as a symbol, or cut short. */
    static String label(String name, String unit, double length) {
        int most = (int) (length / CHARACTER);
        for (String label : List.of(Terms.axis(name, unit), Terms.axis(name), Terms.symbol(name))) {
            if (label.length() <= most) {
                return label;
            }
        }
        return Terms.shortened(Terms.symbol(name), most);
    }
}
