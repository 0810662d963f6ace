package io.github.nbodylab.experiment.nbody.diagnostics;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.Arrays;

/**
 * What takes a look at every pair: the potential at each body, the density around it, and the closest pair of all. It costs
 * N^2 pairs, and memory for a tile beside the results.
 *
 * <p>The inner loop runs over a tile of targets at constant offsets in one array, for this shape is the one that the JIT
 * compiler vectorises. Each sum is taken in the order of the slots.
 */
final class PairSums {

    private static final int TILE = 256;
    private static final int X = 0;
    private static final int Y = TILE;
    private static final int Z = 2 * TILE;
    private static final int XL = 3 * TILE;
    private static final int YL = 4 * TILE;
    private static final int ZL = 5 * TILE;
    private static final int POTENTIAL = 6 * TILE;
    private static final int SQUARE = 7 * TILE;
    private static final int REACH = 8 * TILE;
    private static final int FIELDS = 9;

    /** Beside a squared distance, so that bodies at one place have a potential; nothing beside any other distance. */
    private static final double FLOOR = 1e-200;

    /** Sum of m_j / sqrt(r^2 + eps^2) over all others j, {@code double[n]}; 0 or more. */
    final double[] potential;

    /** Casertano and Hut's (1985) estimate of the mass density, {@code double[n]}; all 0 with fewer than 7 bodies. */
    final double[] density;

    /** Slots of the closest pair, the lower one first; -1 with one body. */
    int first = -1;

    int second = -1;

    /** Squared separation of the closest pair. */
    double closest = Double.POSITIVE_INFINITY;

    private final Bodies bodies;
    private final double floor;
    private final double[] tile = new double[FIELDS * TILE];
    private final Neighbours neighbours;

    private PairSums(Bodies bodies, double softening) {
        this.bodies = bodies;
        potential = new double[bodies.count()];
        density = new double[bodies.count()];
        neighbours = new Neighbours(Math.min(TILE, bodies.count()));
        floor = Math.max(FLOOR, softening * softening);
    }

    static PairSums of(Bodies bodies, double softening) {
        PairSums sums = new PairSums(bodies, softening);
        for (int start = 0; start < bodies.count(); start += TILE) {
            sums.fill(start, Math.min(TILE, bodies.count() - start));
        }
        return sums;
    }

    private void fill(int start, int count) {
        double[][] high = bodies.fields();
        double[][] low = bodies.low();
        for (int f = 0; f < 3; f++) {
            System.arraycopy(high[f], start, tile, f * TILE, count);
            System.arraycopy(low[f], start, tile, XL + f * TILE, count);
        }
        Arrays.fill(tile, POTENTIAL, POTENTIAL + count, 0);
        neighbours.clear();
        Arrays.fill(tile, REACH, REACH + count, Double.POSITIVE_INFINITY);
        for (int j = 0; j < bodies.count(); j++) {
            look(j, start, count);
        }
        for (int t = 0; t < count; t++) {
            potential[start + t] = tile[POTENTIAL + t];
            density[start + t] = bodies.count() > Neighbours.COUNT ? neighbours.density(t) : 0;
        }
    }

    /**
     * Looks at one body from all of the tile. Its own term is taken back, which leaves one long loop instead of two that may
     * be short. Hardly ever is it near one of four, so that one question is enough.
     */
    @SuppressWarnings("ShortCircuitBoolean") // one jump for four comparisons
    private void look(int j, int start, int count) {
        double[] t = tile;
        int self = j >= start && j < start + count ? j - start : -1;
        double own = self < 0 ? 0 : t[POTENTIAL + self];
        add(t, count, bodies, j, floor);
        if (self >= 0) {
            t[POTENTIAL + self] = own;
            t[SQUARE + self] = Double.POSITIVE_INFINITY;
        }
        int i = 0;
        for (; i + 3 < count; i += 4) {
            if (t[SQUARE + i] < t[REACH + i]
                    | t[SQUARE + i + 1] < t[REACH + i + 1]
                    | t[SQUARE + i + 2] < t[REACH + i + 2]
                    | t[SQUARE + i + 3] < t[REACH + i + 3]) {
                near(j, start, i, i + 4);
            }
        }
        near(j, start, i, count);
    }

    private void near(int j, int start, int from, int to) {
        for (int i = from; i < to; i++) {
            double square = tile[SQUARE + i];
            if (square < tile[REACH + i]) {
                tile[REACH + i] = neighbours.insert(i, square, bodies.mass[j]);
                if (square < closest) {
                    closest = square;
                    first = Math.min(j, start + i);
                    second = Math.max(j, start + i);
                }
            }
        }
    }

    private static void add(double[] t, int count, Bodies b, int j, double floor) {
        double x = b.x[j];
        double y = b.y[j];
        double z = b.z[j];
        double xl = b.xLow[j];
        double yl = b.yLow[j];
        double zl = b.zLow[j];
        double mass = b.mass[j];
        for (int i = 0; i < count; i++) {
            double dx = (x - t[X + i]) + (xl - t[XL + i]);
            double dy = (y - t[Y + i]) + (yl - t[YL + i]);
            double dz = (z - t[Z + i]) + (zl - t[ZL + i]);
            double square = (dx * dx + dy * dy) + dz * dz;
            t[SQUARE + i] = square;
            t[POTENTIAL + i] += mass / Math.sqrt(square + floor);
        }
    }
}
