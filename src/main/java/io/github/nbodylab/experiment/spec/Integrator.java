package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * How a cluster is advanced.
 *
 * @param scheme the integration scheme
 * @param timesteps who shares a time step
 * @param step with {@link Timesteps#FIXED}: the step, Henon time units, above 0; else empty
 * @param accuracy eta of the criterion for time steps, dimensionless, in (0, 1); {@link #DEFAULT_ACCURACY}, and without
 *     meaning, with {@link Timesteps#FIXED}
 * @param iterations how often a step is evaluated and corrected, 1 or 2; 1 for {@link Scheme#LEAPFROG}, which corrects nothing
 * @param softening Plummer's softening length, Henon length units, 0 or more
 */
public record Integrator(
        Scheme scheme, Timesteps timesteps, OptionalDouble step, double accuracy, int iterations, double softening) {

    /** eta where a spec gives none. */
    public static final double DEFAULT_ACCURACY = 0.01;

    /** Shortest step, Henon time units: less would be lost in the time of the simulation. */
    public static final double SHORTEST_STEP = 0x1p-44;

    /** The integrator of a spec that says nothing about it. */
    public static final Integrator DEFAULT =
            new Integrator(Scheme.HERMITE_4, Timesteps.BLOCK, OptionalDouble.empty(), DEFAULT_ACCURACY, 1, 0);

    public Integrator {
        requireNonNull(scheme, "scheme");
        requireNonNull(timesteps, "timesteps");
        if (step.isPresent() != (timesteps == Timesteps.FIXED)) {
            throw new IllegalArgumentException("fixed time steps, and they only, have a step");
        }
        if (scheme == Scheme.LEAPFROG && (timesteps == Timesteps.BLOCK || iterations != 1)) {
            throw new IllegalArgumentException("the leapfrog has neither block time steps nor iterations");
        }
    }

    /** An integrator with shared or block time steps that is at its default otherwise. */
    public static Integrator of(Scheme scheme, Timesteps timesteps, double accuracy) {
        return new Integrator(scheme, timesteps, OptionalDouble.empty(), accuracy, 1, 0);
    }

    /** Integration schemes. */
    public enum Scheme implements Named {
        /** Makino and Aarseth (1992), 4th order. */
        HERMITE_4("hermite-4", Timesteps.BLOCK),
        /** Kick-drift-kick, 2nd order. */
        LEAPFROG("leapfrog", Timesteps.SHARED);

        private final String specName;
        private final Timesteps byDefault;

        Scheme(String specName, Timesteps byDefault) {
            this.specName = specName;
            this.byDefault = byDefault;
        }

        @Override
        public String specName() {
            return specName;
        }

        /** Its time steps where a spec does not name them. */
        public Timesteps defaultTimesteps() {
            return byDefault;
        }
    }

    /** Who shares a time step. */
    public enum Timesteps implements Named {
        /** Every body has its own adaptive step, a power of two. */
        BLOCK("block"),
        /** All bodies of a cluster have one adaptive step. */
        SHARED("shared"),
        /** All bodies have one step that never changes. */
        FIXED("fixed");

        private final String specName;

        Timesteps(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }
}
