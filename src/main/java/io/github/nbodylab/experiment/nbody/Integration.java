package io.github.nbodylab.experiment.nbody;

import static java.util.Objects.requireNonNull;

/**
 * How a cluster is advanced.
 *
 * @param scheme how one step is done
 * @param timesteps who shares a step; {@link Timesteps#BLOCK} is for Hermite only
 * @param accuracy eta of the step criterion, in (0, 1); without meaning for fixed steps
 * @param step length of fixed steps, Henon time units, above 0; without meaning for others
 * @param iterations how often the end of a Hermite step is evaluated and corrected, 1 or 2
 * @param softening Plummer's softening length, Henon units, 0 or more
 */
public record Integration(
        Scheme scheme, Timesteps timesteps, double accuracy, double step, int iterations, double softening) {

    /** How one step is done. */
    public enum Scheme {
        /** Fourth order (Makino and Aarseth 1992). */
        HERMITE_4,
        /** Kick, drift, kick: second order, symplectic with fixed steps. */
        LEAPFROG
    }

    /** Who shares a step. */
    public enum Timesteps {
        /** Every body has its own, a power of two. */
        BLOCK,
        /** All have one that changes with time. */
        SHARED,
        /** All have one that never changes. */
        FIXED
    }

    public Integration {
        requireNonNull(scheme, "scheme");
        requireNonNull(timesteps, "timesteps");
        boolean fixed = timesteps == Timesteps.FIXED;
        boolean good = fixed ? step > 0 && Double.isFinite(step) : accuracy > 0 && accuracy < 1;
        if (!good || iterations < 1 || iterations > 2 || !(softening >= 0 && Double.isFinite(softening))) {
            throw new IllegalArgumentException("no integration with accuracy " + accuracy + ", step " + step + ", "
                    + iterations + " iterations and softening " + softening);
        }
        if (scheme == Scheme.LEAPFROG && timesteps == Timesteps.BLOCK) {
            throw new IllegalArgumentException("the leapfrog has no block time steps");
        }
    }

    /** Hermite with block time steps, one iteration and no softening. */
    public static Integration blockHermite(double accuracy) {
        return new Integration(Scheme.HERMITE_4, Timesteps.BLOCK, accuracy, 0, 1, 0);
    }

    /** Another choice of steps. */
    public Integration with(Timesteps other) {
        return new Integration(scheme, other, accuracy, step, iterations, softening);
    }

    /** Fixed steps of one length. */
    public static Integration fixed(Scheme scheme, double step) {
        return new Integration(scheme, Timesteps.FIXED, 0, step, 1, 0);
    }
}
