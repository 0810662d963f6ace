package io.github.nbodylab.experiment.spec;

/** Physical constants in SI units: IAU 2012 Resolution B2, IAU 2015 Resolution B3 and CODATA 2018. */
public final class Constants {

    /** Nominal gravitational parameter of the Sun, m^3/s^2. */
    static final double GM_SUN = 1.3271244e20;

    /** Newtonian constant of gravitation, m^3/(kg s^2). */
    static final double G = 6.67430e-11;

    /** The same, cm^3/(g s^2); written out, since a thousand times the other is not the nearest double. */
    public static final double G_CGS = 6.67430e-8;

    /** Speed of light in vacuum, m/s. */
    static final double SPEED_OF_LIGHT = 299792458;

    /** Astronomical unit, m. */
    static final double AU = 149597870700.0;

    /** Julian year, s. */
    static final double YEAR = 365.25 * 86400;

    private Constants() {}
}
