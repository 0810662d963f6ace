package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.nbody.Simulation;
import java.util.ArrayList;
import java.util.List;

/** A batch as the runs of an ensemble will ask for, to try engines on. */
final class SampleBatch {

    /** Evaluations before the one that is taken: at the start every body is active, which block steps soon change. */
    private static final int ROUNDS = 32;

    private static final long NANOSECONDS_AT_MOST = 50_000_000;

    private SampleBatch() {}

    /**
     * Starts runs, takes them some steps on and returns what they ask for then.
     *
     * @param missing at least one, the longest first; the first ones of them are taken
     * @param engine that will have to do it
     * @param bodies as many as the batches of {@link Runner} have on this engine
     */
    static ForceBatch of(List<Missing> missing, ForceEngine engine, int bodies) {
        List<Simulation> simulations = new ArrayList<>();
        int size = 0;
        for (int k = 0; simulations.isEmpty() || (size < bodies && k < missing.size()); k++) {
            Simulation simulation = missing.get(k).start();
            simulations.add(simulation);
            size += simulation.bodies().count();
        }
        ForceBatch batch = requests(simulations);
        long start = System.nanoTime();
        for (int round = 0; round < ROUNDS && System.nanoTime() - start < NANOSECONDS_AT_MOST; round++) {
            engine.evaluate(batch);
            simulations.forEach(Simulation::goOn);
            simulations.removeIf(Simulation::isFinished);
            if (simulations.isEmpty()) {
                return batch;
            }
            batch = requests(simulations);
        }
        return batch;
    }

    private static ForceBatch requests(List<Simulation> simulations) {
        ForceBatch batch = new ForceBatch();
        for (Simulation simulation : simulations) {
            if (!simulation.isFinished()) {
                batch.add(simulation.request());
            }
        }
        return batch;
    }
}
