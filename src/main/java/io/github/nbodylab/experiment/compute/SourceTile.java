package io.github.nbodylab.experiment.compute;

import java.util.Arrays;

/**
 * Mirrors {@code jerk_few.cl} and {@code acceleration_few.cl}: for each of few targets the loop runs over the sources, the
 * terms of a tile of them first, which the JIT compiler vectorises, then the eight lanes of their sum. Belongs to one thread
 * at a time. See {@link TargetTile} for why it looks as it does.
 */
final class SourceTile {

    private static final int SIZE = 256;

    /** A shorter system is filled up with pads, which add nothing, lest the compiler see a short loop. */
    private static final int LEAST = 32;

    private static final double FAR = 1e10;

    private static final int X = 0;
    private static final int Y = SIZE;
    private static final int Z = 2 * SIZE;
    private static final int XL = 3 * SIZE;
    private static final int YL = 4 * SIZE;
    private static final int ZL = 5 * SIZE;
    private static final int MASS = 6 * SIZE;
    private static final int VX = 7 * SIZE;
    private static final int VY = 8 * SIZE;
    private static final int VZ = 9 * SIZE;
    private static final int AX = 10 * SIZE;
    private static final int AY = 11 * SIZE;
    private static final int AZ = 12 * SIZE;
    private static final int JX = 13 * SIZE;
    private static final int JY = 14 * SIZE;
    private static final int JZ = 15 * SIZE;
    private static final int FIELDS = 16;
    private static final int LANES = Bodies.LANES;
    private static final int SUMS = 6 * LANES;

    private final double[] tile = new double[FIELDS * SIZE];
    private final double[] sums = new double[TargetTile.LEAST * SUMS];

    /** The forces on {@code count} targets from the k-th on, fewer than {@link TargetTile#LEAST}. */
    void evaluate(ForceRequest request, int k, int count) {
        Bodies sources = request.sources();
        boolean jerk = request.order() == ForceRequest.Order.JERK;
        int forces = jerk ? 6 : 3;
        double floor = request.floor();
        Arrays.fill(sums, 0, count * SUMS, 0);
        for (int start = 0; start < sources.padded(); start += SIZE) {
            int length = load(sources, start, jerk);
            for (int i = 0; i < count; i++) {
                int target = request.targets()[k + i];
                if (jerk) {
                    jerk(tile, length, sources, target, floor);
                } else {
                    acceleration(tile, length, sources, target, floor);
                }
                for (int f = 0; f < forces; f++) {
                    add(tile, AX + f * SIZE, length, sums, i * SUMS + f * LANES);
                }
            }
        }
        double[][] into = request.into().fields();
        for (int f = 0; f < forces; f++) {
            for (int i = 0; i < count; i++) {
                into[f][request.targets()[k + i]] = join(sums, i * SUMS + f * LANES);
            }
        }
    }

    /** Copies sources into the tile and returns how many there are with pads. */
    private int load(Bodies from, int start, boolean jerk) {
        double[][] fields = {
            from.x, from.y, from.z, from.xLow, from.yLow, from.zLow, from.mass, from.vx, from.vy, from.vz
        };
        int count = Math.min(SIZE, from.padded() - start);
        int length = Math.max(LEAST, count);
        for (int f = 0; f < (jerk ? 10 : 7); f++) {
            System.arraycopy(fields[f], start, tile, f * SIZE, count);
            Arrays.fill(tile, f * SIZE + count, f * SIZE + length, f < 3 ? FAR : 0);
        }
        return length;
    }

    /** What each of the tile gives to the acceleration and jerk of one target. */
    private static void jerk(double[] t, int count, Bodies b, int target, double floor) {
        double x = b.x[target];
        double y = b.y[target];
        double z = b.z[target];
        double xl = b.xLow[target];
        double yl = b.yLow[target];
        double zl = b.zLow[target];
        double vx = b.vx[target];
        double vy = b.vy[target];
        double vz = b.vz[target];
        for (int j = 0; j < count; j++) {
            double dx = (t[X + j] - x) + (t[XL + j] - xl);
            double dy = (t[Y + j] - y) + (t[YL + j] - yl);
            double dz = (t[Z + j] - z) + (t[ZL + j] - zl);
            double dvx = t[VX + j] - vx;
            double dvy = t[VY + j] - vy;
            double dvz = t[VZ + j] - vz;
            double r2 = ((dx * dx + dy * dy) + dz * dz) + floor;
            double rv = (dx * dvx + dy * dvy) + dz * dvz;
            double inverse = 1.0 / Math.sqrt(r2);
            double inverse2 = inverse * inverse;
            double w = (inverse2 * inverse) * t[MASS + j];
            double alpha = (3.0 * rv) * inverse2;
            double fx = w * dx;
            double fy = w * dy;
            double fz = w * dz;
            t[AX + j] = fx;
            t[AY + j] = fy;
            t[AZ + j] = fz;
            t[JX + j] = w * dvx - alpha * fx;
            t[JY + j] = w * dvy - alpha * fy;
            t[JZ + j] = w * dvz - alpha * fz;
        }
    }

    /** What each of the tile gives to the acceleration of one target. */
    private static void acceleration(double[] t, int count, Bodies b, int target, double floor) {
        double x = b.x[target];
        double y = b.y[target];
        double z = b.z[target];
        double xl = b.xLow[target];
        double yl = b.yLow[target];
        double zl = b.zLow[target];
        for (int j = 0; j < count; j++) {
            double dx = (t[X + j] - x) + (t[XL + j] - xl);
            double dy = (t[Y + j] - y) + (t[YL + j] - yl);
            double dz = (t[Z + j] - z) + (t[ZL + j] - zl);
            double r2 = ((dx * dx + dy * dy) + dz * dz) + floor;
            double inverse = 1.0 / Math.sqrt(r2);
            double inverse2 = inverse * inverse;
            double w = (inverse2 * inverse) * t[MASS + j];
            t[AX + j] = w * dx;
            t[AY + j] = w * dy;
            t[AZ + j] = w * dz;
        }
    }

    /** Adds the terms of a tile to the eight lanes, each in rising j. */
    private static void add(double[] t, int from, int count, double[] sums, int s) {
        double s0 = sums[s];
        double s1 = sums[s + 1];
        double s2 = sums[s + 2];
        double s3 = sums[s + 3];
        double s4 = sums[s + 4];
        double s5 = sums[s + 5];
        double s6 = sums[s + 6];
        double s7 = sums[s + 7];
        for (int j = from; j < from + count; j += LANES) {
            s0 += t[j];
            s1 += t[j + 1];
            s2 += t[j + 2];
            s3 += t[j + 3];
            s4 += t[j + 4];
            s5 += t[j + 5];
            s6 += t[j + 6];
            s7 += t[j + 7];
        }
        sums[s] = s0;
        sums[s + 1] = s1;
        sums[s + 2] = s2;
        sums[s + 3] = s3;
        sums[s + 4] = s4;
        sums[s + 5] = s5;
        sums[s + 6] = s6;
        sums[s + 7] = s7;
    }

    private static double join(double[] s, int i) {
        return ((s[i] + s[i + 1]) + (s[i + 2] + s[i + 3])) + ((s[i + 4] + s[i + 5]) + (s[i + 6] + s[i + 7]));
    }
}
