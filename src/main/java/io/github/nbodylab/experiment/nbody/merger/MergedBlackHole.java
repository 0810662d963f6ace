package io.github.nbodylab.experiment.nbody.merger;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * What numerical relativity found of the remnant of two black holes that merge from a nearly circular orbit. Assumed is that
 * neither spins, also where one is the remnant of an earlier merger, which in truth spins; spins would change the radiated
 * mass by a factor of about two and kicks by more.
 */
public final class MergedBlackHole {

    /** Radiated fraction of equal masses (Barausse, Morozova and Rezzolla 2012, equation 12). */
    private static final double P0 = 0.04827;

    /** Specific energy on the last stable orbit around a black hole without spin. */
    private static final double LAST_STABLE_ORBIT = Math.sqrt(8.0 / 9);

    /** A in units of the speed of light, and B (Gonzalez et al. 2007). */
    private static final double KICK_A = 1.2e4 / 299792.458;

    private static final double KICK_B = -0.93;

    private MergedBlackHole() {}

    /**
     * The fraction of the total mass that is radiated (Barausse, Morozova and Rezzolla 2012, equation 18 without spins):
     *
     * <pre>(1 - E) eta + 4 eta^2 (4 p0 + E - 1),    E = sqrt(8/9), p0 = 0.04827</pre>
     *
     * <p>with the symmetric mass ratio eta: p0 for equal masses, and what a test particle loses down to the last stable orbit
     * when one mass is small.
     */
    public static double radiatedFraction(double mass1, double mass2) {
        double eta = symmetricMassRatio(mass1, mass2);
        return (1 - LAST_STABLE_ORBIT) * eta + 4 * eta * eta * (4 * P0 + LAST_STABLE_ORBIT - 1);
    }

    /**
     * The speed of the remnant against the centre of mass of the two, as a fraction of the speed of light: the fit of Gonzalez,
     * Sperhake, Bruegmann, Hannam and Husa (2007) to their simulations, in the form of Fitchett (1983):
     *
     * <pre>A eta^2 sqrt(1 - 4 eta) (1 + B eta),    A = 1.2e4 km/s, B = -0.93</pre>
     *
     * <p>It is 0 for equal masses, and at most 175 km/s, at eta = 0.195.
     */
    public static double recoilSpeed(double mass1, double mass2) {
        double eta = symmetricMassRatio(mass1, mass2);
        double asymmetry = Math.abs(mass1 - mass2) / (mass1 + mass2); // sqrt(1 - 4 eta) with all its digits
        return KICK_A * eta * eta * asymmetry * (1 + KICK_B * eta);
    }

    /**
     * The recoil as a vector: in the plane of the orbit, in a direction that is drawn uniformly, since the phase of the orbit
     * at the merger is not followed. Two bodies that meet head-on have no plane; the one of the x axis or, if they fly along
     * it, the y axis is taken.
     *
     * @param speedOfLight in the units of the orbit's velocity
     * @param random one number is drawn from it
     * @return {@code double[3]}, to be added to the velocity of the centre of mass
     */
    public static double[] recoil(TwoBodyOrbit orbit, double speedOfLight, UniformRandomProvider random) {
        double speed = recoilSpeed(orbit.mass1(), orbit.mass2()) * speedOfLight;
        double[] along = unit(orbit.position());
        double[] normal = orbit.specificAngularMomentum();
        if (TwoBodyOrbit.length(normal) == 0) {
            boolean onX = along[1] == 0 && along[2] == 0;
            normal = TwoBodyOrbit.cross(along, onX ? new double[] {0, 1, 0} : new double[] {1, 0, 0});
        }
        double[] across = TwoBodyOrbit.cross(unit(normal), along);
        double angle = 2 * Math.PI * random.nextDouble();
        double cos = speed * StrictMath.cos(angle);
        double sin = speed * StrictMath.sin(angle);
        double[] kick = new double[3];
        for (int c = 0; c < 3; c++) {
            kick[c] = cos * along[c] + sin * across[c];
        }
        return kick;
    }

    /** m1 m2 / (m1 + m2)^2, at most 1/4. */
    private static double symmetricMassRatio(double mass1, double mass2) {
        double mass = mass1 + mass2;
        return mass1 / mass * (mass2 / mass);
    }

    private static double[] unit(double[] a) {
        double length = TwoBodyOrbit.length(a);
        return new double[] {a[0] / length, a[1] / length, a[2] / length};
    }
}
