package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.nbody.cluster.Cluster;
import io.github.nbodylab.experiment.nbody.cluster.ClusterModel;
import io.github.nbodylab.experiment.nbody.cluster.Profile;
import io.github.nbodylab.experiment.spec.Integrator;

/** Drives simulations in tests. */
final class Simulations {

    private Simulations() {}

    /** A Plummer sphere in equilibrium. */
    static Bodies sphere(int n, String seed) {
        return Cluster.create(ClusterModel.of(n, new Profile.Plummer(), 0.5), Seed.of(seed));
    }

    static Simulation toTheEnd(ForceEngine engine, Bodies bodies, double until, double captureRadius) {
        return toTheEnd(engine, bodies, SimulationOptions.of(until, 0.01, new StickySpheres(captureRadius)));
    }

    static Simulation toTheEnd(ForceEngine engine, Bodies bodies, SimulationOptions options) {
        Simulation simulation = new Simulation(bodies, options);
        drive(engine, simulation, Double.POSITIVE_INFINITY);
        return simulation;
    }

    /** Lets a simulation go on until it has reached a time or its end. */
    static void drive(ForceEngine engine, Simulation simulation, double until) {
        ForceBatch batch = new ForceBatch();
        while (!simulation.isFinished() && simulation.time() < until) {
            batch.clear();
            batch.add(simulation.request());
            engine.evaluate(batch);
            simulation.goOn();
        }
    }

    /** Hermite with a shared adaptive step. */
    static Integrator shared(double accuracy) {
        return Integrator.of(Integrator.Scheme.HERMITE_4, Integrator.Timesteps.SHARED, accuracy);
    }

    /** Sum of mass times a field over all bodies. */
    static double moment(Bodies bodies, double[] field) {
        double sum = 0;
        for (int i = 0; i < bodies.count(); i++) {
            sum += bodies.mass[i] * field[i];
        }
        return sum;
    }
}
