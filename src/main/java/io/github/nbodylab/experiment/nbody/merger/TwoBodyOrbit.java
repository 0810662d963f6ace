package io.github.nbodylab.experiment.nbody.merger;

/**
 * The Kepler orbit that two bodies would follow if they were alone. G = 1; energies and angular momenta are those of a unit
 * of reduced mass (Murray and Dermott 1999, section 2.3 to 2.8).
 *
 * @param mass1 above 0
 * @param mass2 above 0
 * @param position {@code double[3]}, of the second body from the first, not zero; not to be changed
 * @param velocity {@code double[3]}, of the second body against the first; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // copied in; compared by nobody
public record TwoBodyOrbit(double mass1, double mass2, double[] position, double[] velocity) {

    public TwoBodyOrbit {
        position = position.clone();
        velocity = velocity.clone();
        double distance = length(position);
        if (!(mass1 > 0 && mass2 > 0 && distance > 0 && Double.isFinite(mass1 + mass2 + distance + length(velocity)))) {
            throw new IllegalArgumentException("no orbit of masses " + mass1 + " and " + mass2 + " at distance "
                    + distance + " with relative speed " + length(velocity));
        }
    }

    /** Both masses together. */
    public double totalMass() {
        return mass1 + mass2;
    }

    /** Distance now. */
    public double distance() {
        return length(position);
    }

    /** Relative speed now. */
    public double relativeSpeed() {
        return length(velocity);
    }

    /** r . v: negative when the two approach each other. */
    public double approach() {
        return dot(position, velocity);
    }

    /** v^2 / 2 - m / r, negative when bound. */
    public double specificEnergy() {
        return dot(velocity, velocity) / 2 - totalMass() / distance();
    }

    /** r x v, {@code double[3]}, each component to one rounding of its larger product. */
    public double[] specificAngularMomentum() {
        return cross(position, velocity);
    }

    /** Whether the two cannot part. */
    public boolean isBound() {
        return specificEnergy() < 0;
    }

    /** -m / (2 E): positive when bound, negative when hyperbolic, infinite when parabolic. */
    public double semiMajorAxis() {
        return -totalMass() / (2 * specificEnergy());
    }

    /** h^2 / m, the semi-latus rectum: what e and the pericentre are made of, whatever the sign of the energy. */
    public double semiLatusRectum() {
        double[] h = specificAngularMomentum();
        return dot(h, h) / totalMass();
    }

    /**
     * Length of the eccentricity vector v x h / m - r / |r| from its components along r and across it, p / r - 1 and
     * (r . v) sqrt(p / m) / r. Right to a few 1e-16 for all orbits, where sqrt(1 + 2 E h^2 / m^2) loses half of the digits of
     * a nearly circular one.
     */
    public double eccentricity() {
        double r = distance();
        double p = semiLatusRectum();
        double radial = p / r - 1;
        double across = approach() / r * Math.sqrt(p / totalMass());
        return Math.sqrt(radial * radial + across * across);
    }

    /** p / (1 + e): keeps its digits through the parabola, where a (1 - e) is infinity times zero. */
    public double pericentre() {
        return semiLatusRectum() / (1 + eccentricity());
    }

    /** 2 pi sqrt(a^3 / m); infinite if not bound. */
    public double period() {
        double a = semiMajorAxis();
        return isBound() ? 2 * Math.PI * a * Math.sqrt(a / totalMass()) : Double.POSITIVE_INFINITY;
    }

    /** sqrt(2 E), the relative speed when they were or will be far apart; 0 if bound. */
    public double speedAtInfinity() {
        return Math.sqrt(Math.max(0, 2 * specificEnergy()));
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double length(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {
            difference(a[1], b[2], a[2], b[1]), difference(a[2], b[0], a[0], b[2]), difference(a[0], b[1], a[1], b[0])
        };
    }

    /** a b - c d without the cancellation of two rounded products (Jeannerod, Louvet and Muller 2013, algorithm 1). */
    private static double difference(double a, double b, double c, double d) {
        double cd = c * d;
        double rest = Math.fma(-c, d, cd);
        return Math.fma(a, b, -cd) + rest;
    }
}
