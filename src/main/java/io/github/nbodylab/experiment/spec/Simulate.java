package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ensemble of simulations.
 *
 * @param cluster initial conditions
 * @param mergers when two bodies become one
 * @param integrator how a cluster is advanced
 * @param until end of every simulation, Henon time units, above 0
 * @param design which points of the parameter space are simulated
 * @param failures what is done about simulations that fail
 */
public record Simulate(
        Cluster cluster, Mergers mergers, Integrator integrator, double until, Design design, Failures failures) {

    public Simulate {
        requireNonNull(cluster, "cluster");
        requireNonNull(mergers, "mergers");
        requireNonNull(integrator, "integrator");
        requireNonNull(design, "design");
        requireNonNull(failures, "failures");
    }

    /**
     * The parameters of a design point, by name, sorted: those of the cluster and of the mergers. They, the seed and the
     * replicate decide the initial conditions.
     */
    public SortedMap<String, Axis> axes() {
        SortedMap<String, Axis> axes = new TreeMap<>();
        axes.put("particles", cluster.particles());
        axes.put("profile", cluster.profile());
        axes.put("virialRatio", cluster.virialRatio());
        axes.put("masses", cluster.masses());
        axes.put("criterion", mergers.criterion());
        if (mergers.captureNumber() != null) {
            axes.put("captureNumber", mergers.captureNumber());
        }
        return axes;
    }

    /**
     * Initial conditions.
     *
     * @param particles number of bodies N, whole, 2 or more
     * @param profile density profile, a word: {@code plummer}
     * @param virialRatio kinetic energy over the absolute potential energy; 0.5 is equilibrium
     * @param masses mass function, a word: {@code equal}
     */
    public record Cluster(Axis particles, Axis profile, Axis virialRatio, Axis masses) {}

    /**
     * Mergers.
     *
     * @param criterion a word: {@code sticky-sphere} or {@code none}
     * @param captureNumber k = N r_c in Henon units, above 0; null unless the criterion is {@code sticky-sphere}
     */
    public record Mergers(Axis criterion, Axis captureNumber) {}

    /**
     * How a cluster is advanced.
     *
     * @param scheme the integration scheme
     * @param timesteps who shares a time step
     * @param accuracy eta of Aarseth's criterion, dimensionless, in (0, 1)
     */
    public record Integrator(Scheme scheme, Timesteps timesteps, double accuracy) {}

    /** Integration schemes. */
    public enum Scheme implements Named {
        /** Makino and Aarseth (1992), 4th order. */
        HERMITE_4("hermite-4");

        private final String specName;

        Scheme(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }

    /** Who shares a time step. */
    public enum Timesteps implements Named {
        /** All bodies of a cluster have one adaptive step. */
        SHARED("shared");

        private final String specName;

        Timesteps(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }

    /**
     * The design points.
     *
     * @param method how they are chosen
     * @param points how many ({@code random}, {@code sobol}); 0 where the method itself says ({@code grid}, {@code list})
     * @param replicates simulations per design point, 1 or more
     * @param list the points of {@code list}: parameter to value, a subset of {@link Simulate#axes()}; else empty
     */
    public record Design(Method method, int points, int replicates, List<SortedMap<String, Value>> list) {
        public Design {
            requireNonNull(method, "method");
            list = List.copyOf(list);
        }
    }

    /** Ways to choose design points. */
    public enum Method implements Named {
        /** Every combination of the listed values. */
        GRID("grid"),
        /** The points that stand in the spec. */
        LIST("list"),
        /** Independent draws. */
        RANDOM("random"),
        /** A Sobol sequence, digitally shifted by the seed. */
        SOBOL("sobol");

        private final String specName;

        Method(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }

    /**
     * What is done about failures.
     *
     * @param retries how often a worker that crashed is started again, 0 or more
     * @param maxFailed largest fraction of simulations that may fail numerically, in [0, 1)
     */
    public record Failures(int retries, double maxFailed) {}
}
