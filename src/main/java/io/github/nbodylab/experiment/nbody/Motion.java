package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.Forces;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where every body is, each at a time of its own, and where it was a step ago: so its place at any time from the start of
 * its last step to the end of its next can be told, by {@link Paths}. Times count from an epoch, at which all bodies were known last; those
 * of block steps are sums of powers of two and so exact.
 */
final class Motion {

    final Bodies now;
    final double[][] velocityLow;
    final Forces force;
    final double[] time;
    final double[] step;

    final Bodies before;
    final Forces forceBefore;
    final double[] timeBefore;

    /** All bodies at the time to which they were predicted last. */
    final Bodies predicted;

    private final double until;
    private double epoch;
    private final double[] ahead;

    /**
     * Bodies at time 0, whose forces are not known yet.
     *
     * @param bodies are copied
     * @param until when the simulation ends, since its start
     */
    Motion(Bodies bodies, double until) {
        this.until = until;
        int size = bodies.x.length;
        now = bodies.copy();
        before = bodies.copy();
        predicted = bodies.copy();
        velocityLow = new double[3][size];
        force = new Forces(size);
        forceBefore = new Forces(size);
        time = new double[size];
        step = new double[size];
        timeBefore = new double[size];
        ahead = new double[size];
    }

    int count() {
        return now.count();
    }

    double epoch() {
        return epoch;
    }

    /** When the simulation ends, since the epoch. */
    double end() {
        return until - epoch;
    }

    /** A time since the epoch as a time since the start; the end is the end, however its difference to the epoch was rounded. */
    double absolute(double sinceEpoch) {
        return sinceEpoch == end() ? until : epoch + sinceEpoch;
    }

    /** Begins a new epoch now: all bodies are at that time. */
    void restart(double newEpoch) {
        epoch = newEpoch;
        for (int i = 0; i < time.length; i++) {
            time[i] = 0;
            timeBefore[i] = 0;
        }
        before.set(now);
        predicted.set(now);
    }

    /** Copies all of a slot but its past over another. */
    void move(int from, int into) {
        now.move(from, into);
        step[into] = step[from];
        for (double[] low : velocityLow) {
            low[into] = low[from];
        }
    }

    /** Predicts all bodies by their Taylor series (Makino and Aarseth 1992, eq. 5). */
    void predict(double sinceEpoch) {
        int n = now.count();
        for (int i = 0; i < n; i++) {
            ahead[i] = sinceEpoch - time[i];
        }
        double[][] x = now.fields();
        double[][] low = now.low();
        double[][] f = force.fields();
        double[][] to = predicted.fields();
        double[][] toLow = predicted.low();
        for (int c = 0; c < 3; c++) {
            predictVelocity(x[c + 3], f[c], f[c + 3], ahead, n, to[c + 3]);
            predictPlace(x[c], low[c], x[c + 3], f[c], f[c + 3], ahead, n, to[c], toLow[c]);
        }
    }

    private static void predictVelocity(double[] v, double[] a, double[] j, double[] dt, int n, double[] into) {
        for (int i = 0; i < n; i++) {
            into[i] = v[i] + dt[i] * (a[i] + 0.5 * dt[i] * j[i]);
        }
    }

    private static void predictPlace(
            double[] x,
            double[] xLow,
            double[] v,
            double[] a,
            double[] j,
            double[] dt,
            int n,
            double[] into,
            double[] intoLow) {
        for (int i = 0; i < n; i++) {
            double way = dt[i] * (v[i] + dt[i] * (0.5 * a[i] + dt[i] * (1.0 / 6) * j[i]));
            double sum = x[i] + way;
            into[i] = sum;
            intoLow[i] = xLow[i] + Compensated.rest(x[i], way, sum);
        }
    }

    void save(DataOutput out) throws IOException {
        int n = count();
        out.writeDouble(epoch);
        StateFile.write(out, now);
        StateFile.write(out, before);
        StateFile.write(out, velocityLow, n);
        StateFile.write(out, force.fields(), n);
        StateFile.write(out, forceBefore.fields(), n);
        StateFile.write(out, new double[][] {time, step, timeBefore}, n);
    }

    void load(DataInput in) throws IOException {
        epoch = in.readDouble();
        StateFile.read(in, now);
        StateFile.read(in, before);
        int n = count();
        StateFile.read(in, velocityLow, n);
        StateFile.read(in, force.fields(), n);
        StateFile.read(in, forceBefore.fields(), n);
        StateFile.read(in, new double[][] {time, step, timeBefore}, n);
        predicted.set(now);
    }

    /** Ends the step of a body: what is now becomes its past. */
    void keepPast(int i) {
        timeBefore[i] = time[i];
        double[][] from = now.fields();
        double[][] to = before.fields();
        for (int f = 0; f < 6; f++) {
            to[f][i] = from[f][i];
        }
        for (int c = 0; c < 3; c++) {
            before.low()[c][i] = now.low()[c][i];
            forceBefore.fields()[c][i] = force.fields()[c][i];
        }
    }
}
