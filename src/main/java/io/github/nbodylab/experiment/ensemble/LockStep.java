package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.nbody.Simulation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Advances several simulations side by side, all their forces evaluated in one call of the engine; a finished one gives
 * its place to the next. Nobody's result depends on who else is in the batch.
 */
final class LockStep {

    private static final double NANO = 1e-9;

    /** A run under way. */
    static final class Started {
        final Missing missing;
        final Simulation simulation;
        private double seconds;
        private long saved = System.nanoTime();

        Started(Missing missing, Simulation simulation) {
            this.missing = missing;
            this.simulation = simulation;
        }

        Run run() {
            return missing.run();
        }

        /** Its share of the time that passed, by pair interactions. */
        double seconds() {
            return seconds;
        }
    }

    /** Where finished runs go. */
    @FunctionalInterface
    interface Sink {
        void accept(Started finished) throws IOException;
    }

    /** Where runs come from. */
    @FunctionalInterface
    interface Source {
        /** The next run; null when there is none. */
        Started next() throws IOException;
    }

    private final ForceEngine engine;
    private final Checkpoints checkpoints;
    private final double checkpointSeconds;
    private final int bodies;
    private final ForceBatch batch = new ForceBatch();
    private final List<Started> active = new ArrayList<>();

    /**
     * Creates a driver.
     *
     * @param engine of this thread
     * @param bodies a batch is filled until it has so many; one simulation is always in it
     * @param checkpoints where runs under way are saved
     * @param checkpointSeconds time between two checkpoints of a run
     */
    LockStep(ForceEngine engine, int bodies, Checkpoints checkpoints, double checkpointSeconds) {
        this.engine = engine;
        this.checkpoints = checkpoints;
        this.checkpointSeconds = checkpointSeconds;
        this.bodies = bodies;
    }

    /**
     * Runs until the source is dry.
     *
     * @throws IOException if a checkpoint cannot be read or the sink cannot take a result
     */
    void drive(Source source, Sink sink) throws IOException {
        boolean more = true;
        while (true) {
            while (more && (active.isEmpty() || size() < bodies)) {
                Started next = source.next();
                more = next != null;
                if (more) {
                    active.add(next);
                }
            }
            if (active.isEmpty()) {
                return;
            }
            advance();
            for (int i = active.size() - 1; i >= 0; i--) {
                if (active.get(i).simulation.isFinished()) {
                    sink.accept(active.remove(i));
                } else {
                    save(active.get(i));
                }
            }
        }
    }

    private void save(Started one) throws IOException {
        long now = System.nanoTime();
        if ((now - one.saved) * NANO >= checkpointSeconds && one.simulation.canBeSaved()) {
            checkpoints.save(one.run().key(), one.simulation);
            one.saved = now;
        }
    }

    private int size() {
        int size = 0;
        for (Started one : active) {
            size += one.simulation.bodies().count();
        }
        return size;
    }

    /** One evaluation for all. */
    private void advance() {
        long start = System.nanoTime();
        batch.clear();
        List<Started> asking = new ArrayList<>(active.size());
        for (Started one : active) {
            if (!one.simulation.isFinished()) {
                asking.add(one);
                batch.add(one.simulation.request());
            }
        }
        if (asking.isEmpty()) {
            return; // a cluster may merge into one body at time 0
        }
        double interactions = Math.max(1, batch.interactions());
        engine.evaluate(batch);
        double[] shares = new double[asking.size()];
        for (int s = 0; s < asking.size(); s++) {
            Simulation simulation = asking.get(s).simulation;
            shares[s] = batch.requests().get(s).interactions() / interactions;
            simulation.goOn();
        }
        double passed = (System.nanoTime() - start) * NANO;
        for (int s = 0; s < shares.length; s++) {
            asking.get(s).seconds += shares[s] * passed;
        }
    }
}
