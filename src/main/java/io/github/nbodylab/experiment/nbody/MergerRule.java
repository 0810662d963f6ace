package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.nbody.merger.TwoBodyOrbit;

/** When two approaching bodies become one, and what is lost then. */
public interface MergerRule {

    /**
     * What a merger loses.
     *
     * @param massFraction of the mass of the two, in [0, 1)
     * @param kick {@code double[3]}, added to the velocity of the centre of mass
     */
    @SuppressWarnings("ArrayRecordComponent") // made anew for each merger, compared by nobody
    record Loss(double massFraction, double[] kick) {
        static final Loss NONE = new Loss(0, new double[3]);
    }

    /** Separation within which two approaching bodies are looked at, 0 for no mergers at all. */
    double reach();

    /** Whether only mutual nearest neighbours merge; else a remnant merges at once with what it overlaps. */
    boolean nearestOnly();

    /**
     * Whether a pair merges.
     *
     * @param orbit of the two when they are seen within reach and approaching
     * @param step the shorter of the steps that the two have just done, Henon time units
     */
    boolean merges(TwoBodyOrbit orbit, double step);

    /**
     * What is lost when the pair merges.
     *
     * @param orbit as above
     * @param merger number of the merger in its simulation, from 1
     */
    default Loss loss(TwoBodyOrbit orbit, int merger) {
        return Loss.NONE;
    }
}
