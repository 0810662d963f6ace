package io.github.nbodylab.experiment.nbody;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much work a simulation has been so far.
 *
 * @param steps block steps done: how often some bodies were moved
 * @param bodySteps steps of single bodies done
 * @param interactions pair interactions evaluated
 */
record Counters(long steps, long bodySteps, long interactions) {

    static final Counters NONE = new Counters(0, 0, 0);

    Counters withInteractions(long more) {
        return new Counters(steps, bodySteps, interactions + more);
    }

    /** A step more, or none where bodies were only brought to the end of the last one. */
    Counters withBodySteps(long more, boolean isStep) {
        return new Counters(isStep ? steps + 1 : steps, bodySteps + more, interactions);
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(steps);
        out.writeLong(bodySteps);
        out.writeLong(interactions);
    }

    static Counters load(DataInput in) throws IOException {
        return new Counters(in.readLong(), in.readLong(), in.readLong());
    }
}
