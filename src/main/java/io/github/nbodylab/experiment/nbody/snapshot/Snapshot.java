package io.github.nbodylab.experiment.nbody.snapshot;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.compute.Bodies;

/**
 * A cluster at one time, Henon units.
 *
 * @param time Henon time units
 * @param ids of the bodies, {@code int[n]}, in the order of their slots
 * @param bodies one or more; neither copied nor changed
 */
@SuppressWarnings("ArrayRecordComponent") // on its way into or out of a file, and compared by nobody
public record Snapshot(double time, int[] ids, Bodies bodies) {

    public Snapshot {
        requireNonNull(ids, "ids");
        requireNonNull(bodies, "bodies");
        if (!Double.isFinite(time) || bodies.count() < 1 || ids.length != bodies.count()) {
            throw new IllegalArgumentException(
                    "no snapshot has " + bodies.count() + " bodies with " + ids.length + " ids at time " + time);
        }
    }
}
