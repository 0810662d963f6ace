package io.github.nbodylab.experiment.nbody.cluster;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Whether bodies that were made elsewhere can be integrated. */
final class Soundness {

    private static final String[] NAMES = {"x", "y", "z", "vx", "vy", "vz", "mass"};

    private Soundness() {}

    static void require(Bodies bodies) {
        if (bodies.count() < 2) {
            throw new IllegalArgumentException("a cluster has 2 bodies or more, not " + bodies.count());
        }
        double[][] fields = bodies.fields();
        for (int i = 0; i < bodies.count(); i++) {
            for (int f = 0; f < fields.length; f++) {
                if (!Double.isFinite(fields[f][i])) {
                    throw new IllegalArgumentException(name(i, bodies) + " has " + NAMES[f] + " = " + fields[f][i]
                            + ", which is no finite number");
                }
            }
            if (!(bodies.mass[i] > 0)) {
                throw new IllegalArgumentException(
                        name(i, bodies) + " has the mass " + bodies.mass[i] + "; masses are above 0");
            }
        }
        requireApart(bodies);
    }

    /** Bodies at one place are neighbours in order of their coordinates. */
    private static void requireApart(Bodies b) {
        List<Integer> order = IntStream.range(0, b.count())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> b.x[i] + 0.0) // so that -0 is 0
                        .thenComparingDouble(i -> b.y[i] + 0.0)
                        .thenComparingDouble(i -> b.z[i] + 0.0)
                        .thenComparingDouble(i -> b.xLow[i] + 0.0)
                        .thenComparingDouble(i -> b.yLow[i] + 0.0)
                        .thenComparingDouble(i -> b.zLow[i] + 0.0))
                .toList();
        for (int k = 1; k < order.size(); k++) {
            int i = Math.min(order.get(k - 1), order.get(k));
            int j = Math.max(order.get(k - 1), order.get(k));
            if (atOnePlace(b, i, j)) {
                throw new IllegalArgumentException("body " + (i + 1) + " and " + name(j, b) + " are at one place, ("
                        + b.x[i] + ", " + b.y[i] + ", " + b.z[i] + ")");
            }
        }
    }

    private static boolean atOnePlace(Bodies b, int i, int j) {
        return b.x[i] - b.x[j] == b.xLow[j] - b.xLow[i]
                && b.y[i] - b.y[j] == b.yLow[j] - b.yLow[i]
                && b.z[i] - b.z[j] == b.zLow[j] - b.zLow[i];
    }

    private static String name(int slot, Bodies bodies) {
        return "body " + (slot + 1) + " of " + bodies.count();
    }
}
