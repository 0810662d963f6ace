package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.ForceRequest;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.Integrator.Scheme;
import io.github.nbodylab.experiment.spec.Integrator.Timesteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long the first step is, and what steps of blocks may be. */
class TimeStepsTest {

    private static final double ETA = 0.02;

    private final ForceEngine engine = new JvmForceEngine();

    /** eta |a| / |j| of a body by the definition (Makino and Aarseth 1992, eq. 8). */
    private static double startUpStep(Bodies b, int i) {
        double[] a = new double[3];
        double[] jerk = new double[3];
        for (int k = 0; k < b.count(); k++) {
            double[] r = new double[3];
            double[] v = new double[3];
            double r2 = 0;
            double rv = 0;
            for (int c = 0; c < 3; c++) {
                r[c] = b.fields()[c][k] - b.fields()[c][i];
                v[c] = b.fields()[c + 3][k] - b.fields()[c + 3][i];
                r2 += r[c] * r[c];
                rv += r[c] * v[c];
            }
            for (int c = 0; c < 3 && k != i; c++) {
                a[c] += b.mass[k] * r[c] / Math.pow(r2, 1.5);
                jerk[c] += b.mass[k] * (v[c] - 3 * rv / r2 * r[c]) / Math.pow(r2, 1.5);
            }
        }
        return ETA
                * Math.sqrt((a[0] * a[0] + a[1] * a[1] + a[2] * a[2])
                        / (jerk[0] * jerk[0] + jerk[1] * jerk[1] + jerk[2] * jerk[2]));
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void theFirstSharedStepIsTheShortestStartUpStepOfAllBodies(Scheme scheme) {
        Bodies sphere = Simulations.sphere(32, "start");
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 32; i++) {
            shortest = Math.min(shortest, startUpStep(sphere, i));
        }
        Integrator shared = Integrator.of(scheme, Timesteps.SHARED, ETA);
        Simulation simulation = new Simulation(
                sphere, SimulationOptions.of(1, ETA, new StickySpheres(0)).with(shared));
        Simulations.drive(engine, simulation, Double.MIN_VALUE);
        assertThat(simulation.steps()).isEqualTo(1);
        assertThat(simulation.time()).isCloseTo(shortest, within(1e-12 * shortest));
    }

    @Test
    void theFirstStepsOfBlocksAreTheLargestPowersOfTwoWithinTheStartUpSteps() {
        Bodies sphere = Simulations.sphere(32, "start");
        Motion motion = new Motion(sphere, 1);
        begin(motion, 1);
        for (int i = 0; i < 32; i++) {
            double ratio = startUpStep(sphere, i) / motion.step[i];
            assertThat(isPowerOfTwo(motion.step[i])).isTrue();
            assertThat(ratio).isBetween(1.0, 2.0);
        }
    }

    @Test
    void blockStepsArePowersOfTwoAtWhoseMultiplesBodiesStandAndDoubleAtEvenTimesOnly() {
        Motion motion = new Motion(Simulations.sphere(32, "blocks"), 1);
        Hermite hermite = begin(motion, 1);
        int doubled = 0;
        int shortened = 0;
        while (hermite.end() < 1) {
            double[] step = motion.step.clone();
            double[] due = new double[32];
            for (int i = 0; i < 32; i++) {
                due[i] = motion.time[i] + step[i];
            }
            step(hermite, 1);
            for (int i = 0; i < 32; i++) {
                boolean moved = due[i] == hermite.end();
                assertThat(motion.time[i]).isEqualTo(moved ? due[i] : due[i] - step[i]);
                assertThat(due[i]).as("nobody is late").isGreaterThanOrEqualTo(hermite.end());
                assertThat(isPowerOfTwo(motion.step[i])).isTrue();
                assertThat(motion.time[i] % motion.step[i]).isZero();
                assertThat(motion.step[i]).isLessThanOrEqualTo(moved ? 2 * step[i] : step[i]);
                doubled += motion.step[i] > step[i] ? 1 : 0;
                shortened += motion.step[i] < step[i] ? 1 : 0;
            }
        }
        assertThat(doubled).isGreaterThan(50);
        assertThat(shortened).isGreaterThan(50);
    }

    private Hermite begin(Motion motion, double until) {
        Hermite hermite = new Hermite(motion, Twin.blockHermite(ETA), until);
        evaluate(hermite.first());
        hermite.start();
        return hermite;
    }

    private void step(Hermite hermite, double until) {
        hermite.begin(until);
        do {
            evaluate(hermite.request());
        } while (!hermite.take());
    }

    private void evaluate(ForceRequest request) {
        ForceBatch batch = new ForceBatch();
        batch.add(request);
        engine.evaluate(batch);
    }

    private static boolean isPowerOfTwo(double step) {
        return step == Math.scalb(1.0, Math.getExponent(step));
    }
}
