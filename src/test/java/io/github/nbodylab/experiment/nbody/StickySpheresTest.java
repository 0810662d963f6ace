package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class StickySpheresTest {

    private final UniformRandomProvider random = Seed.of("sticky spheres").generator();

    private static int[] ids(int n) {
        int[] ids = new int[n];
        for (int i = 0; i < n; i++) {
            ids[i] = i + 1;
        }
        return ids;
    }

    /** Bodies on the x axis, of mass 1. */
    private static Bodies line(double[] x, double[] vx) {
        Bodies bodies = new Bodies(x.length);
        System.arraycopy(x, 0, bodies.x, 0, x.length);
        System.arraycopy(vx, 0, bodies.vx, 0, x.length);
        Arrays.fill(bodies.mass, 1);
        return bodies;
    }

    /** The same bodies after free flight. */
    private static Bodies fly(Bodies bodies, double dt) {
        Bodies after = bodies.copy();
        for (int i = 0; i < bodies.count(); i++) {
            after.x[i] += dt * bodies.vx[i];
            after.y[i] += dt * bodies.vy[i];
            after.z[i] += dt * bodies.vz[i];
        }
        return after;
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
        Bodies bodies = line(new double[] {0, 0.5, 3, 3.5}, new double[] {0, -1, 0, 1});
        StickySpheres rule = new StickySpheres(1);
        int[] ids = ids(4);
        assertThat(rule.mergeAtStart(bodies, ids)).isTrue();
        assertThat(bodies.count()).isEqualTo(3);
        assertThat(ids).startsWith(1, 3, 4);
        Merger merger = rule.mergers().get(0);
        assertThat(merger.time()).isZero();
        assertThat(merger.id1()).isEqualTo(1);
        assertThat(merger.id2()).isEqualTo(2);
        assertThat(bodies.mass[0]).isEqualTo(2);
        assertThat(bodies.vx[0]).isEqualTo(-0.5);
        assertThat(bodies.x[0]).isEqualTo(0.25);
    }

    @Test
    void aPassageThatBeginsAndEndsWithinOneStepIsNotOverlooked() {
        Bodies before = line(new double[] {-5, 5}, new double[] {10, -10});
        before.y[1] = 0.05;
        Bodies after = fly(before, 1);
        StickySpheres rule = new StickySpheres(0.1);
        assertThat(rule.mergeInStep(before, after, ids(2), 7, 1, 8)).isTrue();
        double contact = (10 - Math.sqrt(0.1 * 0.1 - 0.05 * 0.05)) / 20;
        assertThat(rule.mergers().get(0).time()).isCloseTo(7 + contact, within(1e-10));
        assertThat(rule.mergers().get(0).position()[1]).isCloseTo(0.025, within(1e-12));
    }

    @Test
    void aPassageOutsideTheCaptureRadiusAndOneThatRecedesMergeNothing() {
        Bodies miss = line(new double[] {-5, 5}, new double[] {10, -10});
        miss.y[1] = 0.1001;
        assertThat(new StickySpheres(0.1).mergeInStep(miss, fly(miss, 1), ids(2), 0, 1, 1))
                .isFalse();
        Bodies leaving = line(new double[] {0, 0.05}, new double[] {-1, 1});
        assertThat(new StickySpheres(0.1).mergeInStep(leaving, fly(leaving, 1), ids(2), 0, 1, 1))
                .isFalse();
    }

    @Test
    void everyContactIsFoundThatATightSamplingOfAllPairsFinds() {
        int n = 40;
        double radius = 0.3;
        int contacts = 0;
        for (int trial = 0; trial < 20; trial++) {
            Bodies before = Simulations.sphere(n, "contact " + trial);
            double dt = 0.05;
            Bodies after = fly(before, dt);
            List<Encounters.Encounter> found = new Encounters(radius).find(before, after, dt);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    int low = j;
                    int high = i;
                    boolean sampled = sampled(before, dt, low, high, radius);
                    boolean has = found.stream().anyMatch(e -> e.low() == low && e.high() == high);
                    contacts += sampled ? 1 : 0;
                    assertThat(has || !sampled)
                            .as("pair %d %d of trial %d", low, high, trial)
                            .isTrue();
                }
            }
        }
        assertThat(contacts).isGreaterThan(50);
    }

    private static boolean sampled(Bodies b, double dt, int i, int j, double radius) {
        for (int s = 0; s <= 200; s++) {
            double t = dt * s / 200;
            double dx = b.x[i] - b.x[j] + t * (b.vx[i] - b.vx[j]);
            double dy = b.y[i] - b.y[j] + t * (b.vy[i] - b.vy[j]);
            double dz = b.z[i] - b.z[j] + t * (b.vz[i] - b.vz[j]);
            double rv = dx * (b.vx[i] - b.vx[j]) + dy * (b.vy[i] - b.vy[j]) + dz * (b.vz[i] - b.vz[j]);
            if (dx * dx + dy * dy + dz * dz < radius * radius * (1 - 1e-9) && rv < 0) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theEarliestContactGoesFirstAndItsRemnantTakesInWhatItThenTouches() {
        Bodies before = line(new double[] {0, 1, 2.5}, new double[] {0, -1, -1.9});
        Bodies after = fly(before, 1);
        StickySpheres rule = new StickySpheres(0.7);
        int[] ids = ids(3);
        assertThat(rule.mergeInStep(before, after, ids, 0, 1, 1)).isTrue();
        assertThat(rule.mergers()).hasSize(2);
        assertThat(rule.mergers().get(0).id2()).isEqualTo(2);
        assertThat(rule.mergers().get(0).time()).isCloseTo(0.3, within(1e-9));
        assertThat(rule.mergers().get(1).id2()).isEqualTo(3);
        assertThat(rule.mergers().get(1).mass1()).isEqualTo(2);
        assertThat(rule.mergers().get(1).time()).isEqualTo(1);
        assertThat(after.count()).isEqualTo(1);
        assertThat(after.mass[0]).isEqualTo(3);
        assertThat(after.mass[0] * after.vx[0]).isCloseTo(-2.9, within(1e-15));
    }

    @Test
    void slotsAreCompactedInTheirOrder() {
        Bodies bodies = line(new double[] {0, 10, 0.5, 20, 10.5, 30}, new double[] {1, 1, 0, 0, 0, 0});
        int[] ids = ids(6);
        assertThat(new StickySpheres(1).mergeAtStart(bodies, ids)).isTrue();
        assertThat(ids).startsWith(1, 2, 4, 6);
        assertThat(bodies.x).startsWith(0.25, 10.25, 20, 30);
    }
}
