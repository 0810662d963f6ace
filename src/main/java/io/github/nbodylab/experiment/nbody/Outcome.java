package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.spec.Decimal;
import java.util.Optional;

/**
 * Whether a simulation has come to its end, and how.
 *
 * @param isFinished whether the end is reached, or cannot be
 * @param failure why the simulation failed numerically, if it did
 * @param note what is to be said of one that ended early
 */
record Outcome(boolean isFinished, Optional<String> failure, Optional<String> note) {

    /** Not yet. */
    static final Outcome OPEN = new Outcome(false, Optional.empty(), Optional.empty());

    /** The end is reached. */
    static final Outcome REACHED = new Outcome(true, Optional.empty(), Optional.empty());

    /** There is no more to simulate. */
    static Outcome early(String what, double time) {
        return new Outcome(true, Optional.empty(), Optional.of(what + at(time)));
    }

    /** The same, and besides it failed. */
    Outcome failed(String why, double time) {
        return new Outcome(true, Optional.of(why + at(time)), note);
    }

    private static String at(double time) {
        return " at t = " + Decimal.shortest(time);
    }
}
