package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.Integrator.Scheme;
import io.github.nbodylab.experiment.spec.Integrator.Timesteps;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecorderTest {

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    private static Simulation run(Bodies bodies, SimulationOptions options) {
        return Simulations.toTheEnd(new JvmForceEngine(), bodies, options);
    }

    static Stream<Integrator> integrators() {
        return Stream.of(
                Integrator.DEFAULT, Simulations.shared(0.01), Integrator.of(Scheme.LEAPFROG, Timesteps.SHARED, 0.02));
    }

    @ParameterizedTest
    @MethodSource("integrators")
    void picturesChangeNoBitOfTheRun(Integrator integrator) {
        Bodies sphere = Simulations.sphere(48, "pictures");
        MergerRule rule = new StickySpheres(3.0 / 48);
        Simulation few = run(sphere, new SimulationOptions(1, integrator, rule, 1, OptionalDouble.empty(), NO_LIMIT));
        Simulation many =
                run(sphere, new SimulationOptions(1, integrator, rule, 0.013, OptionalDouble.of(1e-3), NO_LIMIT));
        assertThat(few.mergers()).isNotEmpty();
        assertThat(many.mergers()).usingRecursiveComparison().isEqualTo(few.mergers());
        assertThat(many.bodies()).usingRecursiveComparison().isEqualTo(few.bodies());
        assertThat(many.bodySteps()).isEqualTo(few.bodySteps());
    }

    @Test
    void thereIsASnapshotForEachTimeOfTheGridAndTheEnd() {
        Simulation simulation = run(
                Simulations.sphere(16, "grid"),
                new SimulationOptions(
                        1, Integrator.DEFAULT, new StickySpheres(0), 0.3, OptionalDouble.of(0.25), NO_LIMIT));
        assertThat(simulation.snapshots().stream().map(Snapshot::time)).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
        assertThat(simulation.series().lines().stream().map(line -> line[0]))
                .containsExactly(0.0, 0.3, 0.6, 0.8999999999999999, 1.0);
        Snapshot last = simulation.snapshots().get(4);
        assertThat(last.bodies().x).startsWith(Arrays.copyOf(simulation.bodies().x, 16));
    }

    @Test
    void aSnapshotIsWhereARunThatEndsThenHasItsBodies() {
        Bodies sphere = Simulations.sphere(32, "then");
        SimulationOptions whole = new SimulationOptions(
                1, Integrator.DEFAULT, new StickySpheres(0), 1, OptionalDouble.of(0.37), NO_LIMIT);
        Snapshot then = run(sphere, whole).snapshots().get(1);
        Bodies end = run(sphere, SimulationOptions.of(0.37, 0.01, new StickySpheres(0)))
                .bodies();
        for (int i = 0; i < 32; i++) {
            assertThat(then.bodies().x[i]).isCloseTo(end.x[i], within(1e-6));
            assertThat(then.bodies().vy[i]).isCloseTo(end.vy[i], within(1e-5));
        }
    }

    @Test
    void figuresAreTakenOfBodiesAsManyAsThereWereThen() {
        Simulation simulation = run(
                Simulations.sphere(64, "order"),
                new SimulationOptions(
                        1, Integrator.DEFAULT, new StickySpheres(8.0 / 64), 0.05, OptionalDouble.of(0.05), NO_LIMIT));
        List<Merger> mergers = simulation.mergers();
        assertThat(mergers).hasSizeGreaterThan(10);
        for (int k = 0; k < simulation.snapshots().size(); k++) {
            Snapshot snapshot = simulation.snapshots().get(k);
            double[] line = simulation.series().lines().get(k);
            assertThat(line[1]).isEqualTo(snapshot.bodies().count());
            // a merger takes effect at the end of the step in which its contact is
            long before = mergers.stream()
                    .filter(m -> m.time() <= snapshot.time() - 0.01)
                    .count();
            long until =
                    mergers.stream().filter(m -> m.time() <= snapshot.time()).count();
            assertThat(64 - snapshot.bodies().count()).isBetween((int) before, (int) until);
            assertThat(line[TimeSeries.COLUMNS.indexOf("energyError")]).isLessThan(1e-4);
        }
    }

    @Test
    void aRunWhoseEnergyErrorPassesItsLimitFailsThereAndThen() {
        Integrator coarse = Simulations.shared(0.3);
        Simulation simulation = run(
                Simulations.sphere(32, "coarse"),
                new SimulationOptions(2, coarse, new StickySpheres(0), 0.125, OptionalDouble.empty(), 1e-7));
        assertThat(simulation.failure())
                .hasValueSatisfying(text ->
                        assertThat(text).contains("the energy error reached").contains("above the limit of 1.0E-7"));
        assertThat(simulation.time()).isLessThan(2);
    }

    @Test
    void aFailedRunsBodiesAndEnergyErrorAreThoseOfOneTime() {
        Bodies sphere = Simulations.sphere(48, "one time");
        double limit = 1e-10;
        Simulation simulation = run(
                sphere,
                new SimulationOptions(
                        2,
                        Integrator.of(Integrator.Scheme.HERMITE_4, Integrator.Timesteps.BLOCK, 0.02),
                        new StickySpheres(0),
                        0.0625,
                        OptionalDouble.empty(),
                        limit));
        assertThat(simulation.failure()).isPresent();
        double energy = Energy.kinetic(simulation.bodies()) + Energy.potential(simulation.bodies(), 0);
        double initial = Energy.kinetic(sphere) + Energy.potential(sphere, 0);
        assertThat(simulation.energyError()).isCloseTo(Math.abs(energy / initial - 1), within(1e-13));
        Bodies then = run(sphere, SimulationOptions.of(simulation.time(), 0.01, new StickySpheres(0)))
                .bodies();
        for (int i = 0; i < 48; i++) {
            assertThat(simulation.bodies().x[i]).isCloseTo(then.x[i], within(1e-3));
        }
    }

    /** 1.7 - t, of an early t at which a new epoch begins, and t again need not be 1.7. */
    @Test
    void theLastLineIsOfTheEndHoweverTheTimeOfAMergerIsRounded() {
        for (int run = 0; run < 200; run++) {
            Simulation simulation = run(
                    Simulations.sphere(12, "rounding " + run),
                    new SimulationOptions(
                            1.7,
                            Simulations.shared(0.05),
                            new StickySpheres(1.0 / 12),
                            0.17,
                            OptionalDouble.of(0.85),
                            NO_LIMIT));
            List<double[]> lines = simulation.series().lines();
            assertThat(lines.get(lines.size() - 1)[0]).isEqualTo(1.7);
            assertThat(simulation.snapshots()).hasSize(3);
        }
    }
}
