package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Takes pictures of a simulation at the times of a grid, by interpolation: no step is shortened, and no bit of the simulation
 * depends on whether and when pictures are taken. A picture is complete when the steps of all bodies have passed its time.
 */
final class Recorder {

    /**
     * A picture.
     *
     * @param index of its time in the grid, from 0
     * @param time since the start
     * @param bodies then
     */
    record Picture(int index, double time, Bodies bodies) {}

    /** A picture that lacks some bodies. */
    private static final class Pending {
        final Picture picture;
        int missing;

        Pending(Picture picture) {
            this.picture = picture;
            missing = picture.bodies().count();
        }
    }

    private final Motion motion;
    private final double every;
    private final double until;
    private final int last;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final double[] figures = new double[Motion.FIGURES];
    private int next;

    /**
     * Creates a recorder.
     *
     * @param every distance of the times, which are its multiples from 0 on, and the end
     */
    Recorder(Motion motion, double every, double until) {
        this.motion = motion;
        this.every = every;
        this.until = until;
        last = (int) Math.ceil(until / every * (1 - 1e-12));
    }

    /** The k-th time of the grid. */
    private double time(int k) {
        return k == last ? until : k * every;
    }

    /** The picture at the start. */
    Picture start() {
        next = 1;
        return new Picture(0, 0, motion.now.copy());
    }

    /**
     * Takes what a step has brought: of every body that it moved, all times of the grid within its own step.
     *
     * @return the pictures that are complete now, in the order of their times
     */
    List<Picture> record(int[] moved, int count, double end) {
        double now = motion.absolute(end);
        while (next <= last && time(next) <= now) {
            Picture picture = new Picture(next, time(next), motion.now.copy());
            pending.add(new Pending(picture));
            next++;
        }
        if (pending.isEmpty()) {
            return List.of();
        }
        for (Pending one : pending) {
            for (int k = 0; k < count; k++) {
                take(one, moved[k]);
            }
        }
        List<Picture> complete = new ArrayList<>(0);
        while (!pending.isEmpty() && pending.peek().missing == 0) {
            complete.add(pending.poll().picture);
        }
        return complete;
    }

    private void take(Pending pending, int i) {
        double time = pending.picture.time();
        if (!(motion.absolute(motion.timeBefore[i]) < time && time <= motion.absolute(motion.time[i]))) {
            return;
        }
        double within = Math.min(motion.time[i], Math.max(motion.timeBefore[i], time - motion.epoch()));
        motion.at(i, within, figures);
        Bodies into = pending.picture.bodies();
        for (int c = 0; c < 3; c++) {
            into.fields()[c][i] = figures[c];
            into.low()[c][i] = figures[c + 3];
            into.fields()[c + 3][i] = figures[c + 6];
        }
        pending.missing--;
    }
}
