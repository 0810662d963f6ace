package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.compute.OpenClHere;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(Energy.total(end)).isNotCloseTo(-0.25, within(1e-3));
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

    /** Counts at T = 1 that other programs found, with their standard errors. */
    @ParameterizedTest(name = "N = {0}, k = {1}: {2} +- {3}")
    @CsvSource({"64, 1, 2.29, .13, 120", "64, 4, 10.1, .3, 60", "32, 8, 13.0, .5, 60", "128, 1, 2.16, .16, 40"})
    void asManyMergersHappenAsInOtherPrograms(int n, double k, double mean, double error, int runs) {
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
            int count = Simulations.toTheEnd(twin, Simulations.sphere(n, "count " + run), 1, k / n)
                    .mergers()
                    .size();
            sum += count;
            squares += (double) count * count;
        }
        double found = sum / runs;
        double own = (squares / runs - found * found) / (runs - 1);
        assertThat(Math.abs(found - mean) / Math.sqrt(own + error * error))
                .as("found %s mergers", found)
                .isLessThan(4);
    }

    /** Binney and Tremaine's rate for k = 2 is 4.65 a unit of time; early on nothing is depleted yet. */
    @Test
    void theEarlyRateOfMergersIsThatOfTheCollisionIntegral() {
        double rate = 4.65;
        double until = 0.06;
        int runs = 600;
        int count = 0;
        for (int run = 0; run < runs; run++) {
            for (Merger merger : Simulations.toTheEnd(twin, Simulations.sphere(64, "rate " + run), until, 2.0 / 64)
                    .mergers()) {
                count += merger.time() > 0 ? 1 : 0;
            }
        }
        double expected = rate * until * runs;
        assertThat(Math.abs(count - expected) / Math.sqrt(expected))
                .as("%s mergers where %s are expected", count, expected)
                .isLessThan(4);
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
