package io.github.nbodylab.experiment.nbody.merger;

/**
 * What two point masses lose to gravitational waves, to the lowest order in v / c, and whether they merge by that. G = 1.
 *
 * <p>The radiated energy and angular momentum are those of the quadrupole formula along a Kepler orbit, averaged over it
 * (Peters 1964); a single passage is taken as parabolic (Quinlan and Shapiro 1989, section 2).
 *
 * @param speedOfLight in the units of the masses and lengths, above 0
 */
public record GravitationalWaves(double speedOfLight) {

    private static final double LEAST = 0.97;

    public GravitationalWaves {
        if (!(speedOfLight > 0 && Double.isFinite(speedOfLight))) {
            throw new IllegalArgumentException("the speed of light must be above 0, not " + speedOfLight);
        }
    }

    /**
     * The largest pericentre at which two unbound bodies radiate their energy in one passage and stay together (Quinlan and
     * Shapiro 1989): there m1 m2 / (m1 + m2) v^2 / 2 is what a nearly parabolic passage radiates (Peters and Mathews 1963,
     * equation 16, in the limit e = 1),
     *
     * <pre>dE = 85 pi / (12 sqrt 2) m1^2 m2^2 (m1 + m2)^(1/2) / (c^5 r_p^(7/2))</pre>
     *
     * <p>so that
     *
     * <pre>r_p = [85 pi sqrt 2 m1 m2 (m1 + m2)^(3/2) / (12 c^5 v^2)]^(2/7)</pre>
     *
     * <p>For equal masses the cross-section pi r_p^2 (1 + 2 (m1 + m2) / (r_p v^2)) is, where gravitational focusing
     * dominates, pi (85 pi / 3)^(2/7) R^2 (v / c)^(-18/7), with R = (m1 + m2) / c^2 = 2 m1 / c^2, the Schwarzschild radius of
     * one of the two.
     *
     * @param speedAtInfinity v; infinity comes out where it is 0
     */
    public double capturePericentre(double mass1, double mass2, double speedAtInfinity) {
        double mass = mass1 + mass2;
        double scale = mass1 * mass2 * mass * Math.sqrt(2 * mass) / (c5() * speedAtInfinity * speedAtInfinity);
        return StrictMath.pow(85 * Math.PI / 12 * scale, 2.0 / 7);
    }

    /**
     * Whether two bodies on this orbit are captured in their next passage. Unbound: if the pericentre is within
     * {@link #capturePericentre}. Bound: if they merge before they could come back, that is {@linkplain #mergesWithin within}
     * the period. The two join without a step: on both sides of the parabola every pericentre is near enough.
     */
    public boolean captures(TwoBodyOrbit orbit) {
        return orbit.isBound()
                ? mergesWithin(orbit, orbit.period())
                : orbit.pericentre() <= capturePericentre(orbit.mass1(), orbit.mass2(), orbit.speedAtInfinity());
    }

    /**
     * Whether {@link #mergerTime} is shorter than a time. Most pairs are told apart without the integral: it is never below
     * {@value #LEAST} (1 - e^2)^(7/2) times the circular time.
     */
    public boolean mergesWithin(TwoBodyOrbit orbit, double time) {
        if (!orbit.isBound()) {
            return false;
        }
        double a = orbit.semiMajorAxis();
        double w = Math.min(1, orbit.semiLatusRectum() / a); // 1 - e^2
        double least = LEAST * w * w * w * Math.sqrt(w) * circularMergerTime(orbit.mass1(), orbit.mass2(), a);
        return least < time && mergerTime(orbit) < time;
    }

    /** The time until the two merge (Peters 1964, equation 5.14), averaged over the orbit; infinite if not bound. */
    public double mergerTime(TwoBodyOrbit orbit) {
        return orbit.isBound()
                ? mergerTime(orbit.mass1(), orbit.mass2(), orbit.semiMajorAxis(), orbit.pericentre())
                : Double.POSITIVE_INFINITY;
    }

    /**
     * The time until a bound pair merges (Peters 1964, equation 5.14), to 1e-12 of itself. The pericentre and not the
     * eccentricity is asked for, since 1 - e has lost its digits where it matters.
     *
     * @param semiMajorAxis above 0
     * @param pericentre in [0, semiMajorAxis]
     */
    public double mergerTime(double mass1, double mass2, double semiMajorAxis, double pericentre) {
        double closeness = Math.min(1, pericentre / semiMajorAxis); // 1 - e
        double v = Math.sqrt(closeness * (2 - closeness));
        return circularMergerTime(mass1, mass2, semiMajorAxis) * PetersTime.factor(1 - closeness, v);
    }

    /** a^4 / (4 beta), with beta = 64/5 m1 m2 (m1 + m2) / c^5 (Peters 1964, equations 5.9 and 5.10). */
    public double circularMergerTime(double mass1, double mass2, double semiMajorAxis) {
        double beta = 64.0 / 5 * mass1 * mass2 * (mass1 + mass2) / c5();
        double square = semiMajorAxis * semiMajorAxis;
        return square * square / (4 * beta);
    }

    private double c5() {
        double square = speedOfLight * speedOfLight;
        return square * square * speedOfLight;
    }
}
