package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.Forces;

/**
 * The Hermite scheme of 4th order (Makino and Aarseth 1992) for one system: predict, have the forces evaluated there,
 * correct. It keeps the derivatives that the choice of the next step needs. Every loop runs over bodies alone and is one
 * that the JIT compiler vectorises.
 */
final class Hermite4 {

    private final double[][] snap;
    private final double[][] crackle;
    private final double[] stepSquared;

    /**
     * Room for a system.
     *
     * @param count of bodies at most
     */
    Hermite4(int count) {
        snap = new double[3][count];
        crackle = new double[3][count];
        stepSquared = new double[count];
    }

    /** Where the bodies will be after a step, by their Taylor series (eq. 5). */
    static void predict(Bodies now, Forces forces, double dt, Bodies into) {
        double[][] from = now.fields();
        double[][] force = forces.fields();
        double[][] to = into.fields();
        for (int c = 0; c < 3; c++) {
            predict(from[c], from[c + 3], force[c], force[c + 3], dt, now.count(), to[c], to[c + 3]);
        }
    }

    private static void predict(
            double[] x, double[] v, double[] a, double[] j, double dt, int n, double[] xp, double[] vp) {
        double half = dt / 2;
        double third = dt / 3;
        for (int i = 0; i < n; i++) {
            xp[i] = x[i] + dt * (v[i] + half * (a[i] + third * j[i]));
        }
        for (int i = 0; i < n; i++) {
            vp[i] = v[i] + dt * (a[i] + half * j[i]);
        }
    }

    /**
     * Adds the terms that the forces at the end of the step reveal (eq. 6 to 10).
     *
     * @param before forces at the start of the step
     * @param after forces at the predicted positions
     * @param dt the step
     * @param bodies predicted; corrected by this call
     */
    void correct(Forces before, Forces after, double dt, Bodies bodies) {
        double[][] f0 = before.fields();
        double[][] f1 = after.fields();
        double[][] xv = bodies.fields();
        for (int c = 0; c < 3; c++) {
            derivatives(f0[c], f0[c + 3], f1[c], f1[c + 3], dt, bodies.count(), snap[c], crackle[c]);
            add(xv[c], xv[c + 3], dt, bodies.count(), snap[c], crackle[c]);
        }
    }

    /** Second and third derivative of the acceleration at the start of the step. */
    private static void derivatives(
            double[] a0, double[] j0, double[] a1, double[] j1, double dt, int n, double[] snap, double[] crackle) {
        double inverse = 1 / dt;
        double inverse2 = inverse * inverse;
        double inverse3 = inverse2 * inverse;
        for (int i = 0; i < n; i++) {
            snap[i] = (6 * (a1[i] - a0[i]) - dt * (4 * j0[i] + 2 * j1[i])) * inverse2;
        }
        for (int i = 0; i < n; i++) {
            crackle[i] = (12 * (a0[i] - a1[i]) + 6 * dt * (j0[i] + j1[i])) * inverse3;
        }
    }

    private static void add(double[] x, double[] v, double dt, int n, double[] snap, double[] crackle) {
        double dt2 = dt * dt;
        double v2 = dt2 * dt / 6;
        double v3 = dt2 * dt2 / 24;
        double x3 = dt2 * dt2 * dt / 120;
        for (int i = 0; i < n; i++) {
            x[i] += v3 * snap[i] + x3 * crackle[i];
        }
        for (int i = 0; i < n; i++) {
            v[i] += v2 * snap[i] + v3 * crackle[i];
        }
    }

    /**
     * Aarseth's criterion (Aarseth 1985; eq. 7 of Makino and Aarseth) after a corrected step, the shortest of all bodies:
     * dt^2 = eta (|a| |a''| + |a'|^2) / (|a'| |a'''| + |a''|^2).
     *
     * @param forces at the end of the step
     * @param dt the step just done
     * @param eta accuracy
     * @return NaN if a force is
     */
    double nextStep(Forces forces, double dt, double eta, int count) {
        for (int i = 0; i < count; i++) {
            double sx = snap[0][i] + dt * crackle[0][i];
            double sy = snap[1][i] + dt * crackle[1][i];
            double sz = snap[2][i] + dt * crackle[2][i];
            double a2 = square(forces.ax[i], forces.ay[i], forces.az[i]);
            double j2 = square(forces.jx[i], forces.jy[i], forces.jz[i]);
            double s2 = square(sx, sy, sz);
            double c2 = square(crackle[0][i], crackle[1][i], crackle[2][i]);
            stepSquared[i] = (Math.sqrt(a2 * s2) + j2) / (Math.sqrt(j2 * c2) + s2);
        }
        return Math.sqrt(eta * smallest(stepSquared, count));
    }

    /**
     * The step to start with, when no higher derivative is known yet (eq. 8): dt = eta |a| / |a'|.
     *
     * @return infinite where no body has a jerk, NaN if a force is
     */
    double firstStep(Forces forces, double eta, int count) {
        for (int i = 0; i < count; i++) {
            stepSquared[i] =
                    square(forces.ax[i], forces.ay[i], forces.az[i]) / square(forces.jx[i], forces.jy[i], forces.jz[i]);
        }
        return eta * Math.sqrt(smallest(stepSquared, count));
    }

    private static double smallest(double[] numbers, int count) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            smallest = Math.min(smallest, numbers[i]); // NaN wins, so that it is noticed
        }
        return smallest;
    }

    private static double square(double x, double y, double z) {
        return x * x + y * y + z * z;
    }
}
