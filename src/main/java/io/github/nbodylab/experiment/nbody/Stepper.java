package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.ForceRequest;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Advances a {@link Motion} step by step. A step is asked for with {@link #begin}; then {@link #request()} is fulfilled and
 * {@link #take()} called until that says that the step is done.
 */
interface Stepper {

    /** Bodies that a step has moved to its end; the rest are still at an earlier time. */
    int[] moved();

    /** How many of {@link #moved()} are meant. */
    int movedCount();

    /** End of the step, since the epoch. */
    double end();

    /** The request for the forces on all bodies, where they are known at one time: at the start and after mergers. */
    ForceRequest first();

    /** Chooses first steps when {@link #first()} is fulfilled. Bodies that have moved before keep the steps they wished for. */
    void start();

    /**
     * Begins a step.
     *
     * @param until when the simulation ends, since the epoch; the last step ends there exactly
     */
    void begin(double until);

    /** The forces that the step needs next. */
    ForceRequest request();

    /** Uses them. Returns whether the step is done. */
    boolean take();

    /**
     * Begins to move all bodies that the last step did not, to its end; then as with a step. Returns false if there are
     * none.
     */
    boolean synchronise();

    /** Saves what is not in the motion, while a step's first forces are awaited. */
    void save(DataOutput out) throws IOException;

    /** Takes up a step where it was saved. */
    void load(DataInput in) throws IOException;

    /** The shortest step that was chosen last is no number, or so short that nothing would move. */
    boolean isStuck();
}
