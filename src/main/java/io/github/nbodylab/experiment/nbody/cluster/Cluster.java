package io.github.nbodylab.experiment.nbody.cluster;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Energy;
import io.github.nbodylab.experiment.nbody.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws clusters. */
public final class Cluster {

    private static final double POTENTIAL = -0.5;

    private Cluster() {}

    /** As {@link #create(ClusterModel, UniformRandomProvider)}, with the random numbers of a seed. */
    public static Bodies create(ClusterModel model, Seed seed) {
        return create(model, seed.generator());
    }

    /**
     * A cluster in Henon units (G = M = 1) at rest. Lengths are scaled so that the potential energy is -1/2 exactly but for
     * rounding, velocities so that the kinetic energy is half the virial ratio: in equilibrium, at 1/2, the total energy is
     * -1/4. Other virial ratios keep the positions and change the kinetic energy alone. Plummer and Hernquist spheres are not
     * truncated.
     *
     * <p>Systems, which are single bodies and centres of mass of binaries, are drawn from the profile, whatever their masses.
     * All that is said about energies holds for them as points: semi-major axes are Henon lengths as they were given, and the
     * internal energy of binaries comes on top. Members of a binary are in neighbouring slots, and binaries are spread evenly
     * over the slots, so that of two kinds of bodies each has its share, and binaries are of one kind but for one at most.
     *
     * <p>The centre of mass is at the origin; but where there is a central body, this is, at rest, and so is the centre of a
     * Hernquist sphere, since the mean position of its bodies tends to nothing as there are more of them. The centre of mass
     * is at rest always. A central body has the last slot. Speeds are then those of an isotropic equilibrium in the potential
     * of all, as far as there is one: Hernquist's has one, in Plummer's and King's there is none deep inside the central
     * body's sphere of influence, where bodies are bound and near their escape speed; those of a uniform sphere do not heed
     * it. Rotation turns azimuthal velocities about the z axis (Lynden-Bell 1960).
     *
     * <p>Random numbers are drawn for places and velocities of all systems first, then for masses, for rotation, and for
     * orbits, each only where needed: an option left out changes no bit.
     *
     * @param model what to draw
     * @param random where the random numbers come from
     */
    public static Bodies create(ClusterModel model, UniformRandomProvider random) {
        Pairing pairing = new Pairing(model.particles(), model.pairs());
        int systems = pairing.systems();
        boolean hasCentralBody = model.centralMass() > 0;
        Bodies points = new Bodies(hasCentralBody ? systems + 1 : systems);
        Distribution distribution = Distribution.of(model.profile(), model.centralMass());
        place(points, systems, distribution, random);
        double[] masses = masses(model, random);
        for (int i = 0; i < systems; i++) {
            points.mass[i] = pairing.mass(i, masses);
        }
        if (hasCentralBody) {
            points.mass[systems] = model.centralMass();
        }
        double[][] fields = points.fields();
        if (!hasCentralBody && distribution.hasMeanPosition()) {
            for (int f = 0; f < 3; f++) {
                centre(fields[f], points.mass, systems);
            }
        }
        turn(points, systems, model.rotation(), random);
        for (int f = 3; f < 6; f++) {
            centre(fields[f], points.mass, systems);
        }
        scale(points, model.virialRatio());
        return model.pairs() == 0 ? points : pairing.resolved(points, masses, model.binaries(), random);
    }

    private static void place(Bodies points, int systems, Distribution distribution, UniformRandomProvider random) {
        double[] direction = new double[3];
        for (int i = 0; i < systems; i++) {
            double radius = distribution.radius(random);
            Directions.isotropic(random, direction);
            points.x[i] = radius * direction[0];
            points.y[i] = radius * direction[1];
            points.z[i] = radius * direction[2];
            double speed = distribution.speed(radius, random);
            Directions.isotropic(random, direction);
            points.vx[i] = speed * direction[0];
            points.vy[i] = speed * direction[1];
            points.vz[i] = speed * direction[2];
        }
    }

    /** Masses of all bodies but the central one; together they have what that one leaves. */
    private static double[] masses(ClusterModel model, UniformRandomProvider random) {
        double[] masses = model.masses().draw(model.particles(), random);
        double sum = 0;
        for (double mass : masses) {
            sum += mass;
        }
        double unit = (1 - model.centralMass()) / sum;
        for (int i = 0; i < masses.length; i++) {
            masses[i] *= unit;
        }
        return masses;
    }

    /** Mirrors the azimuthal part of velocities. */
    private static void turn(Bodies points, int systems, double rotation, UniformRandomProvider random) {
        for (int i = 0; i < systems && rotation > 0; i++) {
            boolean chosen = random.nextDouble() < rotation;
            double momentum = points.x[i] * points.vy[i] - points.y[i] * points.vx[i];
            if (chosen && momentum < 0) {
                double twice = 2 * momentum / (points.x[i] * points.x[i] + points.y[i] * points.y[i]);
                points.vx[i] += twice * points.y[i];
                points.vy[i] -= twice * points.x[i];
            }
        }
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

    private static void scale(Bodies points, double virialRatio) {
        double size = Energy.potential(points) / POTENTIAL;
        double pace = Math.sqrt(virialRatio * -POTENTIAL / Energy.kinetic(points));
        double[][] fields = points.fields();
        for (int f = 0; f < 6; f++) {
            for (int i = 0; i < points.count(); i++) {
                fields[f][i] *= f < 3 ? size : pace;
            }
        }
    }
}
