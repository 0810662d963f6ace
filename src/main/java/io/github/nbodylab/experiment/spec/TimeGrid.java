package io.github.nbodylab.experiment.spec;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The times at which something is written during a simulation: the multiples of an interval from 0 on, and the end.
 *
 * @param every the interval, above 0
 * @param until the end, above 0
 */
public record TimeGrid(double every, double until) {

    /** A multiple that is as near to the end as this is the end. */
    private static final double NEAR = 1e-12;

    public TimeGrid {
        if (!(every > 0 && until > 0 && until < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no grid of times every " + every + " until " + until);
        }
    }

    /** The index of the end; that of 0 is 0. Not rounded to a whole number of 32 bits, so that it can be compared. */
    public double last() {
        return StrictMath.ceil(until / every * (1 - NEAR));
    }

    /** The time of an index. */
    public double time(int index) {
        return index == last() ? until : index * every;
    }

    /** The time that is nearest to another one; the earlier of two. */
    double nearest(double time) {
        int below = (int) Math.max(0, Math.min(last() - 1, StrictMath.floor(time / every)));
        return time - time(below) <= time(below + 1) - time ? time(below) : time(below + 1);
    }

    /** All times but 0, rising. */
    List<Double> timesAfterStart() {
        return IntStream.rangeClosed(1, (int) last()).mapToObj(this::time).toList();
    }
}
