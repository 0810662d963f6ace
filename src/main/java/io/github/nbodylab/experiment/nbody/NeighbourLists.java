package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.Arrays;

/**
 * Who is near whom: the pairs that were nearer than the reach and the margins of both when they were listed. A list misses
 * no pair within reach as long as neither body has left its margin around where it was listed (Verlet 1967).
 */
final class NeighbourLists {

    private static final double MARGIN = 0.05;

    private final Motion motion;
    private final double reach;
    private final Bodies listed;
    private final int[][] neighbours;
    private final int[] counts;
    private final double[] margins;

    /** Of the bodies, how far each is within reach and margins of the one that is being listed: below 0 it is near. */
    private final double[] gaps;

    private final double[] far = new double[4];

    NeighbourLists(Motion motion, double reach) {
        this.motion = motion;
        this.reach = reach;
        int size = motion.now.x.length;
        listed = motion.now.copy();
        neighbours = new int[size][8];
        counts = new int[size];
        margins = new double[size];
        gaps = new double[size];
    }

    /** How many bodies were near one. */
    int count(int i) {
        return counts[i];
    }

    /** Which; as many as {@link #count} says are meant. */
    int[] near(int i) {
        return neighbours[i];
    }

    /**
     * Lists who is near whom now. The margin of a body is at least twice as wide as the way of its next step, so that none
     * leaves it unseen.
     */
    void list() {
        Bodies b = motion.predicted;
        listed.set(b);
        Arrays.fill(counts, 0);
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

    /** Whether the step that a body has just done lies within its margin. */
    boolean stayedNear(int i) {
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

    /** Whether its next step does. */
    boolean staysNear(int i) {
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
