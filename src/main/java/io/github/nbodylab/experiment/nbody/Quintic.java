package io.github.nbodylab.experiment.nbody;

/**
 * The polynomial of degree five through position, velocity and acceleration of a body at both ends of its last step, along
 * one axis. None is kept, so that the JIT compiler makes none.
 *
 * @param h length of the step
 * @param v velocity at its start
 * @param a acceleration there
 * @param p by how much the position at its end departs from that of a constant acceleration
 * @param q the velocity, times h
 * @param r the acceleration, times h^2
 */
record Quintic(double h, double v, double a, double p, double q, double r) {

    /** That of a body along x (0), y (1) or z (2). */
    static Quintic of(Motion motion, int i, int axis) {
        double[][] from = motion.before.fields();
        double[][] to = motion.now.fields();
        double h = motion.time[i] - motion.timeBefore[i];
        double v = from[axis + 3][i];
        double a = motion.forceBefore.fields()[axis][i];
        double d = (to[axis][i] - from[axis][i])
                + (motion.now.low()[axis][i] - motion.before.low()[axis][i]);
        double p = d - h * (v + 0.5 * h * a);
        double q = h * ((to[axis + 3][i] - v) - h * a);
        double r = h * h * (motion.force.fields()[axis][i] - a);
        return new Quintic(h, v, a, p, q, r);
    }

    /** How far the body has come a time s after the start of the step. */
    double way(double s) {
        double u = s / h;
        return s * (v + 0.5 * s * a) + u * u * u * (third() + u * (fourth() + u * fifth()));
    }

    /** Its velocity then. */
    double velocity(double s) {
        double u = s / h;
        return v + s * a + u * u * (3 * third() + u * (4 * fourth() + 5 * u * fifth())) / h;
    }

    /** Not less than the absolute velocity anywhere in the step. */
    double greatestVelocity() {
        return Math.abs(v) + h * Math.abs(a) + (120 * Math.abs(p) + 55 * Math.abs(q) + 8 * Math.abs(r)) / h;
    }

    private double third() {
        return 10 * p - 4 * q + 0.5 * r;
    }

    private double fourth() {
        return -15 * p + 7 * q - r;
    }

    private double fifth() {
        return 6 * p - 3 * q + 0.5 * r;
    }
}
