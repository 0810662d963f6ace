package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.oracle.Oracle;
import java.util.Arrays;
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
                .close(-0.25, 1e-13, Systems.energy(sphere));
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
}
