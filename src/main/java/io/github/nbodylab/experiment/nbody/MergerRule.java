package io.github.nbodylab.experiment.nbody;

/** When two approaching bodies become one, and what is lost then. */
public interface MergerRule {

    /**
     * Two bodies at the moment when they are seen within reach and approaching. Henon units.
     *
     * @param mass1 of the one in the lower slot
     * @param mass2 of the other
     * @param separation {@code double[3]}, position of the second less that of the first
     * @param velocity {@code double[3]}, velocity of the second less that of the first
     */
    @SuppressWarnings("ArrayRecordComponent") // made anew for each pair, compared by nobody
    record Pair(double mass1, double mass2, double[] separation, double[] velocity) {}

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
     * @param step the shorter of the steps that the two have just done, Henon time units
     */
    boolean merges(Pair pair, double step);

    /**
     * What is lost when the pair merges.
     *
     * @param merger number of the merger in its simulation, from 1
     */
    default Loss loss(Pair pair, int merger) {
        return Loss.NONE;
    }
}
