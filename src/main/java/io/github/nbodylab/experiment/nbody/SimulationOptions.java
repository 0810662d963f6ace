package io.github.nbodylab.experiment.nbody;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.spec.Integrator;
import java.util.OptionalDouble;

/**
 * What to simulate and how.
 *
 * @param until end, Henon time units, above 0
 * @param integrator how
 * @param mergers when two bodies become one
 * @param diagnosticsEvery distance of the times at which figures are taken, above 0
 * @param snapshotsEvery distance of the times at which snapshots are taken, above 0; empty for none
 * @param maxEnergyError relative error of the energy above which the simulation has failed
 */
public record SimulationOptions(
        double until,
        Integrator integrator,
        MergerRule mergers,
        double diagnosticsEvery,
        OptionalDouble snapshotsEvery,
        double maxEnergyError) {
    public SimulationOptions {
        requireNonNull(integrator, "integrator");
        requireNonNull(mergers, "mergers");
        if (!(until > 0 && Double.isFinite(until))
                || !(diagnosticsEvery > 0)
                || snapshotsEvery.orElse(1) <= 0
                || !(maxEnergyError > 0)) {
            throw new IllegalArgumentException("cannot simulate until " + until + " with figures every "
                    + diagnosticsEvery + " and an energy error up to " + maxEnergyError);
        }
    }

    /** Block steps, sixteen times figures, no snapshots, and any energy error. */
    public static SimulationOptions of(double until, double accuracy, MergerRule mergers) {
        Integrator hermite = Integrator.of(Integrator.Scheme.HERMITE_4, Integrator.Timesteps.BLOCK, accuracy);
        double never = Double.POSITIVE_INFINITY;
        return new SimulationOptions(until, hermite, mergers, until / 16, OptionalDouble.empty(), never);
    }

    /** Another way to integrate. */
    public SimulationOptions with(Integrator other) {
        return new SimulationOptions(until, other, mergers, diagnosticsEvery, snapshotsEvery, maxEnergyError);
    }

    /** Snapshots at other times; no bit of the simulation depends on them. */
    public SimulationOptions withSnapshotsEvery(double interval) {
        OptionalDouble every = OptionalDouble.of(interval);
        return new SimulationOptions(until, integrator, mergers, diagnosticsEvery, every, maxEnergyError);
    }
}
