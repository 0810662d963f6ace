package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.oracle.Oracle;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plummer spheres and what becomes of them. */
class ClusterOracleTest {

    private static final double SCALE_RADIUS = 3 * Math.PI / 16;

    private static Oracle oracle(String id, String what, String source) {
        return new Oracle(Oracle.Topic.CLUSTERS, id, what, source);
    }

    @Test
    void aPlummerSphereHasItsEnergyAndItsQuartiles() {
        int n = 5000;
        Bodies sphere = Simulations.sphere(n, "quartiles");
        oracle("plummer-1-energy", "Energy of a Plummer sphere in Henon units", "Heggie & Mathieu 1986")
                .close(-0.25, 1e-13, Energy.total(sphere));
        oracle("plummer-2-virial-ratio", "Its virial ratio", "virial theorem")
                .close(0.5, 1e-13, -Energy.kinetic(sphere) / Energy.potential(sphere));
        double[] radii = new double[n];
        for (int i = 0; i < n; i++) {
            radii[i] = Math.sqrt(sphere.x[i] * sphere.x[i] + sphere.y[i] * sphere.y[i] + sphere.z[i] * sphere.z[i]);
        }
        Arrays.sort(radii);
        for (int quarter = 1; quarter <= 3; quarter++) {
            double m = quarter / 4.0;
            double exact = SCALE_RADIUS / Math.sqrt(Math.pow(m, -2 / 3.0) - 1);
            double ratio = exact / SCALE_RADIUS;
            double density = 3 * ratio * ratio / SCALE_RADIUS * Math.pow(1 + ratio * ratio, -2.5); // dm / dr
            double error = Math.sqrt(m * (1 - m) / n) / density;
            String what = "Radius of " + quarter + "/4 of its mass, N = 5000";
            oracle("plummer-3-quartile-" + quarter, what, "Plummer 1911").agrees(exact, 0, radii[(int) (m * n)], error);
        }
    }

    /**
     * A core of equal masses collapses until a binary stops it: the time at which the first one is bound by more than 10 kT,
     * 3/2 N kT being the kinetic energy. One run says little, so there are three.
     */
    @Tag("exhaustive")
    @Test
    void theCoreOfAPlummerSphereCollapsesAfterSixteenHalfMassRelaxationTimes() {
        int n = 256;
        int runs = 3;
        double halfMassRadius = SCALE_RADIUS / Math.sqrt(Math.pow(0.5, -2 / 3.0) - 1);
        double relaxation = 0.138 * n * Math.pow(halfMassRadius, 1.5) / Math.log(0.11 * n);
        double sum = 0;
        double squares = 0;
        for (int run = 1; run <= runs; run++) {
            double time = timeOfFirstHardBinary(Simulations.sphere(n, "collapse " + run)) / relaxation;
            sum += time;
            squares += time * time;
        }
        double mean = sum / runs;
        double error = Math.sqrt((squares / runs - mean * mean) / (runs - 1));
        oracle(
                        "plummer-4-core-collapse",
                        "Core collapse in initial half-mass relaxation times, mean of 3 runs with N = 256",
                        "15 to 17: Spitzer 1987; relaxation time with ln 0.11 N: Giersz & Heggie 1994")
                .agrees(16, 1, mean, error);
    }

    private static double timeOfFirstHardBinary(Bodies start) {
        double hard = 10 * 2 / 3.0 * 0.25 / start.count();
        StickySpheres none = new StickySpheres(0);
        Simulation simulation = new Simulation(start, Simulation.Options.of(200, 0.01, none));
        ForceBatch batch = new ForceBatch();
        double next = 0;
        try (ForceEngine engine = new JvmForceEngine()) {
            while (!simulation.isFinished()) {
                batch.clear();
                batch.add(simulation.request());
                engine.evaluate(batch);
                simulation.goOn();
                if (simulation.time() >= next) {
                    next += 0.5;
                    if (strongestBinding(simulation.bodies()) > hard) {
                        return simulation.time();
                    }
                }
            }
        }
        throw new AssertionError("no binary until " + simulation.time() + ", " + simulation.failure());
    }

    /** Binding energy of the closest pair of all. */
    private static double strongestBinding(Bodies b) {
        double strongest = 0;
        for (int i = 0; i < b.count(); i++) {
            for (int j = 0; j < i; j++) {
                double x = b.vx[i] - b.vx[j];
                double y = b.vy[i] - b.vy[j];
                double z = b.vz[i] - b.vz[j];
                double mass = b.mass[i] + b.mass[j];
                double energy = (x * x + y * y + z * z) / 2 - mass / Energy.distance(b, i, j);
                strongest = Math.max(strongest, -energy * b.mass[i] * b.mass[j] / mass);
            }
        }
        return strongest;
    }
}
