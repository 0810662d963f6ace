package io.github.nbodylab.experiment.nbody.diagnostics;

import io.github.nbodylab.experiment.compute.Bodies;

/** Figures of a state in which velocities are. */
final class Kinematics {

    private Kinematics() {}

    /** Half the sum of m v^2. */
    static double kinetic(Bodies b) {
        double sum = 0;
        for (int i = 0; i < b.count(); i++) {
            sum += b.mass[i] * (b.vx[i] * b.vx[i] + b.vy[i] * b.vy[i] + b.vz[i] * b.vz[i]);
        }
        return sum / 2;
    }

    /** Sum of m r x v, {@code double[3]}. */
    static double[] angularMomentum(Bodies b) {
        double[] sum = new double[3];
        for (int i = 0; i < b.count(); i++) {
            double x = b.x[i] + b.xLow[i];
            double y = b.y[i] + b.yLow[i];
            double z = b.z[i] + b.zLow[i];
            sum[0] += b.mass[i] * (y * b.vz[i] - z * b.vy[i]);
            sum[1] += b.mass[i] * (z * b.vx[i] - x * b.vz[i]);
            sum[2] += b.mass[i] * (x * b.vy[i] - y * b.vx[i]);
        }
        return sum;
    }

    /**
     * How many bodies the field of all others holds.
     *
     * @param potential sum of m_j / r_ij over all others j, {@code double[n]}
     */
    static int bound(Bodies b, double[] potential) {
        double[] drift = {mean(b, b.vx), mean(b, b.vy), mean(b, b.vz)};
        int bound = 0;
        for (int i = 0; i < b.count(); i++) {
            double vx = b.vx[i] - drift[0];
            double vy = b.vy[i] - drift[1];
            double vz = b.vz[i] - drift[2];
            bound += (vx * vx + vy * vy + vz * vz) / 2 < potential[i] ? 1 : 0;
        }
        return bound;
    }

    /** The mean of a field, weighted with mass. */
    static double mean(Bodies b, double[] field) {
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < b.count(); i++) {
            sum += b.mass[i] * field[i];
            mass += b.mass[i];
        }
        return sum / mass;
    }
}
