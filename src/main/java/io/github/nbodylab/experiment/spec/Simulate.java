package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ensemble of simulations. Everything is in Henon units, also what the spec gives in physical ones.
 *
 * @param cluster initial conditions
 * @param mergers when two bodies become one
 * @param integrator how a cluster is advanced
 * @param until end of every simulation, Henon time units, above 0
 * @param snapshotsEvery time between snapshots, Henon time units, above 0 and at most {@code until}; empty for none
 * @param diagnosticsEvery time between lines of diagnostics, Henon time units, above 0 and at most {@code until}
 * @param design which points of the parameter space are simulated
 * @param failures what is done about simulations that fail
 */
public record Simulate(
        Cluster cluster,
        Mergers mergers,
        Integrator integrator,
        double until,
        OptionalDouble snapshotsEvery,
        double diagnosticsEvery,
        Design design,
        Failures failures)
        implements Origin {

    /** Lines of diagnostics, but for the one at the start, where a spec does not say how many. */
    public static final int DEFAULT_DIAGNOSTICS = 16;

    public Simulate {
        requireNonNull(cluster, "cluster");
        requireNonNull(mergers, "mergers");
        requireNonNull(integrator, "integrator");
        requireNonNull(snapshotsEvery, "snapshotsEvery");
        requireNonNull(design, "design");
        requireNonNull(failures, "failures");
    }

    /** Simulations without snapshots and with diagnostics as often as by default. */
    public static Simulate of(
            Cluster cluster, Mergers mergers, Integrator integrator, double until, Design design, Failures failures) {
        return new Simulate(
                cluster,
                mergers,
                integrator,
                until,
                OptionalDouble.empty(),
                defaultDiagnosticsEvery(until),
                design,
                failures);
    }

    /** The time between lines of diagnostics where a spec does not say. */
    public static double defaultDiagnosticsEvery(double until) {
        return until / DEFAULT_DIAGNOSTICS;
    }

    /**
     * The parameters of a design point, by name, sorted: those of the cluster and of the mergers that mean something at
     * one point at least. They, the seed and the replicate decide the initial conditions.
     */
    public SortedMap<String, Axis> axes() {
        SortedMap<String, Axis> axes = new TreeMap<>(cluster.axes());
        axes.putAll(mergers.axes());
        return axes;
    }

    /**
     * Initial conditions.
     *
     * @param axes parameter to axis, such as {@code particles}; without those that mean nothing at any design point
     * @param file of the bodies, relative to the spec's folder; empty unless the profile may be {@code file}
     */
    public record Cluster(SortedMap<String, Axis> axes, Optional<String> file) {
        public Cluster {
            axes = Collections.unmodifiableSortedMap(new TreeMap<>(axes));
            requireNonNull(file, "file");
        }

        /** The axis of a parameter, empty for one that means nothing here. */
        public Optional<Axis> axis(String parameter) {
            return Optional.ofNullable(axes.get(parameter));
        }
    }

    /**
     * Mergers.
     *
     * @param axes parameter to axis, such as {@code captureNumber}; without those that mean nothing at any design point
     */
    public record Mergers(SortedMap<String, Axis> axes) {
        public Mergers {
            axes = Collections.unmodifiableSortedMap(new TreeMap<>(axes));
        }

        /** The axis of a parameter, empty for one that means nothing here. */
        public Optional<Axis> axis(String parameter) {
            return Optional.ofNullable(axes.get(parameter));
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
     * @param maxEnergyError relative energy error above which a simulation counts as failed numerically, above 0
     */
    public record Failures(int retries, double maxFailed, double maxEnergyError) {
        /** Where a spec does not say. */
        public static final double DEFAULT_MAX_ENERGY_ERROR = 1e-3;
    }
}
