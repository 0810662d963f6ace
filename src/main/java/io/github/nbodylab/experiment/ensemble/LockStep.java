package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.nbody.Simulation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Advances several simulations side by side, all their forces evaluated in one call of the engine; a finished one gives
 * its place to the next. Nobody's result depends on who else is in the batch.
 */
final class LockStep {

    private static final double NANO = 1e-9;

    /** A run under way. */
    static final class Started {
        final Run run;
        final Simulation simulation;
        private double seconds;

        Started(Run run, Simulation simulation) {
            this.run = run;
            this.simulation = simulation;
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

    private final ForceEngine engine;
    private final int bodies;
    private final ForceBatch batch = new ForceBatch();
    private final List<Started> active = new ArrayList<>();

    /**
     * Creates a driver.
     *
     * @param engine of this thread
     * @param bodies a batch is filled until it has so many; one simulation is always in it
     */
    LockStep(ForceEngine engine, int bodies) {
        this.engine = engine;
        this.bodies = bodies;
    }

    /**
     * Runs until the source is dry.
     *
     * @param source gives the next run, null when there is none
     * @throws IOException if the sink cannot take a result
     */
    void drive(Supplier<Started> source, Sink sink) throws IOException {
        boolean more = true;
        while (true) {
            while (more && (active.isEmpty() || size() < bodies)) {
                Started next = source.get();
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
                }
            }
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
