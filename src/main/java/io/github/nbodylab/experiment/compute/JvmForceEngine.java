package io.github.nbodylab.experiment.compute;

import java.util.Arrays;

/**
 * Mirrors {@code force.cl}, bit for bit, in plain Java: it runs where no device is, and judges those that are.
 *
 * <p>The JIT compiler vectorises no sum over j. So the inner loops run over a tile of bodies i, at constant offsets in one
 * array, which shows the compiler that they do not overlap; and there are several of them, for it gives up on long ones.
 */
public final class JvmForceEngine implements ForceEngine {

    private static final int TILE = 256;

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
    private static final int W = 12 * TILE;
    private static final int ALPHA = 13 * TILE;
    private static final int FIELDS = 14;

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
        double[][] bodies = batch.bodies;
        for (int f = 0; f < 6; f++) {
            System.arraycopy(bodies[f], i, tile, f * TILE, count);
        }
        for (int lane = 0; lane < ForceBatch.LANES; lane++) {
            Arrays.fill(tile, AX, AX + SUMS, 0);
            for (int j = batch.start(system) + lane; j < batch.end(system); j += ForceBatch.LANES) {
                double[] w = tile;
                weigh(w, count, bodies[0][j], bodies[1][j], bodies[2][j], bodies[6][j]);
                slope(w, count, bodies, j);
                addX(w, count, bodies[0][j], bodies[3][j]);
                addY(w, count, bodies[1][j], bodies[4][j]);
                addZ(w, count, bodies[2][j], bodies[5][j]);
            }
            System.arraycopy(tile, AX, lanes[lane], 0, SUMS);
        }
        double[][] s = lanes;
        for (int f = 0; f < ForceBatch.FORCE_FIELDS; f++) {
            double[] out = batch.forces[f];
            for (int k = 0; k < count; k++) {
                int t = f * TILE + k;
                out[i + k] = ((s[0][t] + s[1][t]) + (s[2][t] + s[3][t])) + ((s[4][t] + s[5][t]) + (s[6][t] + s[7][t]));
            }
        }
    }

    /** W = m / r^3, and 1 / r^2 in ALPHA. */
    private static void weigh(double[] t, int count, double x, double y, double z, double mass) {
        for (int i = 0; i < count; i++) {
            double dx = x - t[X + i];
            double dy = y - t[Y + i];
            double dz = z - t[Z + i];
            double r2 = ((dx * dx + dy * dy) + dz * dz) + 1e-200;
            double inverse = 1.0 / Math.sqrt(r2);
            double inverse2 = inverse * inverse;
            t[W + i] = (inverse2 * inverse) * mass;
            t[ALPHA + i] = inverse2;
        }
    }

    /** ALPHA = 3 (r.v) / r^2. */
    private static void slope(double[] t, int count, double[][] bodies, int j) {
        double x = bodies[0][j];
        double y = bodies[1][j];
        double z = bodies[2][j];
        double vx = bodies[3][j];
        double vy = bodies[4][j];
        double vz = bodies[5][j];
        for (int i = 0; i < count; i++) {
            double dx = x - t[X + i];
            double dy = y - t[Y + i];
            double dz = z - t[Z + i];
            double rv = (dx * (vx - t[VX + i]) + dy * (vy - t[VY + i])) + dz * (vz - t[VZ + i]);
            t[ALPHA + i] = (3.0 * rv) * t[ALPHA + i];
        }
    }

    private static void addX(double[] t, int count, double x, double vx) {
        for (int i = 0; i < count; i++) {
            double force = t[W + i] * (x - t[X + i]);
            t[AX + i] += force;
            t[JX + i] += t[W + i] * (vx - t[VX + i]) - t[ALPHA + i] * force;
        }
    }

    private static void addY(double[] t, int count, double y, double vy) {
        for (int i = 0; i < count; i++) {
            double force = t[W + i] * (y - t[Y + i]);
            t[AY + i] += force;
            t[JY + i] += t[W + i] * (vy - t[VY + i]) - t[ALPHA + i] * force;
        }
    }

    private static void addZ(double[] t, int count, double z, double vz) {
        for (int i = 0; i < count; i++) {
            double force = t[W + i] * (z - t[Z + i]);
            t[AZ + i] += force;
            t[JZ + i] += t[W + i] * (vz - t[VZ + i]) - t[ALPHA + i] * force;
        }
    }
}
