package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.spec.Axis;
import io.github.nbodylab.experiment.spec.Value;
import java.util.List;

/** Maps a number in [0, 1) onto an axis, so that evenly spread numbers give the axis's distribution. */
final class AxisSampler {

    private AxisSampler() {}

    /**
     * The value at a position.
     *
     * @param u in [0, 1)
     */
    static Value at(Axis axis, double u) {
        if (!(u >= 0 && u < 1)) {
            throw new IllegalArgumentException("a position on an axis lies in [0, 1), not at " + u);
        }
        if (axis instanceof Axis.Fixed fixed) {
            return fixed.value();
        }
        if (axis instanceof Axis.Choice choice) {
            List<Value> values = choice.values();
            return values.get((int) (u * values.size()));
        }
        Axis.Range range = (Axis.Range) axis;
        return range.whole() ? new Value.Whole(whole(range, u)) : new Value.Real(real(range, u));
    }

    private static double real(Axis.Range range, double u) {
        return clamp(range, between(range, range.min(), range.max(), u));
    }

    /** Each whole number w stands for the reals from w - 1/2 to w + 1/2, so both ends have their full share. */
    private static long whole(Axis.Range range, double u) {
        double value = between(range, range.min() - 0.5, range.max() + 0.5, u);
        return (long) clamp(range, StrictMath.floor(value + 0.5));
    }

    private static double between(Axis.Range range, double low, double high, double u) {
        if (range.distribution() == Axis.Distribution.UNIFORM) {
            return low + u * (high - low);
        }
        double log = StrictMath.log(low);
        return StrictMath.exp(log + u * (StrictMath.log(high) - log));
    }

    /** Rounding may step over an end. */
    private static double clamp(Axis.Range range, double value) {
        return Math.min(range.max(), Math.max(range.min(), value));
    }
}
