package io.github.nbodylab.experiment.nbody.cluster;

import static java.util.Objects.requireNonNull;

/**
 * A cluster to be drawn, in Henon units.
 *
 * @param particles number of bodies without the central one, members of binaries counted one by one; 2 or more
 * @param profile how density falls outwards
 * @param virialRatio kinetic energy over the absolute potential energy, 0 (cold) or more; 1/2 in equilibrium
 * @param masses how masses are spread over the bodies
 * @param binaries primordial binaries; two centres of mass at least must be left, a single body counted as one
 * @param centralMass mass of a central body as a part of the total mass, from 0 (none) to below 1
 * @param rotation part of the bodies with negative azimuthal velocity that are turned, from 0 to 1 (Lynden-Bell 1960)
 */
public record ClusterModel(
        int particles,
        Profile profile,
        double virialRatio,
        MassFunction masses,
        Binaries binaries,
        double centralMass,
        double rotation) {

    public ClusterModel {
        requireNonNull(profile, "profile");
        requireNonNull(masses, "masses");
        requireNonNull(binaries, "binaries");
        if (particles < 2) {
            throw new IllegalArgumentException("a cluster has 2 bodies or more, not " + particles);
        }
        if (!(virialRatio >= 0 && virialRatio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a virial ratio is 0 or more and finite, not " + virialRatio);
        }
        if (!(centralMass >= 0 && centralMass < 1)) {
            throw new IllegalArgumentException(
                    "a central mass is 0 or more and below 1, the total mass, not " + centralMass);
        }
        if (!(rotation >= 0 && rotation <= 1)) {
            throw new IllegalArgumentException("rotation is a fraction between 0 and 1, not " + rotation);
        }
        if (particles - binaries.pairs(particles) < 2) {
            throw new IllegalArgumentException(particles + " bodies with a fraction of binaries of "
                    + binaries.fraction() + " are one binary, not a cluster of them");
        }
    }

    /**
     * Single bodies of equal mass, without a central one and without rotation.
     *
     * @param particles number of bodies, 2 or more
     * @param profile how density falls outwards
     * @param virialRatio kinetic energy over the absolute potential energy, 0 or more
     */
    public static ClusterModel of(int particles, Profile profile, double virialRatio) {
        return new ClusterModel(particles, profile, virialRatio, new MassFunction.Equal(), Binaries.NONE, 0, 0);
    }

    /** Number of binaries. */
    public int pairs() {
        return binaries.pairs(particles);
    }

    /** Number of bodies in all. */
    public int bodies() {
        return centralMass > 0 ? particles + 1 : particles;
    }
}
