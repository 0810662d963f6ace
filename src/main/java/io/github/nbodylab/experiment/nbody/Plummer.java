package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import org.apache.commons.rng.UniformRandomProvider;

/** Plummer spheres (Plummer 1911) of equal masses, sampled as Aarseth, Henon and Wielen (1974) do. */
public final class Plummer {

    /** Upper bound of q^2 (1 - q^2)^3.5, whose maximum is 0.0922 at q = sqrt(2)/3. */
    private static final double SPEED_BOUND = 0.1;

    private static final double POTENTIAL = -0.5;

    private Plummer() {}

    /**
     * A sphere in Henon units (G = M = 1): the centre of mass rests at the origin, and lengths are scaled so that the
     * potential energy is -1/2 exactly but for rounding. Velocities are scaled to the virial ratio: in equilibrium, at
     * 1/2, the total energy is -1/4. Other ratios keep the positions, and so the size, and change the kinetic energy
     * alone: E = (virialRatio - 1) / 2. The sphere is not truncated.
     *
     * @param count number of bodies, 2 or more
     * @param virialRatio kinetic energy over the absolute potential energy, 0 or more
     * @param random where the random numbers come from
     */
    public static Bodies sphere(int count, double virialRatio, UniformRandomProvider random) {
        if (count < 2 || !(virialRatio >= 0)) {
            throw new IllegalArgumentException("no cluster has " + count + " bodies at virial ratio " + virialRatio);
        }
        Bodies bodies = new Bodies(count);
        double[] direction = new double[3];
        for (int i = 0; i < count; i++) {
            bodies.mass[i] = 1.0 / count;
            double radius = radius(random);
            isotropic(random, direction);
            bodies.x[i] = radius * direction[0];
            bodies.y[i] = radius * direction[1];
            bodies.z[i] = radius * direction[2];
            double speed = fractionOfEscapeSpeed(random) * Math.sqrt(2 / Math.sqrt(1 + radius * radius));
            isotropic(random, direction);
            bodies.vx[i] = speed * direction[0];
            bodies.vy[i] = speed * direction[1];
            bodies.vz[i] = speed * direction[2];
        }
        double[][] fields = bodies.fields();
        for (int f = 0; f < 6; f++) {
            centre(fields[f], bodies.mass, count);
        }
        double size = Energy.potential(bodies) / POTENTIAL;
        double pace = Math.sqrt(virialRatio * -POTENTIAL / Energy.kinetic(bodies));
        for (int f = 0; f < 6; f++) {
            for (int i = 0; i < count; i++) {
                fields[f][i] *= f < 3 ? size : pace;
            }
        }
        return bodies;
    }

    /** Distance from the centre for scale radius 1: the mass inside of it is r^3 (1 + r^2)^(-3/2). */
    private static double radius(UniformRandomProvider random) {
        double mass = 1 - random.nextDouble(); // in (0, 1]: infinity is out of reach but for mass = 1
        while (mass == 1) {
            mass = 1 - random.nextDouble();
        }
        double root = StrictMath.cbrt(mass);
        return 1 / Math.sqrt(1 / (root * root) - 1);
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

    private static void isotropic(UniformRandomProvider random, double[] direction) {
        double z = 2 * random.nextDouble() - 1;
        double angle = 2 * StrictMath.PI * random.nextDouble();
        double rho = Math.sqrt(1 - z * z);
        direction[0] = rho * StrictMath.cos(angle);
        direction[1] = rho * StrictMath.sin(angle);
        direction[2] = z;
    }

    private static void centre(double[] field, double[] mass, int count) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < count; i++) {
            sum += mass[i] * field[i];
            total += mass[i];
        }
        for (int i = 0; i < count; i++) {
            field[i] -= sum / total;
        }
    }
}
