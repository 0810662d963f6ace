package io.github.nbodylab.experiment.nbody;

/** How long the first step of a body is, when no derivative above the jerk is known yet. */
final class FirstStep {

    private FirstStep() {}

    /** eta |a| / |j| (Makino and Aarseth 1992, eq. 8); where that tells nothing, a fraction of the time to the nearest body. */
    static double of(Motion motion, int i, double eta) {
        double a2 = StepChoice.square(motion.force, 0, i);
        double j2 = StepChoice.square(motion.force, 3, i);
        if (a2 == 0 && j2 == 0) {
            return StepChoice.LONGEST;
        }
        double wish = j2 == 0 ? cold(motion, i, eta, Math.sqrt(a2)) : eta * Math.sqrt(a2 / j2);
        return wish < StepChoice.SHORTEST ? balanced(motion, i, eta) : wish;
    }

    /** A body at rest has no jerk to start from: a fraction of the time to fall to its nearest neighbour. */
    private static double cold(Motion motion, int i, double eta, double acceleration) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < motion.count(); j++) {
            if (j != i) {
                nearest = Math.min(nearest, Energy.distance(motion.now, i, j));
            }
        }
        return Math.sqrt(eta * nearest / acceleration);
    }

    /** Where the forces on a body cancel, as in the middle of a figure-eight: a fraction of the time to fly to another. */
    private static double balanced(Motion motion, int i, double eta) {
        double[][] v = motion.now.fields();
        double soonest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < motion.count(); j++) {
            double speed2 = 0;
            for (int c = 3; c < 6; c++) {
                speed2 += (v[c][i] - v[c][j]) * (v[c][i] - v[c][j]);
            }
            if (speed2 > 0) {
                soonest = Math.min(soonest, Energy.distance(motion.now, i, j) / Math.sqrt(speed2));
            }
        }
        return eta * soonest;
    }
}
