package io.github.nbodylab.experiment.compute;

import java.util.Arrays;

/**
 * Mirrors {@code jerk_few.cl} and {@code acceleration_few.cl} where the JVM has no {@link VectorTile}: for each target first
 * the factors of a tile of sources, in loops that the JIT compiler vectorises, then the eight lanes of their sum. All fields
 * lie at constant offsets in one array, which shows the compiler that they do not overlap.
 */
final class PlainTile implements ForceTile {

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
    private static final int R2 = 10 * SIZE;
    private static final int START = 11 * SIZE;

    /** What is summed up is the product of this and of the six that follow. */
    private static final int W = 12 * SIZE;

    private static final int AX = 13 * SIZE;
    private static final int AY = 14 * SIZE;
    private static final int AZ = 15 * SIZE;
    private static final int JX = 16 * SIZE;
    private static final int JY = 17 * SIZE;
    private static final int JZ = 18 * SIZE;
    private static final int FIELDS = 19;
    private static final int LANES = Bodies.LANES;

    private final double[] tile = new double[FIELDS * SIZE];
    private final LaneSums sums = new LaneSums();

    @Override
    public void evaluate(ForceRequest request, int k, int count) {
        Bodies sources = request.sources();
        boolean jerk = request.order() == ForceRequest.Order.JERK;
        int components = jerk ? 6 : 3;
        double softening2 = request.softening2();
        sums.clear(count);
        for (int start = 0; start < sources.padded(); start += SIZE) {
            int length = load(sources, start, jerk);
            for (int i = 0; i < count; i++) {
                int target = request.targets()[k + i];
                distances(tile, length, sources, target, softening2);
                if (jerk) {
                    jerk(tile, length, sources, target);
                } else {
                    acceleration(tile, length);
                }
                for (int c = 0; c < components; c++) {
                    add(tile, AX + c * SIZE, length, sums.lanes, LaneSums.of(i) + c * LANES);
                }
            }
        }
        sums.join(request, k, count);
    }

    /** Copies sources into the tile and returns how many there are with pads. */
    private int load(Bodies from, int start, boolean jerk) {
        double[][] fields = from.forceFields();
        int count = Math.min(SIZE, from.padded() - start);
        int length = Math.max(LEAST, count);
        for (int f = 0; f < (jerk ? 10 : 7); f++) {
            System.arraycopy(fields[f], start, tile, f * SIZE, count);
            Arrays.fill(tile, f * SIZE + count, f * SIZE + length, f < 3 ? FAR : 0);
        }
        return length;
    }

    /** The differences of the tile from one target, their squares, and the inverse distances in single precision. */
    private static void distances(double[] t, int count, Bodies b, int target, double softening2) {
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
            t[AX + j] = dx;
            t[AY + j] = dy;
            t[AZ + j] = dz;
            double sum2 = Math.fma(dz, dz, Math.fma(dy, dy, Math.fma(dx, dx, softening2)));
            t[R2 + j] = Math.max(ForceRequest.FLOOR, sum2);
        }
        for (int j = 0; j < count; j++) {
            t[START + j] = 1.0f / (float) Math.sqrt((float) t[R2 + j]);
        }
    }

    /** The factors of the acceleration and jerk of one target. */
    private static void jerk(double[] t, int count, Bodies b, int target) {
        double vx = b.vx[target];
        double vy = b.vy[target];
        double vz = b.vz[target];
        for (int j = 0; j < count; j++) {
            double s = t[START + j];
            double e = Math.fma(t[R2 + j], s * s, -1.0);
            double inverse = Math.fma(s * e, Math.fma(0.375, e, -0.5), s);
            double inverse2 = inverse * inverse;
            t[W + j] = (inverse2 * inverse) * t[MASS + j];
            double dx = t[AX + j];
            double dy = t[AY + j];
            double dz = t[AZ + j];
            double dvx = t[VX + j] - vx;
            double dvy = t[VY + j] - vy;
            double dvz = t[VZ + j] - vz;
            double alpha = (-3.0 * Math.fma(dz, dvz, Math.fma(dy, dvy, dx * dvx))) * inverse2;
            t[JX + j] = Math.fma(alpha, dx, dvx);
            t[JY + j] = Math.fma(alpha, dy, dvy);
            t[JZ + j] = Math.fma(alpha, dz, dvz);
        }
    }

    /** The factor of the acceleration of one target. */
    private static void acceleration(double[] t, int count) {
        for (int j = 0; j < count; j++) {
            double s = t[START + j];
            double e = Math.fma(t[R2 + j], s * s, -1.0);
            double inverse = Math.fma(s * e, Math.fma(0.375, e, -0.5), s);
            t[W + j] = ((inverse * inverse) * inverse) * t[MASS + j];
        }
    }

    /** Adds the products of a tile to the eight lanes, each in rising j. */
    private static void add(double[] t, int from, int count, double[] sums, int s) {
        double s0 = sums[s];
        double s1 = sums[s + 1];
        double s2 = sums[s + 2];
        double s3 = sums[s + 3];
        double s4 = sums[s + 4];
        double s5 = sums[s + 5];
        double s6 = sums[s + 6];
        double s7 = sums[s + 7];
        for (int j = 0; j < count; j += LANES) {
            int w = W + j;
            int f = from + j;
            s0 = Math.fma(t[w], t[f], s0);
            s1 = Math.fma(t[w + 1], t[f + 1], s1);
            s2 = Math.fma(t[w + 2], t[f + 2], s2);
            s3 = Math.fma(t[w + 3], t[f + 3], s3);
            s4 = Math.fma(t[w + 4], t[f + 4], s4);
            s5 = Math.fma(t[w + 5], t[f + 5], s5);
            s6 = Math.fma(t[w + 6], t[f + 6], s6);
            s7 = Math.fma(t[w + 7], t[f + 7], s7);
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
}
