package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.Integrator.Scheme;
import io.github.nbodylab.experiment.spec.Integrator.Timesteps;
import java.util.OptionalDouble;

/** Runs simulations without mergers on the JVM twin. */
final class Twin {

    private Twin() {}

    /** Hermite with block time steps. */
    static Integrator blockHermite(double accuracy) {
        return Integrator.of(Scheme.HERMITE_4, Timesteps.BLOCK, accuracy);
    }

    /** Fixed steps of one length. */
    static Integrator fixed(Scheme scheme, double step, double softening) {
        return new Integrator(
                scheme, Timesteps.FIXED, OptionalDouble.of(step), Integrator.DEFAULT_ACCURACY, 1, softening);
    }

    /** To the end, without a failure. */
    static Simulation run(Bodies bodies, double until, Integrator integrator) {
        StickySpheres none = new StickySpheres(0);
        return run(bodies, SimulationOptions.of(until, 0.01, none).with(integrator));
    }

    /** To the end, without a failure. */
    static Simulation run(Bodies bodies, SimulationOptions options) {
        try (ForceEngine engine = new JvmForceEngine()) {
            Simulation simulation = Simulations.toTheEnd(engine, bodies, options);
            assertThat(simulation.failure()).isEmpty();
            return simulation;
        }
    }
}
