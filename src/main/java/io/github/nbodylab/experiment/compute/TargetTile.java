package io.github.nbodylab.experiment.compute;

import java.util.Arrays;

/**
 * Mirrors {@code jerk_many.cl} and {@code acceleration_many.cl}: the loop runs over many targets, the lanes of the sum one
 * after another. Belongs to one thread at a time.
 *
 * <p>All fields lie at constant offsets in one array, which shows the JIT compiler that they do not overlap. It vectorises
 * a loop as long as these only where it may unroll it, which {@code -XX:LoopUnrollLimit=500} allows, and where it has never
 * seen the loop run a few times only: one short tile early in the life of the JVM costs all later ones a factor of four.
 */
final class TargetTile {

    /** Targets at most; more would not stay in the fastest cache. */
    static final int SIZE = 256;

    /** Targets at least: with fewer a {@link SourceTile} is faster, and the loops would never be vectorised again. */
    static final int LEAST = 64;

    private static final int X = 0;
    private static final int Y = SIZE;
    private static final int Z = 2 * SIZE;
    private static final int XL = 3 * SIZE;
    private static final int YL = 4 * SIZE;
    private static final int ZL = 5 * SIZE;
    private static final int VX = 6 * SIZE;
    private static final int VY = 7 * SIZE;
    private static final int VZ = 8 * SIZE;
    private static final int AX = 9 * SIZE;
    private static final int AY = 10 * SIZE;
    private static final int AZ = 11 * SIZE;
    private static final int JX = 12 * SIZE;
    private static final int JY = 13 * SIZE;
    private static final int JZ = 14 * SIZE;
    private static final int FIELDS = 15;
    private static final int LANES = Bodies.LANES;

    private final double[] tile = new double[FIELDS * SIZE];
    private final double[][] lanes = new double[LANES][6 * SIZE];

    /** The forces on {@code count} targets from the k-th on. */
    void evaluate(ForceRequest request, int k, int count) {
        Bodies sources = request.sources();
        boolean jerk = request.order() == ForceRequest.Order.JERK;
        int forces = jerk ? 6 : 3;
        double[][] fields = {
            sources.x,
            sources.y,
            sources.z,
            sources.xLow,
            sources.yLow,
            sources.zLow,
            sources.vx,
            sources.vy,
            sources.vz
        };
        for (int f = 0; f < (jerk ? 9 : 6); f++) {
            for (int i = 0; i < count; i++) {
                tile[f * SIZE + i] = fields[f][request.targets()[k + i]];
            }
        }
        double floor = request.floor();
        for (int lane = 0; lane < LANES; lane++) {
            Arrays.fill(tile, AX, AX + forces * SIZE, 0);
            for (int j = lane; j < sources.padded(); j += LANES) {
                if (jerk) {
                    addJerk(tile, count, sources, j, floor);
                } else {
                    addAcceleration(tile, count, sources, j, floor);
                }
            }
            System.arraycopy(tile, AX, lanes[lane], 0, forces * SIZE);
        }
        double[][] into = request.into().fields();
        for (int f = 0; f < forces; f++) {
            join(lanes, f * SIZE, into[f], request.targets(), k, count);
        }
    }

    /** Adds the acceleration and jerk that one body gives to all of the tile. */
    private static void addJerk(double[] t, int count, Bodies b, int j, double floor) {
        double x = b.x[j];
        double y = b.y[j];
        double z = b.z[j];
        double xl = b.xLow[j];
        double yl = b.yLow[j];
        double zl = b.zLow[j];
        double vx = b.vx[j];
        double vy = b.vy[j];
        double vz = b.vz[j];
        double mass = b.mass[j];
        for (int i = 0; i < count; i++) {
            double dx = (x - t[X + i]) + (xl - t[XL + i]);
            double dy = (y - t[Y + i]) + (yl - t[YL + i]);
            double dz = (z - t[Z + i]) + (zl - t[ZL + i]);
            double dvx = vx - t[VX + i];
            double dvy = vy - t[VY + i];
            double dvz = vz - t[VZ + i];
            double r2 = ((dx * dx + dy * dy) + dz * dz) + floor;
            double rv = (dx * dvx + dy * dvy) + dz * dvz;
            double inverse = 1.0 / Math.sqrt(r2);
            double inverse2 = inverse * inverse;
            double w = (inverse2 * inverse) * mass;
            double alpha = (3.0 * rv) * inverse2;
            double fx = w * dx;
            double fy = w * dy;
            double fz = w * dz;
            t[AX + i] += fx;
            t[AY + i] += fy;
            t[AZ + i] += fz;
            t[JX + i] += w * dvx - alpha * fx;
            t[JY + i] += w * dvy - alpha * fy;
            t[JZ + i] += w * dvz - alpha * fz;
        }
    }

    /** Adds the acceleration that one body gives to all of the tile. */
    private static void addAcceleration(double[] t, int count, Bodies b, int j, double floor) {
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
            double r2 = ((dx * dx + dy * dy) + dz * dz) + floor;
            double inverse = 1.0 / Math.sqrt(r2);
            double inverse2 = inverse * inverse;
            double w = (inverse2 * inverse) * mass;
            t[AX + i] += w * dx;
            t[AY + i] += w * dy;
            t[AZ + i] += w * dz;
        }
    }

    private static void join(double[][] s, int offset, double[] into, int[] targets, int k, int count) {
        for (int i = 0; i < count; i++) {
            int t = offset + i;
            into[targets[k + i]] =
                    ((s[0][t] + s[1][t]) + (s[2][t] + s[3][t])) + ((s[4][t] + s[5][t]) + (s[6][t] + s[7][t]));
        }
    }
}
