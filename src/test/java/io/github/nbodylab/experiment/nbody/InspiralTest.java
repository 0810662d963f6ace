package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import java.util.Arrays;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which binaries spiral in during a simulation, and in which order those merge that touch at the same time. */
class InspiralTest {

    private static final double ETA = 0.01;
    private static final double AXIS = 1e-3;
    private static final double MASS = 1.0 / 16;

    /** sqrt(eta / m a^3), Aarseth's criterion for a circular orbit, is 8.9e-6 here: the next power of two below it. */
    private static final double STEP = 0x1p-17;

    /** Of the binary; all others of the cluster are far from it. */
    private static final double PERIOD = 2 * Math.PI * Math.sqrt(AXIS * AXIS * AXIS / (2 * MASS));

    /** A cluster whose bodies 5 and 11 are a binary that is nearly circular. */
    private static Bodies clusterWithBinary() {
        Bodies cluster = Simulations.sphere(16, "inspiral");
        Bodies pair = Systems.kepler(0.01);
        for (int c = 0; c < 3; c++) {
            double[] x = cluster.fields()[c];
            double[] v = cluster.fields()[c + 3];
            x[10] = x[4] + AXIS * pair.fields()[c][1];
            x[4] += AXIS * pair.fields()[c][0];
            double pace = Math.sqrt(2 * MASS / AXIS);
            v[10] = v[4] + pace * pair.fields()[c + 3][1];
            v[4] += pace * pair.fields()[c + 3][0];
        }
        return cluster;
    }

    /** The speed of light at which the binary merges within a time: 5/256 c^5 a^4 / (m1 m2 m), Peters (1964), eq. 5.10. */
    private static double speedOfLight(double mergerTime) {
        return Math.pow(mergerTime * 256 / 5 * MASS * MASS * 2 * MASS / Math.pow(AXIS, 4), 0.2);
    }

    private static Simulation run(Bodies bodies, double until, MergerRule rule) {
        return Simulations.toTheEnd(new JvmForceEngine(), bodies, SimulationOptions.of(until, ETA, rule));
    }

    private static MergerRule inspiral(double mergerTime) {
        return new GravitationalWaveMergers(
                GravitationalWaveMergers.Kind.INSPIRAL,
                speedOfLight(mergerTime),
                5 * AXIS,
                false,
                false,
                Seed.of("no kicks"));
    }

    @ParameterizedTest
    @CsvSource({"0.99, 1", "1.01, 0"})
    void aBinaryMergesIfItsTimeToDoSoIsShorterThanItsStep(double mergerTimeOverStep, int mergers) {
        double until = 20 * PERIOD;
        Simulation simulation = run(clusterWithBinary(), until, inspiral(mergerTimeOverStep * STEP));
        assertThat(simulation.mergers()).hasSize(mergers).allSatisfy(merger -> {
            assertThat(merger.id1()).isEqualTo(5);
            assertThat(merger.id2()).isEqualTo(11);
            assertThat(merger.time()).isLessThan(PERIOD);
        });
        assertThat(simulation.time()).isEqualTo(until);
        assertThat(simulation.steps()).isGreaterThan(mergers == 0 ? (long) (until / STEP) : 1);
    }

    @Test
    void binariesThatMergeAtTheSameTimeAreToldByTheirIds() {
        Bodies pair = Systems.kepler(0.01);
        Bodies mirrored = new Bodies(4);
        int[] sign = {1, -1, -1, 1}; // 1 and 4 are a binary, 2 and 3 its mirror image
        Arrays.fill(mirrored.mass, 0, 4, MASS);
        for (int i = 0; i < 4; i++) {
            int k = i / 2;
            mirrored.x[i] = sign[i] * (1 + AXIS * pair.x[k]);
            mirrored.vy[i] = sign[i] * Math.sqrt(2 * MASS / AXIS) * pair.vy[k];
        }
        Simulation simulation = run(mirrored, PERIOD, inspiral(STEP / 64));
        expect(simulation, new int[][] {{1, 4}, {2, 3}});
        assertThat(simulation.mergers().get(0).time())
                .isEqualTo(simulation.mergers().get(1).time());
    }

    private static void expect(Simulation simulation, int[][] ids) {
        assertThat(simulation.mergers().stream().map(merger -> new int[] {merger.id1(), merger.id2()}))
                .asInstanceOf(InstanceOfAssertFactories.list(int[].class))
                .containsExactly(ids);
    }

    /** Bodies on the x axis, so light that they fly straight, and mirrored so that contacts come at the same bits. */
    private static Simulation fly(double[] x, double[] vx) {
        Bodies bodies = new Bodies(x.length);
        System.arraycopy(x, 0, bodies.x, 0, x.length);
        System.arraycopy(vx, 0, bodies.vx, 0, x.length);
        Arrays.fill(bodies.mass, 0, x.length, 1e-9);
        return run(bodies, 1, new StickySpheres(0.2));
    }

    @Test
    void contactsAtTheSameTimeInsideAStepAreToldByTheirIds() {
        Simulation simulation = fly(new double[] {-1, 1, 1.5, -1.5}, new double[] {-1, 1, 0, 0});
        expect(simulation, new int[][] {{1, 4}, {2, 3}});
        assertThat(simulation.mergers().get(0).time())
                .isEqualTo(simulation.mergers().get(1).time());
    }

    @Test
    void ofTwoThatTouchAThirdAtTheSameTimeTheOneWithTheLowerIdTakesIt() {
        Simulation simulation = fly(new double[] {0.7, -0.7, 0}, new double[] {-1, 1, 0});
        expect(simulation, new int[][] {{1, 3}, {1, 2}});
    }
}
