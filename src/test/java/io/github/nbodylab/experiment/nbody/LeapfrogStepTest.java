package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.oracle.Oracle;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.Integrator.Scheme;
import io.github.nbodylab.experiment.spec.Integrator.Timesteps;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adaptive step of the leapfrog, as it is seen from outside. */
class LeapfrogStepTest {

    /** The first steps have no past to estimate derivatives from. */
    private static final int WARM_UP = 10;

    private final ForceEngine engine = new JvmForceEngine();

    private static Simulation simulation(Bodies bodies, double until, double eta, double captureRadius) {
        SimulationOptions options = SimulationOptions.of(until, eta, new StickySpheres(captureRadius));
        return new Simulation(bodies, options.with(leapfrog(eta)));
    }

    private static Integrator leapfrog(double eta) {
        return Integrator.of(Scheme.LEAPFROG, Timesteps.SHARED, eta);
    }

    /** One step on; returns its length. */
    private double step(Simulation simulation) {
        double from = simulation.time();
        Simulations.drive(engine, simulation, Math.nextUp(from));
        return simulation.time() - from;
    }

    /** [(j/a)^2 + s/a]^(-1/2) of two bodies, by the derivatives of -m r / |r|^3 along their orbit. */
    private static double timescale(Bodies pair) {
        double m = pair.mass[0] + pair.mass[1];
        double[] r = new double[3];
        double[] v = new double[3];
        double r2 = 0;
        double rv = 0;
        double v2 = 0;
        for (int c = 0; c < 3; c++) {
            r[c] = pair.fields()[c][0] - pair.fields()[c][1];
            v[c] = pair.fields()[c + 3][0] - pair.fields()[c + 3][1];
            r2 += r[c] * r[c];
            rv += r[c] * v[c];
            v2 += v[c] * v[c];
        }
        double u = rv / r2;
        double w = v2 / r2 - m / (r2 * Math.sqrt(r2));
        double a2 = 0;
        double jerk2 = 0;
        double snap2 = 0;
        for (int c = 0; c < 3; c++) { // all over -m / |r|^3
            double a = r[c];
            double jerk = v[c] - 3 * u * r[c];
            double snap = -m / (r2 * Math.sqrt(r2)) * r[c] - 6 * u * v[c] + (15 * u * u - 3 * w) * r[c];
            a2 += a * a;
            jerk2 += jerk * jerk;
            snap2 += snap * snap;
        }
        return 1 / Math.sqrt(jerk2 / a2 + Math.sqrt(snap2 / a2));
    }

    /** Derivatives are differences over the last steps, so the step lags by a part of itself. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.005})
    void alongAnEccentricOrbitTheStepIsEtaTimesTheTimescaleOfJerkAndSnap(double eta) {
        double until = 4 * Math.PI;
        Simulation simulation = simulation(Systems.kepler(0.5), until, eta, 0);
        double expected = 0;
        double longest = 0;
        double shortest = 1;
        while (simulation.time() < until - 0.1) {
            double step = step(simulation);
            if (simulation.steps() > WARM_UP) {
                assertThat(step / expected).isCloseTo(1, within(2 * eta));
                longest = Math.max(longest, step);
                shortest = Math.min(shortest, step);
            }
            expected = eta * timescale(simulation.bodies());
        }
        assertThat(longest).isGreaterThan(4 * shortest);
    }

    @Test
    void onACircularOrbitAStepIsEtaOverTheSquareRootOfTwoOfAnAngularFrequency() {
        Simulation simulation = simulation(Systems.kepler(0), 2, 0.01, 0);
        for (int k = 0; k < 100; k++) {
            step(simulation);
        }
        new Oracle(
                        Oracle.Topic.INTEGRATORS,
                        "leapfrog-step",
                        "Adaptive step of the leapfrog on a circular orbit over eta, in radians",
                        "[(j/a)^2 + s/a]^(-1/2) = 1 / (sqrt 2 omega)")
                .close(Math.sqrt(0.5), 1e-3, step(simulation) / 0.01);
    }

    /** A close pair merges, and what is left has a time scale that is longer by far. */
    @Test
    void fromStepToStepItIsAtMostDoubled() {
        Bodies three = new Bodies(3);
        double[] mass = {0.05, 0.05, 0.9};
        double[] x = {0.905, 0.895, -0.1};
        double[] vy = {0.9 + 0.8, 0.9 - 0.8, -0.1};
        for (int i = 0; i < 3; i++) {
            three.mass[i] = mass[i];
            three.x[i] = x[i];
            three.vy[i] = vy[i];
        }
        Simulation simulation = simulation(three, 1, 0.05, 0.003);
        List<Double> growth = new ArrayList<>();
        double last = step(simulation);
        while (simulation.time() < 0.5) {
            double step = step(simulation);
            growth.add(step / last);
            last = step;
        }
        assertThat(simulation.mergers()).hasSize(1);
        assertThat(growth).allSatisfy(ratio -> assertThat(ratio).isLessThan(2 + 1e-9));
        assertThat(growth.stream().filter(ratio -> ratio > 2 - 1e-9)).hasSizeGreaterThan(5);
    }

    @Test
    void errorsFallWithTheSquareOfEta() {
        Bodies start = Simulations.sphere(32, "adaptive");
        Bodies exact = Twin.run(start, 0.5, Twin.blockHermite(1e-6)).bodies();
        Simulation coarse = Twin.run(start, 0.5, leapfrog(0.01));
        Simulation fine = Twin.run(start, 0.5, leapfrog(0.0025));
        double ratio = Systems.distance(exact, coarse.bodies()) / Systems.distance(exact, fine.bodies());
        new Oracle(
                        Oracle.Topic.INTEGRATORS,
                        "order-leapfrog-3-adaptive",
                        "Order of leapfrog in position, adaptive steps",
                        "convergence of the scheme; N = 32, t = 0.5")
                .between(1.9, 2.1, Math.log(ratio) / Math.log(4));
        assertThat((double) fine.steps() / coarse.steps()).isCloseTo(4, within(0.1));
    }
}
