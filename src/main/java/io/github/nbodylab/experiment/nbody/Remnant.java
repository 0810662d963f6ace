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
    static double merge(Bodies b, boolean[] gone, int low, int high, double softening, MergerRule.Loss loss) {
        double soft2 = softening * softening;
        double before = energyOf(b, gone, low, high, soft2)
                + energyOf(b, gone, high, low, soft2)
                - b.mass[low] * b.mass[high] / Energy.distance(b, low, high, soft2);
        double[][] fields = b.fields();
        double m1 = b.mass[low];
        double m2 = b.mass[high];
        double[] mean = new double[2];
        for (int c = 0; c < 3; c++) {
            double[] lows = b.low()[c];
            mean(m1, fields[c][low], m2, fields[c][high], mean);
            lows[low] = mean[1] + mean(m1, lows[low], m2, lows[high]);
            fields[c][low] = mean[0];
            fields[c + 3][low] = mean(m1, fields[c + 3][low], m2, fields[c + 3][high]) + loss.kick()[c];
        }
        b.mass[low] = (m1 + m2) * (1 - loss.massFraction());
        return before - energyOf(b, gone, low, high, soft2);
    }

    /** Kinetic energy of a body and its potential energy with all others but one. */
    private static double energyOf(Bodies b, boolean[] gone, int i, int except, double soft2) {
        double potential = 0;
        for (int k = 0; k < b.count(); k++) {
            if (k != i && k != except && !gone[k]) {
                potential -= b.mass[k] / Energy.distance(b, i, k, soft2);
            }
        }
        return b.mass[i] * ((b.vx[i] * b.vx[i] + b.vy[i] * b.vy[i] + b.vz[i] * b.vz[i]) / 2 + potential);
    }

    /** (m1 a + m2 b) / (m1 + m2), so that mass times mean is the sum to one rounding. */
    static double mean(double m1, double a, double m2, double b) {
        double[] mean = new double[2];
        mean(m1, a, m2, b, mean);
        return mean[0];
    }

    /**
     * (m1 a + m2 b) / (m1 + m2) as a sum of two doubles: the numerator is carried in two doubles (Dekker 1971, by fused
     * multiply-add) and the quotient corrected once.
     *
     * @param mean receives the high part, then the low one
     */
    private static void mean(double m1, double a, double m2, double b, double[] mean) {
        double p = m1 * a;
        double q = m2 * b;
        double sum = p + q;
        double rest = Compensated.rest(p, q, sum) + Math.fma(m1, a, -p) + Math.fma(m2, b, -q);
        double mass = m1 + m2;
        double quotient = sum / mass;
        double correction = (Math.fma(-quotient, mass, sum) + rest) / mass;
        mean[0] = quotient + correction;
        mean[1] = correction - (mean[0] - quotient);
    }
}
