package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.nbody.merger.TwoBodyOrbit;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.spec.Integrator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class MergersTest {

    private static final double LIGHT = 1e-9;

    private final UniformRandomProvider random = Seed.of("sticky spheres").generator();

    /** Bodies on the x axis, so light that they fly straight. */
    private static Bodies line(double[] x, double[] vx) {
        Bodies bodies = new Bodies(x.length);
        System.arraycopy(x, 0, bodies.x, 0, x.length);
        System.arraycopy(vx, 0, bodies.vx, 0, x.length);
        Arrays.fill(bodies.mass, 0, x.length, LIGHT);
        return bodies;
    }

    private static Simulation fly(Bodies bodies, double until, MergerRule rule) {
        return Simulations.toTheEnd(new JvmForceEngine(), bodies, SimulationOptions.of(until, 0.01, rule));
    }

    private static Simulation fly(Bodies bodies, double until, double radius) {
        return fly(bodies, until, new StickySpheres(radius));
    }

    @Test
    void aRemnantHasTheMassAndTheMomentumOfTheTwoToOneRounding() {
        MathContext exact = MathContext.UNLIMITED;
        for (int trial = 0; trial < 20_000; trial++) {
            double m1 = 1 / 64.0 * (1 + random.nextInt(5));
            double m2 = random.nextDouble();
            double a = 2 * random.nextDouble() - 1;
            double b = trial % 2 == 0 ? 2 * random.nextDouble() - 1 : -a * m1 / m2 * (1 + 1e-9);
            BigDecimal momentum = new BigDecimal(m1)
                    .multiply(new BigDecimal(a), exact)
                    .add(new BigDecimal(m2).multiply(new BigDecimal(b), exact));
            double expected = momentum.divide(new BigDecimal(m1 + m2), new MathContext(60))
                    .doubleValue();
            double mean = Remnant.mean(m1, a, m2, b);
            assertThat(Math.abs(mean - expected)).isLessThanOrEqualTo(Math.ulp(expected));
        }
    }

    @Test
    void bodiesThatOverlapAtTheStartMergeIfTheyApproach() {
        Simulation simulation = fly(line(new double[] {0, 0.5, 30, 30.5}, new double[] {0, -1, 0, 1}), 0.125, 1);
        assertThat(simulation.bodies().count()).isEqualTo(3);
        assertThat(List.of(simulation.id(0), simulation.id(1), simulation.id(2)))
                .containsExactly(1, 3, 4);
        Merger merger = simulation.mergers().get(0);
        assertThat(merger.time()).isZero();
        assertThat(merger.id1()).isEqualTo(1);
        assertThat(merger.id2()).isEqualTo(2);
        assertThat(merger.relativeSpeed()).isEqualTo(1);
        assertThat(merger.position()[0]).isEqualTo(0.25);
        assertThat(merger.velocity()[0]).isEqualTo(-0.5);
        assertThat(simulation.bodies().mass[0]).isEqualTo(2 * LIGHT);
    }

    @Test
    void aPassageThatBeginsAndEndsWithinOneStepIsNotOverlooked() {
        Bodies bodies = line(new double[] {-50, 50}, new double[] {1000, -1000});
        bodies.y[1] = 0.05;
        Integrator oneStep = new Integrator(
                Integrator.Scheme.HERMITE_4, Integrator.Timesteps.FIXED, OptionalDouble.of(0.125), 0.01, 1, 0);
        Simulation simulation = Simulations.toTheEnd(
                new JvmForceEngine(),
                bodies,
                SimulationOptions.of(0.125, 0.01, new StickySpheres(0.1)).with(oneStep));
        assertThat(simulation.steps()).isEqualTo(1);
        double contact = (100 - Math.sqrt(0.1 * 0.1 - 0.05 * 0.05)) / 2000;
        assertThat(simulation.mergers()).hasSize(1);
        assertThat(simulation.mergers().get(0).time()).isCloseTo(contact, within(1e-10));
        assertThat(simulation.mergers().get(0).position()[1]).isCloseTo(0.025, within(1e-9));
    }

    @Test
    void aPassageOutsideTheCaptureRadiusAndOneThatRecedesMergeNothing() {
        Bodies miss = line(new double[] {-50, 50}, new double[] {1000, -1000});
        miss.y[1] = 0.1001;
        assertThat(fly(miss, 0.125, 0.1).mergers()).isEmpty();
        Bodies leaving = line(new double[] {0, 0.05}, new double[] {-1, 1});
        assertThat(fly(leaving, 0.5, 0.1).mergers()).isEmpty();
    }

    @Test
    void theEarliestContactGoesFirstAndItsRemnantTakesInWhatItThenTouches() {
        // bodies 1 and 2 touch at 0.03; their remnant then overlaps with body 3
        Bodies bodies = line(new double[] {0, 1, 2.5}, new double[] {0, -10, -19});
        Simulation simulation = fly(bodies, 0.1, 0.7);
        assertThat(simulation.mergers()).hasSize(2);
        Merger first = simulation.mergers().get(0);
        Merger second = simulation.mergers().get(1);
        assertThat(first.id2()).isEqualTo(2);
        assertThat(first.time()).isCloseTo(0.03, within(1e-9));
        assertThat(second.id2()).isEqualTo(3);
        assertThat(second.mass1()).isEqualTo(2 * LIGHT);
        assertThat(second.history()).containsExactly(1, 2, 3);
        assertThat(simulation.bodies().count()).isEqualTo(1);
        assertThat(simulation.bodies().mass[0]).isEqualTo(3 * LIGHT);
        assertThat(simulation.bodies().vx[0]).isCloseTo(-29.0 / 3, within(1e-13));
    }

    @Test
    void slotsAreCompactedInTheirOrder() {
        Bodies bodies = line(new double[] {0, 10, 0.5, 20, 10.5, 30}, new double[] {1, 1, 0, 0, 0, 0});
        Simulation simulation = fly(bodies, 0.125, 1);
        assertThat(simulation.bodies().count()).isEqualTo(4);
        assertThat(List.of(simulation.id(0), simulation.id(1), simulation.id(2), simulation.id(3)))
                .containsExactly(1, 2, 4, 6);
    }

    /** Every pair that approaches within reach is told, however the bodies' steps interleave. */
    @Test
    void everyContactIsFoundThatATightSamplingOfAllPairsFinds() {
        int n = 40;
        Bodies sphere = Simulations.sphere(n, "contacts");
        for (int i = 0; i < n; i++) {
            sphere.mass[i] *= 1 + 1e-9 * i; // so that a pair can be known by its masses
        }
        double reach = 0.05;
        Map<String, Integer> told = new HashMap<>();
        MergerRule watching = new MergerRule() {
            @Override
            public double reach() {
                return reach;
            }

            @Override
            public boolean nearestOnly() {
                return false;
            }

            @Override
            public boolean merges(TwoBodyOrbit orbit, double step) {
                assertThat(orbit.distance()).isLessThan(reach * (1 + 1e-9));
                assertThat(orbit.approach()).isLessThanOrEqualTo(1e-9);
                told.merge(orbit.mass1() + " " + orbit.mass2(), 1, Integer::sum);
                return false;
            }
        };
        SimulationOptions plain = SimulationOptions.of(1, 0.01, new StickySpheres(0));
        SimulationOptions watched = new SimulationOptions(
                1, plain.integrator(), watching, 1, OptionalDouble.of(1 / 4096.0), Double.POSITIVE_INFINITY);
        Simulation simulation = Simulations.toTheEnd(new JvmForceEngine(), sphere, watched);
        int contacts = 0;
        for (Snapshot snapshot : simulation.snapshots()) {
            Bodies b = snapshot.bodies();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    if (snapshot.time() > 0 && approachWithin(b, j, i, reach * (1 - 1e-6))) {
                        contacts++;
                        assertThat(told).containsKey(b.mass[j] + " " + b.mass[i]);
                    }
                }
            }
        }
        assertThat(contacts).isGreaterThan(200);
    }

    private static boolean approachWithin(Bodies b, int j, int i, double reach) {
        double dx = b.x[i] - b.x[j];
        double dy = b.y[i] - b.y[j];
        double dz = b.z[i] - b.z[j];
        double rv = dx * (b.vx[i] - b.vx[j]) + dy * (b.vy[i] - b.vy[j]) + dz * (b.vz[i] - b.vz[j]);
        return rv < -1e-6 && dx * dx + dy * dy + dz * dz < reach * reach;
    }

    @Test
    void onlyMutualNearestNeighboursAreCaptured() {
        // bodies 1 and 2 meet head-on, with a third beside the first that is nearer to it all the time
        Bodies crowd = line(new double[] {0, 0.5, 0}, new double[] {0, -1, 0});
        crowd.y[2] = 0.02;
        crowd.vy[2] = 1e-3;
        Bodies pair = line(new double[] {0, 0.5}, new double[] {0, -1});
        MergerRule rule = waves(0.1, false, false);
        assertThat(fly(pair, 0.49, rule).mergers()).hasSize(1);
        assertThat(fly(crowd, 0.45, rule).mergers()).isEmpty();
    }

    private static MergerRule waves(double reach, boolean losesMass, boolean kicks) {
        return new GravitationalWaveMergers(
                GravitationalWaveMergers.Kind.CAPTURE, 3, reach, losesMass, kicks, Seed.of("kicks"));
    }

    @Test
    void whatGravitationalWavesTakeAwayIsAccountedFor() {
        Bodies sphere = Simulations.sphere(64, "waves");
        for (int i = 0; i < 64; i++) {
            sphere.mass[i] *= i % 2 == 0 ? 0.5 : 1.5;
        }
        Simulation simulation = fly(sphere, 1, waves(0.05, true, true));
        assertThat(simulation.mergers()).isNotEmpty();
        Merger first = simulation.mergers().get(0);
        assertThat(first.remnantMass())
                .isBetween(0.95 * (first.mass1() + first.mass2()), first.mass1() + first.mass2());
        assertThat(simulation.energyError()).isLessThan(1e-5);
    }

    @Test
    void blockStepsAndSharedStepsTellTheSameFirstMerger() {
        Bodies sphere = Simulations.sphere(64, "order");
        SimulationOptions options = SimulationOptions.of(0.5, 0.001, new StickySpheres(4.0 / 64));
        Simulation block = Simulations.toTheEnd(new JvmForceEngine(), sphere, options);
        Simulation shared = Simulations.toTheEnd(new JvmForceEngine(), sphere, options.with(Simulations.shared(0.001)));
        Merger one = block.mergers().get(0);
        Merger other = shared.mergers().get(0);
        assertThat(one.id1()).isEqualTo(other.id1());
        assertThat(one.id2()).isEqualTo(other.id2());
        assertThat(one.time()).isCloseTo(other.time(), within(1e-7));
    }
}
