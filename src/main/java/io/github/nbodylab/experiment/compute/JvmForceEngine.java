package io.github.nbodylab.experiment.compute;

import java.util.Arrays;

/**
 * Mirrors {@code force.cl}, bit for bit, in plain Java: it runs where no device is, and judges those that are.
 *
 * <p>The JIT compiler vectorises no sum over j. So the inner loop runs over a tile of bodies i, at constant offsets in one
 * array, which shows the compiler that they do not overlap. It vectorises a loop as long as this one only where it may
 * unroll it, which {@code -XX:LoopUnrollLimit=500} allows: then the twin is three times as fast, and about as fast as a
 * good OpenCL driver on the same cores. The bits do not depend on it.
 */
public final class JvmForceEngine implements ForceEngine {

    private static final int TILE = 256;
    private static final double FLOOR = 1e-200;

    private static final int X = 0;
    private static final int Y = TILE;
    private static final int Z = 2 * TILE;
    private static final int VX = 3 * TILE;
    private static final int VY = 4 * TILE;
    private static final int VZ = 5 * TILE;
    private static final int XL = 6 * TILE;
    private static final int YL = 7 * TILE;
    private static final int ZL = 8 * TILE;
    private static final int AX = 9 * TILE;
    private static final int AY = 10 * TILE;
    private static final int AZ = 11 * TILE;
    private static final int JX = 12 * TILE;
    private static final int JY = 13 * TILE;
    private static final int JZ = 14 * TILE;
    private static final int FIELDS = 15;
    private static final int FORCES = 6;
    private static final int SUMS = FORCES * TILE;
    private static final int LANES = Bodies.LANES;

    private final double[] tile = new double[FIELDS * TILE];
    private final double[][] lanes = new double[LANES][SUMS];

    @Override
    public Device device() {
        String vm = System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
        return new Device("jvm", "JVM twin", vm);
    }

    @Override
    public ForceEngine sibling() {
        return new JvmForceEngine();
    }

    @Override
    public void close() {
        // holds nothing but memory
    }

    @Override
    public void evaluate(ForceBatch batch) {
        for (ForceRequest request : batch.requests()) {
            for (int k = 0; k < request.count(); k += TILE) {
                evaluate(request, k, Math.min(TILE, request.count() - k));
            }
        }
    }

    /** The forces on the targets from k on, as many as {@code count}. */
    private void evaluate(ForceRequest request, int k, int count) {
        Bodies sources = request.sources();
        gather(sources.fields(), request.targets(), k, count, 0, 6);
        gather(sources.low(), request.targets(), k, count, XL / TILE, 3);
        double floor = Math.max(FLOOR, request.softening() * request.softening());
        for (int lane = 0; lane < LANES; lane++) {
            for (int f = 0; f < FORCES; f++) {
                Arrays.fill(tile, AX + f * TILE, AX + f * TILE + count, 0);
            }
            for (int j = lane; j < sources.padded(); j += LANES) {
                add(tile, count, sources, j, floor);
            }
            for (int f = 0; f < FORCES; f++) {
                System.arraycopy(tile, AX + f * TILE, lanes[lane], f * TILE, count);
            }
        }
        double[][] into = request.into().fields();
        int fields = request.order() == ForceRequest.Order.JERK ? FORCES : FORCES / 2;
        for (int f = 0; f < fields; f++) {
            join(lanes, f * TILE, into[f], request.targets(), k, count);
        }
    }

    private void gather(double[][] from, int[] targets, int k, int count, int field, int fields) {
        for (int f = 0; f < fields; f++) {
            for (int i = 0; i < count; i++) {
                tile[(field + f) * TILE + i] = from[f][targets[k + i]];
            }
        }
    }

    /** Adds the force of one body on all of the tile. */
    private static void add(double[] t, int count, Bodies b, int j, double floor) {
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

    private static void join(double[][] s, int offset, double[] into, int[] targets, int k, int count) {
        for (int i = 0; i < count; i++) {
            int t = offset + i;
            into[targets[k + i]] =
                    ((s[0][t] + s[1][t]) + (s[2][t] + s[3][t])) + ((s[4][t] + s[5][t]) + (s[6][t] + s[7][t]));
        }
    }
}
