package io.github.nbodylab.experiment.nbody;

import java.util.List;

/**
 * Two bodies that became one. Henon units.
 *
 * @param time of the contact, interpolated within the step
 * @param position {@code double[3]}, centre of mass of the two at that time
 * @param velocity {@code double[3]}, of that centre of mass
 * @param id1 of the body in the lower slot; the remnant keeps it
 * @param id2 of the other, which is gone
 * @param mass1 of the first
 * @param mass2 of the second
 * @param relativeSpeed of the two at that time
 * @param remnantMass of the one they became
 * @param kickSpeed that the remnant got besides
 * @param history ids of all that the remnant was at the start: those in the first body, then those in the second
 */
@SuppressWarnings("ArrayRecordComponent") // small, copied in and out of nothing, and compared by nobody
public record Merger(
        double time,
        double[] position,
        double[] velocity,
        int id1,
        int id2,
        double mass1,
        double mass2,
        double relativeSpeed,
        double remnantMass,
        double kickSpeed,
        List<Integer> history) {

    public Merger {
        history = List.copyOf(history);
    }
}
