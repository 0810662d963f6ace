package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Forces;
import io.github.nbodylab.experiment.spec.Integrator;

/** How long the steps of the Hermite scheme are, and what the leapfrog has in common with them. */
final class StepChoice {

    /** Longest step, Henon time units. */
    static final double LONGEST = 0.125;

    /** Shortest step, Henon time units. */
    static final double SHORTEST = Integrator.SHORTEST_STEP;

    private final Motion motion;
    private final Integrator options;
    private final double fixed;
    private boolean stuck;
    private double shared = Double.POSITIVE_INFINITY;

    StepChoice(Motion motion, Integrator options, double until) {
        this.motion = motion;
        this.options = options;
        fixed = fixed(options, until);
    }

    /** Length of fixed steps, a little shorter than asked for where that makes them fit; 0 where steps are not fixed. */
    static double fixed(Integrator options, double until) {
        boolean isFixed = options.timesteps() == Integrator.Timesteps.FIXED;
        return isFixed ? until / Math.ceil(until / options.step().getAsDouble() * (1 - 1e-12)) : 0;
    }

    /** The step to take where so much time is left: the last ends at the end exactly, and none is tiny. */
    static double last(double step, double left, boolean isFixed) {
        if (step >= left * (1 - 1e-9)) {
            return left;
        }
        return 2 * step > left && !isFixed ? left / 2 : step;
    }

    boolean isStuck() {
        return stuck;
    }

    /** Chooses the steps of bodies that have none yet. */
    void start(double eta) {
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < motion.count(); i++) {
            if (motion.step[i] == 0) {
                keep(i, FirstStep.of(motion, i, eta));
            }
            shortest = Math.min(shortest, motion.step[i]);
        }
        shared = shortest;
    }

    private void keep(int i, double wish) {
        if (!(wish >= SHORTEST)) {
            stuck = true;
        }
        double longest = Math.min(LONGEST, wish);
        motion.step[i] = isBlock() ? Math.scalb(1.0, Math.getExponent(longest)) : longest;
    }

    private boolean isBlock() {
        return options.timesteps() == Integrator.Timesteps.BLOCK;
    }

    /**
     * When the next step ends.
     *
     * @param until when the simulation ends, since the epoch
     */
    double next(double until) {
        if (isBlock()) {
            double soonest = until;
            for (int i = 0; i < motion.count(); i++) {
                soonest = Math.min(soonest, motion.time[i] + motion.step[i]);
            }
            return soonest;
        }
        double now = motion.time[0];
        double left = until - now;
        double dt = last(fixed > 0 ? fixed : shared, left, fixed > 0);
        double end = dt == left ? until : now + dt;
        for (int i = 0; i < motion.count(); i++) {
            motion.step[i] = end - now;
        }
        shared = Double.POSITIVE_INFINITY;
        return end;
    }

    /**
     * Chooses the next step of a body by Aarseth's criterion (Aarseth 1985; eq. 7 of Makino and Aarseth):
     * dt^2 = eta (|a| |a''| + |a'|^2) / (|a'| |a'''| + |a''|^2). A step of a block may double only where its end is a
     * multiple of the double.
     *
     * @param end of the step just done, since the epoch
     * @param fresh the forces there; those at its start are still in the motion
     */
    void choose(int i, double end, Forces fresh) {
        double dt = end - motion.timeBefore[i];
        double wish = Math.sqrt(options.accuracy() * criterion(i, dt, fresh));
        if (!isBlock()) {
            if (fixed == 0) {
                double grown = Math.min(Math.min(wish, 2 * dt), LONGEST);
                stuck |= !(grown >= SHORTEST);
                shared = Math.min(shared, grown);
            } else {
                stuck |= Double.isNaN(wish);
            }
            return;
        }
        double old = motion.step[i];
        if (dt < old && wish > 0) {
            return; // the end of the simulation has cut it short
        }
        if (!(wish >= SHORTEST)) {
            stuck = true;
        } else if (wish < old) {
            motion.step[i] = Math.scalb(1.0, Math.getExponent(wish));
        } else if (wish >= 2 * old && 2 * old <= LONGEST && isMultiple(end, 2 * old)) {
            motion.step[i] = 2 * old;
        }
    }

    private double criterion(int i, double dt, Forces fresh) {
        double[][] f0 = motion.force.fields();
        double[][] f1 = fresh.fields();
        double snap2 = 0;
        double crackle2 = 0;
        double scale = 1 / (dt * dt);
        for (int c = 0; c < 3; c++) {
            double da = f0[c][i] - f1[c][i];
            double j0 = f0[c + 3][i];
            double j1 = f1[c + 3][i];
            double crackle = (12 * da + 6 * dt * (j0 + j1)) * scale / dt;
            double snap = (-6 * da - dt * (4 * j0 + 2 * j1)) * scale + dt * crackle;
            snap2 += snap * snap;
            crackle2 += crackle * crackle;
        }
        double a2 = square(fresh, 0, i);
        double j2 = square(fresh, 3, i);
        double numerator = Math.sqrt(a2 * snap2) + j2;
        return numerator == 0 ? LONGEST * LONGEST / options.accuracy() : numerator / (Math.sqrt(j2 * crackle2) + snap2);
    }

    private static boolean isMultiple(double time, double step) {
        double ratio = time / step;
        return ratio == Math.rint(ratio);
    }

    /** Square of the acceleration of a body (first = 0) or of its jerk (3). */
    static double square(Forces forces, int first, int i) {
        double[][] f = forces.fields();
        double x = f[first][i];
        double y = f[first + 1][i];
        double z = f[first + 2][i];
        return x * x + y * y + z * z;
    }
}
