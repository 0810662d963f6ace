package io.github.nbodylab.experiment.nbody.cluster;

import org.apache.commons.rng.UniformRandomProvider;

/** Hernquist's (1990) sphere with isotropic velocities; the unit of length is its scale a. */
final class Hernquist implements Equilibrium {

    /** Below this angle the closed form of h loses digits. */
    private static final double SMALL_ANGLE = 0.05;

    /** The mass inside of r is r^2 / (1 + r)^2. */
    @Override
    public double radius(UniformRandomProvider random) {
        double root = Math.sqrt(random.nextDouble()); // below 1: infinity is out of reach
        while (root == 0) {
            root = Math.sqrt(random.nextDouble());
        }
        return root / (1 - root);
    }

    /**
     * By von Neumann's rejection. The distribution function (Hernquist 1990, equation 17) is, in the binding energy E, a
     * constant times h(E) / (1 - E)^(5/2), where h never falls. At depth D, 1 - E = s + v^2 / 2 with s = 1 - D. So
     * v^2 (s + v^2/2)^(-5/2) h(D) is nowhere below the wanted density v^2 f(D - v^2/2), and its integral is known: with
     * v^2 = 2 s w / (1 - w), it goes as w^(3/2), up to w = D at the escape speed.
     */
    @Override
    public double speed(double radius, UniformRandomProvider random) {
        double depth = depth(radius);
        double most = h(depth);
        while (true) {
            double root = StrictMath.cbrt(random.nextDouble());
            double w = depth * root * root;
            double half = radius * depth * w / (1 - w); // v^2 / 2, with s = r / (1 + r)
            if (most * random.nextDouble() < h(Math.max(0, depth - half))) {
                return Math.sqrt(2 * half);
            }
        }
    }

    /**
     * With sin^2(angle) = E, equation 17 is 3 angle - sin(4 angle) + sin(8 angle)/8 over (1 - E)^(5/2): an integral of
     * 8 sin^4(2 angle), which is not negative. Here over 4.
     */
    private static double h(double energy) {
        double angle = StrictMath.asin(Math.sqrt(energy));
        if (angle < SMALL_ANGLE) {
            double x = 2 * angle;
            double x2 = x * x;
            return x2 * x2 * x * (1 / 5.0 - x2 * (2 / 21.0 - x2 * (1 / 45.0 - x2 * (34 / 10395.0))));
        }
        return (3 * angle - StrictMath.sin(4 * angle) + StrictMath.sin(8 * angle) / 8) / 4;
    }

    @Override
    public boolean hasMeanPosition() {
        return false;
    }

    @Override
    public double density(double radius) {
        double s = 1 + radius;
        return 1 / (radius * s * s * s);
    }

    @Override
    public double depth(double radius) {
        return 1 / (1 + radius);
    }

    @Override
    public double innermost() {
        return 1e-5;
    }

    @Override
    public double outermost() {
        return 1e7;
    }
}
