package io.github.nbodylab.experiment.nbody.cluster;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * An isotropic distribution of bodies in phase space, ready to be drawn from. Units: G = 1, total mass 1, and the length that
 * is natural to the model.
 */
interface Distribution {

    /** Draws a distance from the centre. */
    double radius(UniformRandomProvider random);

    /** Draws a speed for a body at a distance from the centre. */
    double speed(double radius, UniformRandomProvider random);

    /** Whether the mean position of ever more bodies tends to the centre; not so where the density falls as slowly as r^-4. */
    default boolean hasMeanPosition() {
        return true;
    }

    /**
     * The distribution of a profile, around a central mass in the potential of both.
     *
     * @param centralMass its part of the total mass, from 0 to below 1
     */
    static Distribution of(Profile profile, double centralMass) {
        Distribution alone = alone(profile);
        boolean heedsIt = centralMass > 0 && alone instanceof Equilibrium;
        return heedsIt ? new CentralMassSphere((Equilibrium) alone, centralMass) : alone;
    }

    private static Distribution alone(Profile profile) {
        if (profile instanceof Profile.King king) {
            return new King(king.w0());
        }
        if (profile instanceof Profile.Hernquist) {
            return new Hernquist();
        }
        return profile instanceof Profile.Uniform ? new UniformSphere() : new Plummer();
    }
}
