package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.DesignRecord.PointInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;

/** How the values of an input of points are laid out: by number on a fitting scale, or by level. */
final class PointAxis {

    /** The part of an axis that words may fill. */
    private static final double WORDS = 0.75;
    /** The room for words to the left of a plot. */
    private static final double BESIDE = 47;

    private static final int FEW = 8;
    private static final int BINS = 10;
    private static final double HALF_OF_FEW = 0.05;

    private final PointInput input;
    private final double[] values;
    private final double[] distinct;
    private final Scale scale;

    PointAxis(PointInput input) {
        this.input = input;
        values = input.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        distinct = Arrays.stream(values).sorted().distinct().toArray();
        scale = input.levels().isEmpty() ? Panels.scale(values, input.log()) : Scale.LINEAR;
    }

    /** A horizontal axis of this length in a picture. */
    ValueAxis axis(double length) {
        return axis(length, WORDS * length / Math.max(1, input.levels().size()));
    }

    /** A vertical axis of this length in a picture. */
    ValueAxis upright(double length) {
        return axis(length, BESIDE);
    }

    private ValueAxis axis(double length, double room) {
        String label = PanelAxes.label(input.name(), input.unit(), length);
        return input.levels().isEmpty()
                ? PanelAxes.numbers(label, scale, values, length)
                : PanelAxes.levels(label, input.levels(), room);
    }

    /** How many of some points there are at each of few values, or else in equal bins. */
    List<Bars.Bar> histogram(List<Integer> points) {
        double[] counted = points.stream()
                .mapToDouble(point -> input.values().get(point))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return distinct.length <= FEW ? few(counted) : many(counted);
    }

    private List<Bars.Bar> few(double... counted) {
        ValueAxis axis = axis(1);
        double half = HALF_OF_FEW * (scale.place(axis.getUpperBound()) - scale.place(axis.getLowerBound()));
        List<Bars.Bar> bars = new ArrayList<>();
        for (double value : distinct) {
            double middle = scale.place(value);
            long count = Arrays.stream(counted).filter(other -> other == value).count();
            bars.add(new Bars.Bar(scale.number(middle - half), scale.number(middle + half), count));
        }
        return bars;
    }

    private List<Bars.Bar> many(double... counted) {
        double low = scale.place(distinct[0]);
        double step = (scale.place(distinct[distinct.length - 1]) - low) / BINS;
        long[] counts = new long[BINS];
        for (double value : counted) {
            counts[(int) Math.min(BINS - 1, (scale.place(value) - low) / step)]++;
        }
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            bars.add(new Bars.Bar(scale.number(low + i * step), scale.number(low + (i + 1) * step), counts[i]));
        }
        return bars;
    }
}
