package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the pairs that come into contact in a step, without looking at all pairs in every step: {@link NeighbourLists} save
 * time, and what is found depends neither on them nor on the engine.
 *
 * <p>Every moment of every pair is looked at, once unless all are brought to one time for a merger: of each moved body the
 * step just done, of the others the part of the predicted path that has passed since either of the two moved last.
 */
final class Encounters {

    private static final double UNKNOWN = -1;

    private final Motion motion;
    private final double reach;
    private final Paths paths;
    private final RelativePath path;
    private final NeighbourLists lists;
    private final boolean[] isMoved;

    /** Which of the moved bodies have left their margins, so that all others are to be looked at. */
    private final boolean[] free;

    private final double[] speeds;
    private boolean isListed;

    Encounters(Motion motion, double reach) {
        this.motion = motion;
        this.reach = reach;
        paths = new Paths(motion);
        path = new RelativePath(paths);
        lists = new NeighbourLists(motion, reach);
        int size = motion.now.x.length;
        isMoved = new boolean[size];
        free = new boolean[size];
        speeds = new double[size];
    }

    /** To be called when slots have changed. */
    void forget() {
        isListed = false;
    }

    /** To be called before a step begins, with all bodies known where {@link Motion#predicted} has them. */
    void prepare() {
        if (!isListed) {
            list();
        }
    }

    private void list() {
        lists.list();
        Arrays.fill(speeds, UNKNOWN);
        isListed = true;
    }

    /**
     * The contacts of a step just done: by time, then by slots.
     *
     * @param moved the bodies that were moved
     * @param end of the step, since the epoch
     */
    List<Contact> find(int[] moved, int count, double end) {
        List<Contact> found = new ArrayList<>(0);
        for (int k = 0; k < count; k++) {
            isMoved[moved[k]] = true;
        }
        boolean stale = false;
        for (int k = 0; k < count; k++) {
            int i = moved[k];
            speeds[i] = UNKNOWN;
            free[i] = !lists.stayedNear(i);
            stale |= free[i] || !lists.staysNear(i);
        }
        for (int k = 0; k < count; k++) {
            look(moved[k], end, found);
        }
        for (int k = 0; k < count; k++) {
            isMoved[moved[k]] = false;
            free[moved[k]] = false;
            speeds[moved[k]] = UNKNOWN;
        }
        if (stale) {
            list();
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparingDouble(Contact::time)
                    .thenComparingInt(Contact::low)
                    .thenComparingInt(Contact::high));
        }
        return found;
    }

    private void look(int i, double end, List<Contact> found) {
        if (free[i]) {
            for (int j = 0; j < motion.count(); j++) {
                if (j != i && !(isMoved[j] && free[j] && j < i)) {
                    look(i, j, end, found);
                }
            }
            return;
        }
        int[] near = lists.near(i);
        for (int k = 0; k < lists.count(i); k++) {
            int j = near[k];
            if (!(isMoved[j] && (free[j] || j < i))) {
                look(i, j, end, found);
            }
        }
    }

    private void look(int i, int j, double end, List<Contact> found) {
        int low = Math.min(i, j);
        int high = Math.max(i, j);
        double start = Math.max(known(low), known(high));
        double length = end - start;
        if (!(length > 0) || isTooFar(low, high, length)) {
            return;
        }
        path.set(low, high, start, end);
        if (path.mayReach(reach)) {
            double fraction = FirstContact.fraction(path.points(), reach);
            if (!Double.isNaN(fraction)) {
                found.add(new Contact(Math.min(end, start + fraction * length), low, high));
            }
        }
    }

    /**
     * Whether two bodies, as far apart as they are at the end of a step, cannot have met in it: a quick answer for most pairs.
     * The four points of their path lie within 7/3 of its greatest length; 3 leaves room for rounding.
     */
    private boolean isTooFar(int low, int high, double length) {
        Bodies b = motion.predicted;
        double x = (b.x[high] - b.x[low]) + (b.xLow[high] - b.xLow[low]);
        double y = (b.y[high] - b.y[low]) + (b.yLow[high] - b.yLow[low]);
        double z = (b.z[high] - b.z[low]) + (b.zLow[high] - b.zLow[low]);
        double near = reach + 3 * length * (speed(low) + speed(high));
        return x * x + y * y + z * z > near * near * (1 + 1e-9);
    }

    /** Not less than the speed of a body anywhere in the part of its path that is looked at. */
    private double speed(int i) {
        if (speeds[i] == UNKNOWN) {
            speeds[i] = isMoved[i] ? paths.speedBefore(i) : paths.speedAhead(i);
        }
        return speeds[i];
    }

    /** Since when the path of a body has not been looked at. */
    private double known(int i) {
        return isMoved[i] ? motion.timeBefore[i] : motion.time[i];
    }
}
