package io.github.nbodylab.experiment.ensemble;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Simulation;
import io.github.nbodylab.experiment.nbody.SimulationOptions;
import io.github.nbodylab.experiment.nbody.snapshot.SnapshotUnits;
import java.io.IOException;

/**
 * A run that is not in the store.
 *
 * @param ensemble whose it is
 * @param initial bodies at time 0
 * @param run which
 */
record Missing(Ensemble ensemble, InitialConditions initial, Run run) {

    Missing {
        requireNonNull(ensemble, "ensemble");
        requireNonNull(initial, "initial");
        requireNonNull(run, "run");
    }

    /** About proportional to the time it takes. */
    double work() {
        double n = initial.bodies(run.point());
        return n * n * ensemble.spec().simulate().until();
    }

    /** The simulation at time 0. */
    Simulation start() {
        return new Simulation(initial.create(run), options());
    }

    /** The simulation where its last checkpoint has it, or at time 0. */
    Simulation start(Checkpoints checkpoints) throws IOException {
        Bodies bodies = initial.create(run);
        return checkpoints.resume(run.key(), bodies, options()).orElseGet(() -> new Simulation(bodies, options()));
    }

    /** How it is simulated. */
    SimulationOptions options() {
        return Clusters.options(ensemble.spec().simulate(), run, initial.particles(run.point()));
    }

    /** In what units its snapshots are. */
    SnapshotUnits units() {
        return SnapshotUnits.of(ensemble.spec().units());
    }
}
