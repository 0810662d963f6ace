package io.github.nbodylab.experiment.compute;

import static java.util.Objects.requireNonNull;

import java.util.stream.IntStream;

/**
 * A wish: the forces of all bodies of a system on some of them. The forces on one do not depend on who else is a target.
 *
 * @param sources all bodies of the system; not changed
 * @param targets slots of those on which forces are wanted, each once, in rising order; not copied
 * @param count how many of {@code targets} are meant, 1 or more
 * @param order what is wanted
 * @param softening Plummer's softening length, 0 for none
 * @param into where the forces go: those on slot i into its slot i; other slots are not touched
 */
@SuppressWarnings("ArrayRecordComponent") // a view of the caller's arrays, compared by nobody
public record ForceRequest(Bodies sources, int[] targets, int count, Order order, double softening, Forces into) {

    /** Squared distances are not less, a distance of 1.5e-19: single precision would lose digits of smaller ones. */
    static final double FLOOR = 0x1p-125;

    /** How many derivatives are wanted. */
    public enum Order {
        /** The acceleration alone; the jerk in {@code into} is not touched. */
        ACCELERATION,
        /** Acceleration and jerk. */
        JERK
    }

    public ForceRequest {
        requireNonNull(sources, "sources");
        requireNonNull(order, "order");
        requireNonNull(into, "into");
        if (count < 1 || count > targets.length || !(softening >= 0)) {
            throw new IllegalArgumentException("no forces on " + count + " targets with softening " + softening);
        }
    }

    /** The forces, jerks too, on all bodies of a system without softening. */
    public static ForceRequest all(Bodies bodies, Forces into) {
        int[] targets = IntStream.range(0, bodies.count()).toArray();
        return new ForceRequest(bodies, targets, targets.length, Order.JERK, 0, into);
    }

    /** Square of the softening length, which is added to squared distances. */
    double softening2() {
        return softening * softening;
    }

    /** Pairs (i, j) that it takes, i = j and pads left out. */
    public long interactions() {
        return (long) count * (sources.count() - 1);
    }
}
