package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the pairs that come into contact in a step, exactly, without looking at all pairs in every step: a list of the
 * pairs that are nearer than the capture radius and a margin holds as long as no body has gone half of the margin
 * (Verlet 1967). The list saves time only; what is found does not depend on it, nor on the engine.
 */
final class Encounters {

    private static final double MARGIN = 0.1;

    /**
     * A pair in contact.
     *
     * @param fraction of the step until then, in [0, 1]
     * @param low lower slot
     * @param high higher slot
     */
    record Encounter(double fraction, int low, int high) {}

    private final double radius;
    private int[] lows = new int[64];
    private int[] highs = new int[64];
    private int pairs;
    private Bodies listed;
    private final double[][] path = new double[4][3];

    /**
     * Creates the finder.
     *
     * @param radius capture radius
     */
    Encounters(double radius) {
        this.radius = radius;
    }

    /** To be called when slots have changed. */
    void forget() {
        listed = null;
    }

    /**
     * The contacts of a step: by time, then by slots.
     *
     * @param before the bodies at its start
     * @param after the same bodies at its end
     */
    List<Encounter> find(Bodies before, Bodies after, double dt) {
        if (listed == null || !holds(before, after, dt)) {
            list(before, radius + MARGIN);
            if (!holds(before, after, dt)) {
                list(before, Double.POSITIVE_INFINITY);
                listed = null;
            }
        }
        List<Encounter> found = new ArrayList<>();
        for (int p = 0; p < pairs; p++) {
            path(before, after, dt, lows[p], highs[p]);
            if (mayTouch()) {
                double fraction = FirstContact.fraction(path, radius);
                if (!Double.isNaN(fraction)) {
                    found.add(new Encounter(fraction, lows[p], highs[p]));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Encounter::fraction)
                .thenComparingInt(Encounter::low)
                .thenComparingInt(Encounter::high));
        return found;
    }

    /** Whether the whole path of every body in this step lies within half a margin of where it was listed. */
    private boolean holds(Bodies before, Bodies after, double dt) {
        double third = dt / 3;
        double farthest = 0;
        double[][] b = before.fields();
        double[][] a = after.fields();
        double[][] l = listed.fields();
        for (int i = 0; i < before.count(); i++) {
            double start = 0;
            double early = 0;
            double late = 0;
            double end = 0;
            for (int c = 0; c < 3; c++) {
                double from = b[c][i] - l[c][i];
                double to = a[c][i] - l[c][i];
                double out = from + third * b[c + 3][i];
                double in = to - third * a[c + 3][i];
                start += from * from;
                early += out * out;
                late += in * in;
                end += to * to;
            }
            farthest = Math.max(farthest, Math.max(Math.max(start, early), Math.max(late, end)));
        }
        return farthest < MARGIN * MARGIN / 4;
    }

    private void list(Bodies bodies, double reach) {
        listed = bodies.copy();
        pairs = 0;
        double reach2 = reach * reach;
        double[] x = bodies.x;
        double[] y = bodies.y;
        double[] z = bodies.z;
        for (int i = 0; i < bodies.count(); i++) {
            for (int j = 0; j < i; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double dz = z[i] - z[j];
                if (dx * dx + dy * dy + dz * dz < reach2) {
                    add(j, i);
                }
            }
        }
    }

    private void add(int low, int high) {
        if (pairs == lows.length) {
            lows = Arrays.copyOf(lows, 2 * pairs);
            highs = Arrays.copyOf(highs, 2 * pairs);
        }
        lows[pairs] = low;
        highs[pairs++] = high;
    }

    private void path(Bodies before, Bodies after, double dt, int low, int high) {
        double third = dt / 3;
        double[][] b = before.fields();
        double[][] a = after.fields();
        for (int c = 0; c < 3; c++) {
            double start = b[c][high] - b[c][low];
            double end = a[c][high] - a[c][low];
            path[0][c] = start;
            path[1][c] = start + third * (b[c + 3][high] - b[c + 3][low]);
            path[2][c] = end - third * (a[c + 3][high] - a[c + 3][low]);
            path[3][c] = end;
        }
    }

    /** The path stays in the hull of its four points, so within their greatest distance from the first. */
    private boolean mayTouch() {
        double spread = 0;
        for (int k = 1; k < 4; k++) {
            spread =
                    Math.max(spread, square(path[k][0] - path[0][0], path[k][1] - path[0][1], path[k][2] - path[0][2]));
        }
        double reach = radius + Math.sqrt(spread);
        return square(path[0][0], path[0][1], path[0][2]) <= reach * reach * (1 + 1e-12);
    }

    private static double square(double x, double y, double z) {
        return x * x + y * y + z * z;
    }
}
