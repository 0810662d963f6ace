package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.oracle.Oracle;
import io.github.nbodylab.experiment.spec.Integrator;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plummer spheres and what becomes of them. */
class ClusterOracleTest {

    private static final double SCALE_RADIUS = 3 * Math.PI / 16;
    private static final double HALF_MASS_RADIUS = 0.7686;

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

    /**
     * Known are 15 to 17 relaxation times, 0.138 N r_h^(3/2) / ln(0.11 N); a single run scatters by some tenth. The core, 0.1 of
     * its first radius, has nearly collapsed then; further on the time would be that of hard binaries.
     */
    @Test
    @Tag("exhaustive")
    void theCoreOfAPlummerSphereOfEqualMassesCollapses() {
        int n = 1024;
        double relaxation = 0.138 * n * Math.pow(HALF_MASS_RADIUS, 1.5) / Math.log(0.11 * n);
        Integrator blocks = Integrator.of(Integrator.Scheme.HERMITE_4, Integrator.Timesteps.BLOCK, 0.02);
        SimulationOptions options = new SimulationOptions(
                Math.rint(20 * relaxation), blocks, new StickySpheres(0), 0.5, OptionalDouble.empty(), 0.01);
        Simulation simulation = new Simulation(Simulations.sphere(n, "collapse 1"), options);
        try (ForceEngine twin = new JvmForceEngine()) {
            double first = coreRadius(twin, simulation, 2);
            double time = 4;
            while (coreRadius(twin, simulation, time) > 0.1 * first && !simulation.isFinished()) {
                time += 2;
            }
            assertThat(simulation.failure()).isEmpty();
            oracle(
                            "plummer-4-core-collapse",
                            "Core collapse in half-mass relaxation times (15 to 17 are known), N = 1024, one run",
                            "Giersz & Heggie 1994; scatter of one run")
                    .between(12.5, 18, time / relaxation);
        }
    }

    /** The mean over the last two time units. */
    private static double coreRadius(ForceEngine engine, Simulation simulation, double time) {
        Simulations.drive(engine, simulation, time);
        List<double[]> lines = simulation.series().lines();
        int column = TimeSeries.COLUMNS.indexOf("coreRadius");
        return lines.subList(lines.size() - 4, lines.size()).stream()
                .mapToDouble(line -> line[column])
                .average()
                .orElseThrow();
    }
}
