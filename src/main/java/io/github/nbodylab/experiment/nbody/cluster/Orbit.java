package io.github.nbodylab.experiment.nbody.cluster;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The relative orbit of a binary at one moment, G = 1.
 *
 * @param position of the first relative to the second, {@code double[3]}; not copied
 * @param velocity of the first relative to the second, {@code double[3]}; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, compared by nobody
record Orbit(double[] position, double[] velocity) {

    /**
     * Draws an orbit: six random numbers, for semi-major axis, eccentricity, mean anomaly, and three for the orientation.
     *
     * @param binaries limits of the semi-major axis
     * @param mass of both
     */
    static Orbit draw(Binaries binaries, double mass, UniformRandomProvider random) {
        double ratio = binaries.maxSemiMajorAxis() / binaries.minSemiMajorAxis();
        double axis = binaries.minSemiMajorAxis() * StrictMath.pow(ratio, random.nextDouble());
        double eccentricity = Math.sqrt(random.nextDouble()); // thermal: e^2 is uniform
        double meanAnomaly = StrictMath.PI * (2 * random.nextDouble() - 1);
        double[] pericentre = new double[3];
        Directions.isotropic(random, pericentre);
        double[] across = perpendicular(pericentre, 2 * StrictMath.PI * random.nextDouble());
        return at(mass, axis, eccentricity, meanAnomaly, pericentre, across);
    }

    /**
     * The orbit at a mean anomaly.
     *
     * @param pericentre unit vector to the pericentre
     * @param across unit vector along the velocity there
     */
    static Orbit at(
            double mass, double axis, double eccentricity, double meanAnomaly, double[] pericentre, double[] across) {
        double anomaly = eccentricAnomaly(meanAnomaly, eccentricity);
        double sine = StrictMath.sin(anomaly);
        double half = StrictMath.sin(anomaly / 2);
        double versine = 2 * half * half; // 1 - cos E: no digits are lost near the pericentre
        double minor = axis * Math.sqrt((1 - eccentricity) * (1 + eccentricity));
        double rate = Math.sqrt(mass / axis) / (axis * ((1 - eccentricity) + eccentricity * versine)); // dE/dt
        double along = axis * ((1 - eccentricity) - versine);
        double aside = minor * sine;
        double alongRate = -axis * sine * rate;
        double asideRate = minor * (1 - versine) * rate;
        double[] position = new double[3];
        double[] velocity = new double[3];
        for (int c = 0; c < 3; c++) {
            position[c] = along * pericentre[c] + aside * across[c];
            velocity[c] = alongRate * pericentre[c] + asideRate * across[c];
        }
        return new Orbit(position, velocity);
    }

    /**
     * Solves Kepler's equation E - e sin E = M. The solution is bracketed by M and M +- e; Newton's steps that leave the
     * bracket are replaced by halving it, until neither changes E.
     *
     * @param meanAnomaly M, from -pi to pi
     * @param eccentricity e, from 0 to below 1
     */
    static double eccentricAnomaly(double meanAnomaly, double eccentricity) {
        double low = meanAnomaly < 0 ? meanAnomaly - eccentricity : meanAnomaly;
        double high = meanAnomaly < 0 ? meanAnomaly : meanAnomaly + eccentricity;
        double anomaly = meanAnomaly < 0 ? low : high;
        while (true) {
            double excess = anomaly - eccentricity * StrictMath.sin(anomaly) - meanAnomaly;
            if (excess > 0) {
                high = anomaly;
            } else {
                low = anomaly;
            }
            double next = anomaly - excess / (1 - eccentricity * StrictMath.cos(anomaly));
            if (!(next > low && next < high)) {
                next = excess == 0 ? anomaly : low + (high - low) / 2;
            }
            if (next == anomaly || next == low || next == high) {
                return next;
            }
            anomaly = next;
        }
    }

    /** A unit vector perpendicular to another; all angles give all of them. */
    private static double[] perpendicular(double[] u, double angle) {
        double rho = Math.sqrt(u[0] * u[0] + u[1] * u[1]);
        double cosine = rho > 0 ? u[0] / rho : 1;
        double sine = rho > 0 ? u[1] / rho : 0;
        double a = StrictMath.cos(angle);
        double b = StrictMath.sin(angle);
        // (-sine, cosine, 0) and (-u2 cosine, -u2 sine, rho) span the plane
        return new double[] {-a * sine - b * u[2] * cosine, a * cosine - b * u[2] * sine, b * rho};
    }
}
