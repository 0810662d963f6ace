package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.compute.OpenClHere;
import java.util.Comparator;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private final ForceEngine twin = new JvmForceEngine();

    @Test
    void aClusterKeepsItsEnergyAndMomentumAndEndsExactlyAtItsEnd() {
        Simulation simulation = Simulations.toTheEnd(twin, Simulations.sphere(64, "plain"), 1, 0);
        Bodies end = simulation.bodies();
        assertThat(simulation.failure()).isEmpty();
        assertThat(simulation.time()).isEqualTo(1);
        assertThat(simulation.energyError()).isLessThan(1e-5);
        assertThat(Simulations.moment(end, end.vx)).isCloseTo(0, within(1e-7));
        assertThat(Simulations.moment(end, end.vy)).isCloseTo(0, within(1e-7));
        assertThat(Simulations.moment(end, end.x)).isCloseTo(0, within(1e-7));
    }

    @Test
    void whatMergersDissipateIsAccountedFor() {
        Simulation simulation = Simulations.toTheEnd(twin, Simulations.sphere(64, "sticky"), 1, 4.0 / 64);
        Bodies end = simulation.bodies();
        assertThat(simulation.mergers()).hasSizeGreaterThan(3);
        assertThat(end.count()).isEqualTo(64 - simulation.mergers().size());
        assertThat(simulation.energyError()).isLessThan(1e-5);
        assertThat(Systems.energy(end)).isNotCloseTo(-0.25, within(1e-3));
        assertThat(Simulations.moment(end, end.vx)).isCloseTo(0, within(1e-7));
    }

    @Test
    void mergersAreToldInTheOrderOfTheirTimes() {
        Simulation simulation = Simulations.toTheEnd(twin, Simulations.sphere(64, "order"), 1, 8.0 / 64);
        assertThat(simulation.mergers())
                .hasSizeGreaterThan(10)
                .isSortedAccordingTo(Comparator.comparingDouble(Merger::time));
        assertThat(simulation.mergers().stream().map(Merger::id2)).doesNotHaveDuplicates();
    }

    @Test
    void aRunIsTheSameBitsOnOpenClAndOnTheTwin() throws Exception {
        Bodies sphere = Simulations.sphere(50, "bits");
        Simulation expected = Simulations.toTheEnd(twin, sphere, 1, 4.0 / 50);
        assertThat(expected.mergers()).isNotEmpty();
        try (ForceEngine opencl = OpenClHere.engine()) {
            Simulation other = Simulations.toTheEnd(opencl, sphere, 1, 4.0 / 50);
            assertThat(other.steps()).isEqualTo(expected.steps());
            assertThat(other.mergers()).usingRecursiveComparison().isEqualTo(expected.mergers());
            assertThat(other.bodies()).usingRecursiveComparison().isEqualTo(expected.bodies());
        }
    }

    @Test
    void twoBodiesThatMergeEndTheRunEarlyAndItSaysSo() {
        Bodies pair = new Bodies(2);
        pair.mass[0] = 0.5;
        pair.mass[1] = 0.5;
        pair.x[1] = 1;
        Simulation simulation = Simulations.toTheEnd(twin, pair, 5, 0.1);
        assertThat(simulation.mergers()).hasSize(1);
        assertThat(simulation.note())
                .hasValueSatisfying(text -> assertThat(text).startsWith("one body was left at t"));
        assertThat(simulation.failure()).isEmpty();
        double half = simulation.mergers().get(0).time();
        double s = Math.asin(Math.sqrt(0.1)); // free fall from rest, r = sin^2 s
        assertThat(half).isCloseTo((Math.PI / 2 - s + Math.sin(2 * s) / 2) / Math.sqrt(2), within(1e-5));
        assertThat(simulation.mergers().get(0).position()[0]).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aRunThatEndsWithOneBodyIsHeldToTheLimitOfTheEnergyErrorAsWell() {
        Bodies pair = new Bodies(2);
        pair.mass[0] = 0.5;
        pair.mass[1] = 0.5;
        pair.x[1] = 1;
        SimulationOptions strict = new SimulationOptions(
                5, Simulations.shared(0.3), new StickySpheres(0.1), 5, OptionalDouble.empty(), 1e-12);
        Simulation simulation = Simulations.toTheEnd(twin, pair, strict);
        assertThat(simulation.mergers()).hasSize(1);
        assertThat(simulation.energyError()).isGreaterThan(1e-12);
        assertThat(simulation.failure())
                .hasValueSatisfying(text -> assertThat(text).startsWith("the energy error reached"));
    }

    @Test
    void aHeadOnCollisionWithoutMergersFailsWithACause() {
        Bodies pair = new Bodies(2);
        pair.mass[0] = 0.5;
        pair.mass[1] = 0.5;
        pair.x[1] = 1;
        Simulation simulation = Simulations.toTheEnd(twin, pair, 5, 0);
        assertThat(simulation.failure())
                .hasValueSatisfying(
                        text -> assertThat(text).contains("time step").contains("at t = 1.1"));
        assertThat(simulation.note()).isEmpty();
    }

    @Test
    void forcesThatAreNoNumbersFailTheRunWithACause() {
        Bodies sphere = Simulations.sphere(8, "nan");
        sphere.vx[3] = Double.NaN;
        Simulation simulation = Simulations.toTheEnd(twin, sphere, 1, 0);
        assertThat(simulation.failure()).isPresent();
    }
}
