package io.github.nbodylab.experiment.nbody.cluster;

import org.apache.commons.rng.UniformRandomProvider;

/** Random directions. */
final class Directions {

    private Directions() {}

    /** Draws a unit vector, all directions being alike; two random numbers. */
    static void isotropic(UniformRandomProvider random, double[] direction) {
        double z = 2 * random.nextDouble() - 1;
        double angle = 2 * StrictMath.PI * random.nextDouble();
        double rho = Math.sqrt(1 - z * z);
        direction[0] = rho * StrictMath.cos(angle);
        direction[1] = rho * StrictMath.sin(angle);
        direction[2] = z;
    }
}
