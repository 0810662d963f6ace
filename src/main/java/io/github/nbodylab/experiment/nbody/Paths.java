package io.github.nbodylab.experiment.nbody;

/**
 * The paths of the bodies of a {@link Motion}, each from the start of its last step to the end of its next: up to its own
 * time by the quintic through position, velocity and acceleration at both ends of its last step, later by its Taylor series.
 */
final class Paths {

    /** Numbers that {@link #at} gives: position, its low part, velocity. */
    static final int FIGURES = 9;

    private final Motion motion;

    Paths(Motion motion) {
        this.motion = motion;
    }

    /**
     * Where a body is at a time.
     *
     * @param figures receives x, y, z, their low parts, vx, vy, vz
     */
    void at(int i, double sinceEpoch, double[] figures) {
        if (sinceEpoch >= motion.time[i]) {
            ahead(i, sinceEpoch - motion.time[i], figures);
        } else {
            before(i, sinceEpoch - motion.timeBefore[i], figures);
        }
    }

    private void ahead(int i, double s, double[] figures) {
        double[][] x = motion.now.fields();
        double[][] low = motion.now.low();
        double[][] f = motion.force.fields();
        for (int c = 0; c < 3; c++) {
            double v = x[c + 3][i];
            double a = f[c][i];
            double j = f[c + 3][i];
            place(x[c][i], low[c][i], s * (v + s * (0.5 * a + s * (1.0 / 6) * j)), c, figures);
            figures[c + 6] = v + s * (a + 0.5 * s * j);
        }
    }

    private void before(int i, double s, double[] figures) {
        double[][] x = motion.before.fields();
        double[][] low = motion.before.low();
        for (int c = 0; c < 3; c++) {
            Quintic quintic = Quintic.of(motion, i, c);
            place(x[c][i], low[c][i], quintic.way(s), c, figures);
            figures[c + 6] = quintic.velocity(s);
        }
    }

    private static void place(double x, double low, double way, int c, double[] figures) {
        double sum = x + way;
        figures[c] = sum;
        figures[c + 3] = low + Compensated.rest(x, way, sum);
    }

    /** Not less than the speed of a body on its path from its own time to the end of its next step. */
    double speedAhead(int i) {
        double h = motion.step[i];
        double[][] x = motion.now.fields();
        double[][] f = motion.force.fields();
        double square = 0;
        for (int c = 0; c < 3; c++) {
            double most = Math.abs(x[c + 3][i]) + h * (Math.abs(f[c][i]) + 0.5 * h * Math.abs(f[c + 3][i]));
            square += most * most;
        }
        return Math.sqrt(square);
    }

    /** As above, within its last step. */
    double speedBefore(int i) {
        double square = 0;
        for (int c = 0; c < 3; c++) {
            Quintic quintic = Quintic.of(motion, i, c);
            double most = quintic.greatestVelocity();
            square += most * most;
        }
        return Math.sqrt(square);
    }
}
