package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.ForceRequest;
import io.github.nbodylab.experiment.compute.Forces;
import io.github.nbodylab.experiment.spec.Integrator;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Kick, drift, kick: second order, and with fixed steps symplectic and time-reversible but for rounding. The adaptive step is
 * the smallest over all bodies of eta [(j/a)^2 + s/a]^(-1/2), where jerk j and snap s are the differences of the
 * accelerations of the last steps; it grows to twice its length at most. Only accelerations are evaluated.
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
        new StepChoice(motion, options, 1).start(options.accuracy());
        step = fixed > 0 ? fixed : Double.POSITIVE_INFINITY;
        for (int i = 0; i < motion.count() && fixed == 0; i++) {
            step = Math.min(step, motion.step[i]);
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
            double snap = (jerk - motion.force.fields()[c + 3][i]) / dt;
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
    }

    @Override
    public void load(DataInput in) throws IOException {
        end = in.readDouble();
    }

    @Override
    public boolean isStuck() {
        return stuck;
    }
}
