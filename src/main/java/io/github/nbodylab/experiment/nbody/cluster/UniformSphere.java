package io.github.nbodylab.experiment.nbody.cluster;

import org.apache.commons.rng.UniformRandomProvider;

/** A sphere of constant density with Gaussian velocities; the unit of length is its radius. */
final class UniformSphere implements Distribution {

    /** In one direction; three halves of it are half of the potential energy, 3/5. */
    private static final double SQUARED_DISPERSION = 0.2;

    @Override
    public double radius(UniformRandomProvider random) {
        return StrictMath.cbrt(1 - random.nextDouble());
    }

    /** Half the square of a Maxwellian speed is a gamma variate of shape 3/2: an exponential one and one of shape 1/2. */
    @Override
    public double speed(double radius, UniformRandomProvider random) {
        double cosine = StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
        double gamma =
                -StrictMath.log(1 - random.nextDouble()) - StrictMath.log(1 - random.nextDouble()) * (cosine * cosine);
        return Math.sqrt(2 * SQUARED_DISPERSION * gamma);
    }
}
