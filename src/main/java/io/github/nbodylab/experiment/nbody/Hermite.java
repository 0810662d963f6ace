package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceRequest;
import io.github.nbodylab.experiment.compute.Forces;
import io.github.nbodylab.experiment.spec.Integrator;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The Hermite scheme of 4th order (Makino and Aarseth 1992): predict all bodies, evaluate the forces on those whose step
 * ends, correct these; a second iteration makes it nearly time-symmetric (Hut, Makino and McMillan 1995). With block time
 * steps, each body's step is a power of two and the bodies whose steps end together are moved together, in the order of their
 * slots.
 */
final class Hermite implements Stepper {

    private final Motion motion;
    private final Integrator options;
    private final StepChoice steps;
    private final Forces fresh;
    private final int[] moved;
    private int movedCount;
    private double end;
    private int iteration;

    /** Whether the step is one of those cut short that bring the others to the same time: they teach nothing of the next. */
    private boolean joining;

    Hermite(Motion motion, Integrator options, double until) {
        this.motion = motion;
        this.options = options;
        int size = motion.now.x.length;
        steps = new StepChoice(motion, options, until);
        fresh = new Forces(size);
        moved = new int[size];
    }

    @Override
    public int[] moved() {
        return moved;
    }

    @Override
    public int movedCount() {
        return movedCount;
    }

    @Override
    public double end() {
        return end;
    }

    @Override
    public ForceRequest first() {
        for (int i = 0; i < motion.count(); i++) {
            moved[i] = i;
        }
        movedCount = motion.count();
        return request(motion.now, motion.force);
    }

    private ForceRequest request(Bodies sources, Forces into) {
        return new ForceRequest(sources, moved, movedCount, ForceRequest.Order.JERK, options.softening(), into);
    }

    @Override
    public void start() {
        steps.start(options.accuracy());
    }

    @Override
    public void begin(double until) {
        joining = false;
        end = steps.next(until);
        movedCount = 0;
        boolean all = end == until;
        for (int i = 0; i < motion.count(); i++) {
            if (all || motion.time[i] + motion.step[i] == end) {
                moved[movedCount++] = i;
            }
        }
        predict();
    }

    private void predict() {
        motion.predict(end);
        iteration = 1;
        for (int k = 0; k < movedCount; k++) {
            motion.keepPast(moved[k]);
        }
    }

    @Override
    public boolean synchronise() {
        joining = true;
        movedCount = 0;
        for (int i = 0; i < motion.count(); i++) {
            if (motion.time[i] != end) {
                moved[movedCount++] = i;
            }
        }
        if (movedCount > 0) {
            predict();
        }
        return movedCount > 0;
    }

    @Override
    public ForceRequest request() {
        return request(motion.predicted, fresh);
    }

    @Override
    public boolean take() {
        boolean last = iteration == options.iterations();
        for (int k = 0; k < movedCount; k++) {
            correct(moved[k], last ? motion.now : motion.predicted);
        }
        if (!last) {
            iteration++;
            return false;
        }
        for (int k = 0; k < movedCount; k++) {
            finish(moved[k]);
        }
        return true;
    }

    /** The end of the step from the forces at both of its ends (eq. 5 and 6 of Hut, Makino and McMillan). */
    private void correct(int i, Bodies into) {
        double dt = end - motion.timeBefore[i];
        double half = dt / 2;
        double twelfth = dt * dt / 12;
        double[][] f0 = motion.force.fields();
        double[][] f1 = fresh.fields();
        double[][] from = motion.before.fields();
        double[][] low = motion.before.low();
        double[][] to = into.fields();
        boolean last = into == motion.now;
        for (int c = 0; c < 3; c++) {
            double a0 = f0[c][i];
            double a1 = f1[c][i];
            double kick = half * (a0 + a1) + twelfth * (f0[c + 3][i] - f1[c + 3][i]);
            double v0 = from[c + 3][i];
            double way = dt * (v0 + motion.velocityLow[c][i]) + half * kick + twelfth * (a0 - a1);
            Compensated.add(from[c], low[c], i, way, to[c], into.low()[c]);
            if (last) {
                Compensated.add(from[c + 3], motion.velocityLow[c], i, kick, to[c + 3], motion.velocityLow[c]);
            } else {
                to[c + 3][i] = v0 + kick;
            }
        }
    }

    private void finish(int i) {
        if (!joining) {
            steps.choose(i, end, fresh);
        }
        motion.time[i] = end;
        double[][] from = fresh.fields();
        double[][] to = motion.force.fields();
        for (int c = 0; c < 6; c++) {
            to[c][i] = from[c][i];
        }
        double[][] place = motion.now.fields();
        for (int c = 0; c < 6; c++) {
            motion.predicted.fields()[c][i] = place[c][i];
        }
        for (int c = 0; c < 3; c++) {
            motion.predicted.low()[c][i] = motion.now.low()[c][i];
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(end);
        out.writeBoolean(joining);
        StateFile.write(out, moved, movedCount);
    }

    @Override
    public void load(DataInput in) throws IOException {
        end = in.readDouble();
        joining = in.readBoolean();
        movedCount = StateFile.read(in, moved);
        predict();
    }

    @Override
    public boolean isStuck() {
        return steps.isStuck();
    }
}
