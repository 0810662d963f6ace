package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the pairs that come into contact in a step, without looking at all pairs in every step: lists of the pairs that are
 * nearer than the reach and their margins hold as long as no body has left its margin (Verlet 1967). The lists save time
 * only; what is found does not depend on them, nor on the engine.
 *
 * <p>Every moment of every pair is looked at, once unless all are brought to one time for a merger: of each moved body the step just done, of the others the part of the
 * predicted path that has passed since either of the two moved last.
 */
final class Encounters {

    private static final double MARGIN = 0.05;
    private static final double UNKNOWN = -1;

    private final Motion motion;
    private final Paths paths;
    private final double reach;
    private final Bodies listed;
    private final int[][] neighbours;
    private final int[] counts;
    private final boolean[] free;
    private final boolean[] isMoved;
    private final double[] margins;

    /** Of the bodies, how far each is within reach and margins of the one that is being listed: below 0 it is near. */
    private final double[] gaps;

    private final double[] speeds;
    private final double[] far = new double[4];
    private final double[][] path = new double[4][3];
    private final double[] from1 = new double[Paths.FIGURES];
    private final double[] from2 = new double[Paths.FIGURES];
    private final double[] to1 = new double[Paths.FIGURES];
    private final double[] to2 = new double[Paths.FIGURES];
    private boolean known;

    Encounters(Motion motion, double reach) {
        this.motion = motion;
        paths = new Paths(motion);
        this.reach = reach;
        int size = motion.now.x.length;
        listed = motion.now.copy();
        neighbours = new int[size][8];
        counts = new int[size];
        free = new boolean[size];
        isMoved = new boolean[size];
        margins = new double[size];
        gaps = new double[size];
        speeds = new double[size];
    }

    /** To be called when slots have changed. */
    void forget() {
        known = false;
    }

    /** To be called before a step begins, with all bodies known where {@link Motion#predicted} has them. */
    void prepare() {
        if (!known) {
            list();
        }
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
            free[i] = !stayedNear(i);
            stale |= free[i] || !staysNear(i);
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
        for (int k = 0; k < counts[i]; k++) {
            int j = neighbours[i][k];
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
        path(low, high, start, end);
        if (mayTouch()) {
            double fraction = FirstContact.fraction(path, reach);
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

    private void path(int low, int high, double start, double end) {
        paths.at(low, start, from1);
        paths.at(high, start, from2);
        paths.at(low, end, to1);
        paths.at(high, end, to2);
        double third = (end - start) / 3;
        for (int c = 0; c < 3; c++) {
            double first = (from2[c] - from1[c]) + (from2[c + 3] - from1[c + 3]);
            double last = (to2[c] - to1[c]) + (to2[c + 3] - to1[c + 3]);
            path[0][c] = first;
            path[1][c] = first + third * (from2[c + 6] - from1[c + 6]);
            path[2][c] = last - third * (to2[c + 6] - to1[c + 6]);
            path[3][c] = last;
        }
    }

    /** The path stays in the hull of its four points, so within their greatest distance from the first. */
    private boolean mayTouch() {
        double spread = 0;
        for (int k = 1; k < 4; k++) {
            double x = path[k][0] - path[0][0];
            double y = path[k][1] - path[0][1];
            double z = path[k][2] - path[0][2];
            spread = Math.max(spread, x * x + y * y + z * z);
        }
        double near = reach + Math.sqrt(spread);
        double[] p = path[0];
        return p[0] * p[0] + p[1] * p[1] + p[2] * p[2] <= near * near * (1 + 1e-12);
    }

    /**
     * Lists who is near whom now. The margin of a body is at least twice as wide as the way of its next step, so that none
     * leaves it unseen.
     */
    private void list() {
        Bodies b = motion.predicted;
        listed.set(b);
        known = true;
        Arrays.fill(counts, 0);
        Arrays.fill(speeds, UNKNOWN);
        for (int i = 0; i < b.count(); i++) {
            margins[i] = Math.max(MARGIN, 2 * Math.sqrt(wayAhead(i)));
            fillGaps(b, i, margins, reach + margins[i], gaps);
            for (int j = 0; j < i; j++) {
                if (gaps[j] < 0) {
                    add(i, j);
                    add(j, i);
                }
            }
        }
    }

    /** Apart from the other loops, and over all bodies, since the JIT compiler vectorises it so. */
    private static void fillGaps(Bodies b, int i, double[] margins, double reach, double[] gaps) {
        double[] x = b.x;
        double[] y = b.y;
        double[] z = b.z;
        double xi = x[i];
        double yi = y[i];
        double zi = z[i];
        int n = b.padded();
        for (int j = 0; j < n; j++) {
            double dx = x[j] - xi;
            double dy = y[j] - yi;
            double dz = z[j] - zi;
            double near = reach + margins[j];
            gaps[j] = (dx * dx + dy * dy + dz * dz) - near * near;
        }
    }

    private void add(int i, int j) {
        if (counts[i] == neighbours[i].length) {
            neighbours[i] = Arrays.copyOf(neighbours[i], 2 * counts[i]);
        }
        neighbours[i][counts[i]++] = j;
    }

    /** Whether the step just done lies within the margin around where the body was listed. */
    private boolean stayedNear(int i) {
        double third = (motion.time[i] - motion.timeBefore[i]) / 3;
        double[][] b = motion.before.fields();
        double[][] a = motion.now.fields();
        double[][] l = listed.fields();
        Arrays.fill(far, 0);
        for (int c = 0; c < 3; c++) {
            double from = b[c][i] - l[c][i];
            double to = a[c][i] - l[c][i];
            add(from, from + third * b[c + 3][i], to - third * a[c + 3][i], to);
        }
        return farthest() < margins[i] * margins[i];
    }

    /** Whether the next step lies within the margin. */
    private boolean staysNear(int i) {
        return wayAhead(i) < margins[i] * margins[i];
    }

    /** Square of the greatest distance, over the next step, from where the body was listed; not less. */
    private double wayAhead(int i) {
        double h = motion.step[i];
        double[][] x = motion.now.fields();
        double[][] f = motion.force.fields();
        double[][] l = listed.fields();
        Arrays.fill(far, 0);
        for (int c = 0; c < 3; c++) {
            double from = x[c][i] - l[c][i];
            double v = h * x[c + 3][i];
            double a = h * h * f[c][i];
            double j = h * h * h * f[c + 3][i];
            add(from, from + v / 3, from + 2 * v / 3 + a / 6, from + v + a / 2 + j / 6);
        }
        return farthest();
    }

    private void add(double start, double early, double late, double end) {
        far[0] += start * start;
        far[1] += early * early;
        far[2] += late * late;
        far[3] += end * end;
    }

    private double farthest() {
        return Math.max(Math.max(far[0], far[1]), Math.max(far[2], far[3]));
    }
}
