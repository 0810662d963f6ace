package io.github.nbodylab.experiment.ensemble;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.nbody.Simulation;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.List;

/**
 * A run simulated once more, with more snapshots than the spec asks for. Snapshots interpolate and shorten no step, so all
 * else has the bits of the first time, on whatever device that was.
 *
 * @param run which
 * @param simulation at its end
 */
public record Replay(Run run, Simulation simulation) {

    public Replay {
        requireNonNull(run, "run");
        requireNonNull(simulation, "simulation");
    }

    /**
     * Simulates a run on the JVM twin.
     *
     * @param intervals between the snapshots, all of one length, 1 or more
     * @throws JobFailedException if there is anything wrong with the file of the bodies
     */
    public static Replay of(Ensemble ensemble, Run run, int intervals) throws JobFailedException {
        Missing missing = new Missing(ensemble, InitialConditions.of(ensemble), run);
        double every = ensemble.spec().simulate().until() / intervals;
        Simulation simulation =
                new Simulation(missing.initial().create(run), missing.options().withSnapshotsEvery(every));
        ForceBatch batch = new ForceBatch();
        try (ForceEngine engine = new JvmForceEngine()) {
            while (!simulation.isFinished()) {
                batch.clear();
                batch.add(simulation.request());
                engine.evaluate(batch);
                simulation.goOn();
            }
        }
        return new Replay(run, simulation);
    }

    /** Its mergers as rows of {@code mergers.csv}, but for the first cell, which names the run. */
    public List<List<String>> mergers() {
        return RunFiles.mergers(simulation).rows();
    }
}
