package io.github.nbodylab.experiment.nbody.cluster;

import org.apache.commons.rng.UniformRandomProvider;

/** Plummer spheres (Plummer 1911), sampled as Aarseth, Henon and Wielen (1974) do; the unit of length is the scale radius. */
final class Plummer implements Equilibrium {

    /** Upper bound of q^2 (1 - q^2)^3.5, whose maximum is 0.0922 at q = sqrt(2)/3. */
    private static final double SPEED_BOUND = 0.1;

    Plummer() {}

    /** The mass inside of r is r^3 (1 + r^2)^(-3/2). */
    @Override
    public double radius(UniformRandomProvider random) {
        double mass = 1 - random.nextDouble(); // in (0, 1]: infinity is out of reach but for mass = 1
        while (mass == 1) {
            mass = 1 - random.nextDouble();
        }
        double root = StrictMath.cbrt(mass);
        return 1 / Math.sqrt(1 / (root * root) - 1);
    }

    @Override
    public double speed(double radius, UniformRandomProvider random) {
        return fractionOfEscapeSpeed(random) * Math.sqrt(2 / Math.sqrt(1 + radius * radius));
    }

    /** Speed over escape speed, of density q^2 (1 - q^2)^(7/2), by von Neumann's rejection. */
    static double fractionOfEscapeSpeed(UniformRandomProvider random) {
        while (true) {
            double q = random.nextDouble();
            double s = 1 - q * q;
            if (SPEED_BOUND * random.nextDouble() < q * q * (s * s * s * Math.sqrt(s))) {
                return q;
            }
        }
    }

    @Override
    public double density(double radius) {
        double s = 1 + radius * radius;
        return 1 / (s * s * Math.sqrt(s));
    }

    @Override
    public double depth(double radius) {
        return 1 / Math.sqrt(1 + radius * radius);
    }

    @Override
    public double innermost() {
        return 1e-3;
    }

    @Override
    public double outermost() {
        return 1e4;
    }
}
