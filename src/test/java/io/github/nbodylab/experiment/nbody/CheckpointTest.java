package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.Integrator.Scheme;
import io.github.nbodylab.experiment.spec.Integrator.Timesteps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointTest {

    static Stream<Integrator> integrators() {
        return Stream.of(
                Integrator.of(Scheme.HERMITE_4, Timesteps.BLOCK, 0.01),
                Integrator.of(Scheme.HERMITE_4, Timesteps.SHARED, 0.01),
                new Integrator(Scheme.HERMITE_4, Timesteps.BLOCK, OptionalDouble.empty(), 0.01, 2, 0),
                Integrator.of(Scheme.LEAPFROG, Timesteps.SHARED, 0.05),
                new Integrator(Scheme.LEAPFROG, Timesteps.FIXED, OptionalDouble.of(1e-3), 0.01, 1, 0.05));
    }

    @ParameterizedTest
    @MethodSource("integrators")
    void aSimulationThatIsTakenUpHasTheBitsOfTheUninterruptedOne(Integrator integrator) throws IOException {
        Bodies sphere = Simulations.sphere(40, "checkpoint");
        SimulationOptions options = new SimulationOptions(
                1, integrator, new StickySpheres(2.0 / 40), 0.03, OptionalDouble.of(0.07), Double.POSITIVE_INFINITY);
        Simulation expected = Simulations.toTheEnd(new JvmForceEngine(), sphere, options);
        Simulation resumed = interruptedAgainAndAgain(sphere, options);
        assertThat(expected.mergers()).isNotEmpty();
        assertThat(resumed.mergers()).usingRecursiveComparison().isEqualTo(expected.mergers());
        assertThat(resumed.bodies()).usingRecursiveComparison().isEqualTo(expected.bodies());
        assertThat(resumed.series()).usingRecursiveComparison().isEqualTo(expected.series());
        assertThat(resumed.snapshots()).usingRecursiveComparison().isEqualTo(expected.snapshots());
        assertThat(resumed.bodySteps()).isEqualTo(expected.bodySteps());
        assertThat(resumed.energyError()).isEqualTo(expected.energyError());
    }

    /** Saved and taken up before every 50th step. */
    private static Simulation interruptedAgainAndAgain(Bodies bodies, SimulationOptions options) throws IOException {
        ForceEngine engine = new JvmForceEngine();
        ForceBatch batch = new ForceBatch();
        Simulation simulation = new Simulation(bodies, options);
        long saved = 0;
        while (!simulation.isFinished()) {
            if (simulation.canBeSaved() && simulation.steps() >= saved + 50) {
                saved = simulation.steps();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                simulation.save(new DataOutputStream(bytes));
                DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
                simulation = Simulation.resume(in, bodies, options);
                assertThat(in.available()).isZero();
            }
            batch.clear();
            batch.add(simulation.request());
            engine.evaluate(batch);
            simulation.goOn();
        }
        assertThat(saved).isPositive();
        return simulation;
    }
}
