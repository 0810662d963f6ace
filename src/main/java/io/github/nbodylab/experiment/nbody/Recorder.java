package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.spec.TimeGrid;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
     * @param ids of the bodies
     * @param bodies then
     */
    @SuppressWarnings("ArrayRecordComponent") // made anew for each picture, compared by nobody
    record Picture(int index, double time, int[] ids, Bodies bodies) {}

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
    private final Paths paths;
    private final int[] ids;
    private final TimeGrid grid;
    private final int last;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final double[] figures = new double[Paths.FIGURES];
    private int next;

    /**
     * Creates a recorder.
     *
     * @param every distance of the times, which are its multiples from 0 on, and the end
     */
    Recorder(Motion motion, int[] ids, double every, double until) {
        this.motion = motion;
        paths = new Paths(motion);
        this.ids = ids;
        grid = new TimeGrid(every, until);
        last = (int) grid.last();
    }

    /** The picture at the start. */
    Picture start() {
        next = 1;
        return picture(0);
    }

    private Picture picture(int index) {
        return new Picture(index, grid.time(index), Arrays.copyOf(ids, motion.count()), motion.now.copy());
    }

    /**
     * Takes what a step has brought: of every body that it moved, all times of the grid within its own step.
     *
     * @return the pictures that are complete now, in the order of their times
     */
    List<Picture> record(int[] moved, int count, double end) {
        double now = motion.absolute(end);
        while (next <= last && grid.time(next) <= now) {
            pending.add(new Pending(picture(next)));
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

    void save(DataOutput out) throws IOException {
        out.writeInt(next);
        out.writeInt(pending.size());
        for (Pending one : pending) {
            out.writeInt(one.picture.index());
            out.writeInt(one.missing);
            StateFile.write(out, one.picture.ids(), one.picture.ids().length);
            StateFile.write(out, one.picture.bodies());
        }
    }

    void load(DataInput in) throws IOException {
        next = in.readInt();
        pending.clear();
        int count = in.readInt();
        for (int k = 0; k < count; k++) {
            int index = in.readInt();
            int missing = in.readInt();
            int[] then = new int[motion.count()];
            StateFile.read(in, then);
            Pending one = new Pending(new Picture(index, grid.time(index), then, StateFile.readBodies(in)));
            one.missing = missing;
            pending.add(one);
        }
    }

    private void take(Pending pending, int i) {
        double time = pending.picture.time();
        if (!(motion.absolute(motion.timeBefore[i]) < time && time <= motion.absolute(motion.time[i]))) {
            return;
        }
        double within = Math.min(motion.time[i], Math.max(motion.timeBefore[i], time - motion.epoch()));
        paths.at(i, within, figures);
        Bodies into = pending.picture.bodies();
        for (int c = 0; c < 3; c++) {
            into.fields()[c][i] = figures[c];
            into.low()[c][i] = figures[c + 3];
            into.fields()[c + 3][i] = figures[c + 6];
        }
        pending.missing--;
    }
}
