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
    private static final int AX = 6 * TILE;
    private static final int AY = 7 * TILE;
    private static final int AZ = 8 * TILE;
    private static final int JX = 9 * TILE;
    private static final int JY = 10 * TILE;
    private static final int JZ = 11 * TILE;
    private static final int FIELDS = 12;

    private static final int SUMS = ForceBatch.FORCE_FIELDS * TILE;

    private final double[] tile = new double[FIELDS * TILE];
    private final double[][] lanes = new double[ForceBatch.LANES][SUMS];

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
        for (int system = 0; system < batch.systems(); system++) {
            int end = batch.end(system);
            for (int i = batch.start(system); i < end; i += TILE) {
                evaluate(batch, system, i, Math.min(TILE, end - i));
            }
        }
    }

    /** The forces on the bodies from i on, as many as {@code count}. */
    private void evaluate(ForceBatch batch, int system, int i, int count) {
        for (int f = 0; f < 6; f++) {
            System.arraycopy(batch.bodies[f], i, tile, f * TILE, count);
        }
        for (int lane = 0; lane < ForceBatch.LANES; lane++) {
            for (int f = 0; f < ForceBatch.FORCE_FIELDS; f++) {
                Arrays.fill(tile, AX + f * TILE, AX + f * TILE + count, 0);
            }
            addAll(batch.bodies, batch.start(system) + lane, batch.end(system), count);
            for (int f = 0; f < ForceBatch.FORCE_FIELDS; f++) {
                System.arraycopy(tile, AX + f * TILE, lanes[lane], f * TILE, count);
            }
        }
        for (int f = 0; f < ForceBatch.FORCE_FIELDS; f++) {
            join(lanes, f * TILE, batch.forces[f], i, count);
        }
    }

    /** Adds the forces of every eighth body on all of the tile. */
    private void addAll(double[][] bodies, int first, int end, int count) {
        double[] t = tile;
        double[] x = bodies[0];
        double[] y = bodies[1];
        double[] z = bodies[2];
        double[] vx = bodies[3];
        double[] vy = bodies[4];
        double[] vz = bodies[5];
        double[] mass = bodies[6];
        for (int j = first; j < end; j += ForceBatch.LANES) {
            add(t, count, x[j], y[j], z[j], vx[j], vy[j], vz[j], mass[j]);
        }
    }

    /** Adds the force of one body on all of the tile. */
    private static void add(
            double[] t, int count, double x, double y, double z, double vx, double vy, double vz, double mass) {
        for (int i = 0; i < count; i++) {
            double dx = x - t[X + i];
            double dy = y - t[Y + i];
            double dz = z - t[Z + i];
            double dvx = vx - t[VX + i];
            double dvy = vy - t[VY + i];
            double dvz = vz - t[VZ + i];
            double r2 = ((dx * dx + dy * dy) + dz * dz) + FLOOR;
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

    private static void join(double[][] s, int offset, double[] into, int first, int count) {
        for (int i = 0; i < count; i++) {
            int t = offset + i;
            into[first + i] = ((s[0][t] + s[1][t]) + (s[2][t] + s[3][t])) + ((s[4][t] + s[5][t]) + (s[6][t] + s[7][t]));
        }
    }
}
