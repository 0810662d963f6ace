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
        double sum = 0;
        for (int i = 0; i < b.count(); i++) {
            double at = 0;
            for (int j = 0; j < i; j++) {
                at += b.mass[j] / distance(b, i, j);
            }
            sum += b.mass[i] * at;
        }
        return -sum;
    }

    /** Kinetic and potential energy. */
    public static double total(Bodies b) {
        return kinetic(b) + potential(b);
    }

    static double distance(Bodies b, int i, int j) {
        double dx = b.x[i] - b.x[j];
        double dy = b.y[i] - b.y[j];
        double dz = b.z[i] - b.z[j];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
