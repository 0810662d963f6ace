package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.ForceRequest;
import io.github.nbodylab.experiment.compute.Forces;
import io.github.nbodylab.experiment.spec.Integrator;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Kick, drift, kick: second order, and with fixed steps symplectic and time-reversible but for rounding. The adaptive step is
 * the smallest over all bodies of eta [(j/a)^2 + s/a]^(-1/2); it grows to twice its length at most. Only accelerations are
 * evaluated: the jerk j is their mean slope over the last step, that of its middle, and the snap s the slope of the jerk from
 * the middle of the step before.
 */
final class Leapfrog implements Stepper {

    private static final double GROWTH = 2;

    private final Motion motion;
    private final Integrator options;
    private final Forces fresh;
    private final int[] moved;
    private final double fixed;
    private double end;
    private double step;

    /** Length of the step before, whose middle the jerk in the motion's forces belongs to; 0 where that is its end. */
    private double before;

    private boolean stuck;

    Leapfrog(Motion motion, Integrator options, double until) {
        this.motion = motion;
        this.options = options;
        int size = motion.now.x.length;
        fresh = new Forces(size);
        moved = new int[size];
        for (int i = 0; i < size; i++) {
            moved[i] = i;
        }
        fixed = StepChoice.fixed(options, until);
    }

    @Override
    public int[] moved() {
        return moved;
    }

    @Override
    public int movedCount() {
        return motion.count();
    }

    @Override
    public double end() {
        return end;
    }

    /** With the jerks, from which the first step follows. */
    @Override
    public ForceRequest first() {
        return new ForceRequest(
                motion.now, moved, motion.count(), ForceRequest.Order.JERK, options.softening(), motion.force);
    }

    @Override
    public void start() {
        before = 0;
        step = fixed > 0 ? fixed : StepChoice.LONGEST;
        for (int i = 0; i < motion.count() && fixed == 0; i++) {
            double own = motion.step[i] == 0 ? FirstStep.of(motion, i, options.accuracy()) : motion.step[i];
            step = Math.min(step, own);
        }
        stuck = !(step >= StepChoice.SHORTEST);
    }

    @Override
    public void begin(double until) {
        double now = motion.time[0];
        double dt = StepChoice.last(step, until - now, fixed > 0);
        end = dt == until - now ? until : now + dt;
        dt = end - now;
        double half = dt / 2;
        double[][] x = motion.now.fields();
        double[][] a = motion.force.fields();
        for (int i = 0; i < motion.count(); i++) {
            motion.step[i] = dt;
            motion.keepPast(i);
            for (int c = 0; c < 3; c++) {
                double[] low = motion.velocityLow[c];
                Compensated.add(x[c + 3], low, i, half * a[c][i], x[c + 3], low);
                double way = dt * (x[c + 3][i] + low[i]);
                Compensated.add(
                        x[c], motion.now.low()[c], i, way, x[c], motion.now.low()[c]);
            }
        }
    }

    @Override
    public ForceRequest request() {
        return new ForceRequest(
                motion.now, moved, motion.count(), ForceRequest.Order.ACCELERATION, options.softening(), fresh);
    }

    @Override
    public boolean take() {
        double dt = end - motion.timeBefore[0];
        double half = dt / 2;
        double[][] v = motion.now.fields();
        double[][] a1 = fresh.fields();
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < motion.count(); i++) {
            for (int c = 0; c < 3; c++) {
                double[] low = motion.velocityLow[c];
                Compensated.add(v[c + 3], low, i, half * a1[c][i], v[c + 3], low);
            }
            shortest = Math.min(shortest, criterion(i, dt));
            for (int c = 0; c < 3; c++) {
                motion.force.fields()[c + 3][i] = (a1[c][i] - motion.force.fields()[c][i]) / dt;
                motion.force.fields()[c][i] = a1[c][i];
            }
            motion.time[i] = end;
        }
        before = dt;
        motion.predicted.set(motion.now);
        double wish = Math.min(options.accuracy() * Math.sqrt(shortest), StepChoice.LONGEST);
        step = fixed > 0 ? fixed : Math.min(wish, GROWTH * dt);
        stuck = Double.isNaN(shortest) || !(step >= StepChoice.SHORTEST);
        return true;
    }

    /** a^2 / (j^2 + s a), the square of the step but for eta. */
    private double criterion(int i, double dt) {
        double a2 = 0;
        double j2 = 0;
        double s2 = 0;
        for (int c = 0; c < 3; c++) {
            double a = fresh.fields()[c][i];
            double jerk = (a - motion.force.fields()[c][i]) / dt;
            double snap = (jerk - motion.force.fields()[c + 3][i]) / (0.5 * (before + dt));
            a2 += a * a;
            j2 += jerk * jerk;
            s2 += snap * snap;
        }
        double denominator = j2 + Math.sqrt(s2 * a2);
        return denominator == 0 && a2 == 0 ? Double.POSITIVE_INFINITY : a2 / denominator;
    }

    @Override
    public boolean synchronise() {
        return false;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(end);
        out.writeDouble(before);
    }

    @Override
    public void load(DataInput in) throws IOException {
        end = in.readDouble();
        before = in.readDouble();
    }

    @Override
    public boolean isStuck() {
        return stuck;
    }
}
