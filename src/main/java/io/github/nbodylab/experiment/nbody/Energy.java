package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;

/** Energies of a system, G = 1. */
public final class Energy {

    private Energy() {}

    /** Half the sum of m v^2. */
    public static double kinetic(Bodies b) {
        double sum = 0;
        for (int i = 0; i < b.count(); i++) {
            sum += b.mass[i] * (b.vx[i] * b.vx[i] + b.vy[i] * b.vy[i] + b.vz[i] * b.vz[i]);
        }
        return sum / 2;
    }

    /** Minus the sum of m_i m_j / r_ij over all pairs. */
    public static double potential(Bodies b) {
        return potential(b, 0);
    }

    /** Minus the sum of m_i m_j / sqrt(r_ij^2 + softening^2) over all pairs. */
    public static double potential(Bodies b, double softening) {
        double soft2 = softening * softening;
        double sum = 0;
        for (int i = 0; i < b.count(); i++) {
            double at = 0;
            for (int j = 0; j < i; j++) {
                at += b.mass[j] / distance(b, i, j, soft2);
            }
            sum += b.mass[i] * at;
        }
        return -sum;
    }

    static double distance(Bodies b, int i, int j) {
        return distance(b, i, j, 0);
    }

    static double distance(Bodies b, int i, int j, double soft2) {
        double dx = (b.x[i] - b.x[j]) + (b.xLow[i] - b.xLow[j]);
        double dy = (b.y[i] - b.y[j]) + (b.yLow[i] - b.yLow[j]);
        double dz = (b.z[i] - b.z[j]) + (b.zLow[i] - b.zLow[j]);
        return Math.sqrt(dx * dx + dy * dy + dz * dz + soft2);
    }
}
