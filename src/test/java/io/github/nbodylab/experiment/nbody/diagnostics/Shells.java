package io.github.nbodylab.experiment.nbody.diagnostics;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Seed;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/** Clusters whose bodies are at known distances from the centre, in random directions. */
final class Shells {

    /** Scale radius of a Plummer sphere in Henon units. */
    static final double PLUMMER = 3 * Math.PI / 16;

    private Shells() {}

    /** A Plummer sphere: one body of equal mass at the middle of each of {@code n} equal steps of mass. */
    static Bodies plummer(int n) {
        return of(n, m -> PLUMMER / Math.sqrt(Math.pow(m, -2.0 / 3) - 1));
    }

    /**
     * Bodies of equal mass 1/n with random velocities.
     *
     * @param radius of the sphere that holds a fraction of the mass, of that fraction
     */
    static Bodies of(int n, DoubleUnaryOperator radius) {
        UniformRandomProvider random = Seed.of("shells").generator();
        Bodies bodies = new Bodies(n);
        for (int i = 0; i < n; i++) {
            double r = radius.applyAsDouble((i + 0.5) / n);
            double z = 2 * random.nextDouble() - 1;
            double angle = 2 * Math.PI * random.nextDouble();
            bodies.x[i] = r * Math.sqrt(1 - z * z) * Math.cos(angle);
            bodies.y[i] = r * Math.sqrt(1 - z * z) * Math.sin(angle);
            bodies.z[i] = r * z;
            bodies.vx[i] = random.nextDouble() - 0.5;
            bodies.vy[i] = random.nextDouble() - 0.5;
            bodies.vz[i] = random.nextDouble() - 0.5;
            bodies.mass[i] = 1.0 / n;
        }
        return bodies;
    }

    /** Sets one slot. */
    static void put(Bodies bodies, int slot, double mass, double[] position, double[] velocity) {
        bodies.mass[slot] = mass;
        bodies.x[slot] = position[0];
        bodies.y[slot] = position[1];
        bodies.z[slot] = position[2];
        bodies.vx[slot] = velocity[0];
        bodies.vy[slot] = velocity[1];
        bodies.vz[slot] = velocity[2];
    }
}
