package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;

/** What two merging bodies leave behind: one at their centre of mass, with their mass and momentum to one rounding. */
final class Remnant {

    private Remnant() {}

    /**
     * Puts the remnant into the lower slot; the higher one keeps its numbers.
     *
     * @return energy that is lost: that of the two less that of the remnant, in the field of all others
     */
    static double merge(Bodies b, boolean[] gone, int low, int high) {
        double before = energyOf(b, gone, low, high)
                + energyOf(b, gone, high, low)
                - b.mass[low] * b.mass[high] / Energy.distance(b, low, high);
        double[][] fields = b.fields();
        for (int f = 0; f < 6; f++) {
            fields[f][low] = mean(b.mass[low], fields[f][low], b.mass[high], fields[f][high]);
        }
        b.mass[low] += b.mass[high];
        return before - energyOf(b, gone, low, high);
    }

    /** Kinetic energy of a body and its potential energy with all others but one. */
    private static double energyOf(Bodies b, boolean[] gone, int i, int except) {
        double potential = 0;
        for (int k = 0; k < b.count(); k++) {
            if (k != i && k != except && !gone[k]) {
                potential -= b.mass[k] / Energy.distance(b, i, k);
            }
        }
        return b.mass[i] * ((b.vx[i] * b.vx[i] + b.vy[i] * b.vy[i] + b.vz[i] * b.vz[i]) / 2 + potential);
    }

    /**
     * (m1 a + m2 b) / (m1 + m2), with the numerator carried in two doubles (Dekker 1971, by fused multiply-add) and the
     * quotient corrected once, so that mass times mean is the sum to one rounding.
     */
    static double mean(double m1, double a, double m2, double b) {
        double p = m1 * a;
        double q = m2 * b;
        double sum = p + q;
        double part = sum - p;
        double rest = (p - (sum - part)) + (q - part) + Math.fma(m1, a, -p) + Math.fma(m2, b, -q);
        double mass = m1 + m2;
        double quotient = sum / mass;
        return quotient + (Math.fma(-quotient, mass, sum) + rest) / mass;
    }
}
