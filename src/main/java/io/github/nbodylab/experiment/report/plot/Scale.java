package io.github.nbodylab.experiment.report.plot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** How an axis stretches its numbers. */
enum Scale {
    /** Equal steps are equally long. */
    LINEAR,
    /** Equal ratios are equally long; for positive numbers. */
    LOG,
    /** The square root, with its sign: on it, the spread of a count is about the same everywhere. */
    ROOT;

    /** The place of a number on the stretched line. */
    double place(double number) {
        return switch (this) {
            case LINEAR -> number;
            case LOG -> StrictMath.log10(number);
            case ROOT -> StrictMath.copySign(StrictMath.sqrt(StrictMath.abs(number)), number);
        };
    }

    /** The number at a place; the inverse of {@link #place}. */
    double number(double place) {
        return switch (this) {
            case LINEAR -> place;
            case LOG -> StrictMath.pow(10, place);
            case ROOT -> place * StrictMath.abs(place);
        };
    }

    /** Round numbers within the limits, not more than {@code most} and well apart on this scale. */
    List<Double> ticks(double low, double high, int most) {
        SortedSet<Double> candidates = new TreeSet<>();
        if (this == LINEAR) {
            double step = roundStep((high - low) / (most - 1));
            for (double i = StrictMath.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
                candidates.add(i * step);
            }
            return List.copyOf(candidates);
        }
        if (low <= 0 && this == ROOT) {
            candidates.add(0.0);
        }
        for (int exponent = -6; exponent <= 9; exponent++) {
            for (double digit : new double[] {1, 2, 5}) {
                double tick = digit * StrictMath.pow(10, exponent);
                if (tick >= low && tick <= high && (this == LOG || tick >= 1 || high < 10)) {
                    candidates.add(tick);
                }
            }
        }
        return apart(candidates, (place(high) - place(low)) / most);
    }

    /** Numbers that are few, positive and far apart are better told apart by their ratios. */
    static Scale of(Collection<Double> numbers, boolean log) {
        double min = numbers.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double max = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        boolean few = numbers.stream().distinct().count() <= 8;
        return min > 0 && (log || (few && max >= 8 * min)) ? LOG : LINEAR;
    }

    private List<Double> apart(SortedSet<Double> candidates, double gap) {
        List<Double> kept = new ArrayList<>();
        for (double tick : candidates) {
            if (kept.isEmpty() || place(tick) - place(kept.get(kept.size() - 1)) >= gap * 0.8) {
                kept.add(tick);
            }
        }
        return kept;
    }

    private static double roundStep(double atLeast) {
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(atLeast)));
        for (double digit : new double[] {1, 2, 5}) {
            if (digit * power >= atLeast * (1 - 1e-9)) {
                return digit * power;
            }
        }
        return 10 * power;
    }
}
