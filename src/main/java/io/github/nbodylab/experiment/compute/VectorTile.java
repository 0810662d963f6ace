package io.github.nbodylab.experiment.compute;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.SQRT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Mirrors {@code jerk_few.cl} and {@code acceleration_few.cl}, line by line, in vectors of the JDK's incubator: as many of the
 * eight lanes at once as the processor's vectors hold, then the next ones.
 *
 * <p>The JIT compiler inlines the incubator's methods without end, but stops to inline ours in a method as large as
 * {@link #jerk}; a vector that leaves it costs more than all of the arithmetic. So there are no short names for them here.
 */
final class VectorTile implements ForceTile {

    private static final int LANES = Bodies.LANES;

    /** Sources that stay in the fastest cache while all targets look at them. */
    private static final int SOURCES = 512;

    private static final VectorSpecies<Double> DOUBLES =
            DoubleVector.SPECIES_PREFERRED.length() > LANES ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;
    private static final int AT_ONCE = DOUBLES.length();
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(Math.max(Long.SIZE, AT_ONCE * Float.SIZE)));

    private final LaneSums sums = new LaneSums();

    /** Whether the JIT compiler makes machine instructions of vectors here; without, they are slower than none. */
    static boolean isFast() {
        return AT_ONCE > 1;
    }

    @Override
    public void evaluate(ForceRequest request, int k, int count) {
        Bodies sources = request.sources();
        boolean jerk = request.order() == ForceRequest.Order.JERK;
        double softening2 = request.softening2();
        int padded = sources.padded();
        sums.clear(count);
        for (int first = 0; first < padded; first += SOURCES) {
            int end = Math.min(padded, first + SOURCES);
            for (int i = 0; i < count; i++) {
                int target = request.targets()[k + i];
                for (int lane = 0; lane < LANES; lane += AT_ONCE) {
                    int into = LaneSums.of(i) + lane;
                    if (jerk) {
                        jerk(sources, target, first + lane, end, softening2, sums.lanes, into);
                    } else {
                        acceleration(sources, target, first + lane, end, softening2, sums.lanes, into);
                    }
                }
            }
        }
        sums.join(request, k, count);
    }

    private static void jerk(Bodies b, int t, int first, int end, double softening2, double[] sums, int s) {
        DoubleVector minus3 = broadcast(DOUBLES, -3.0);
        DoubleVector epsilon2 = broadcast(DOUBLES, softening2);
        DoubleVector xi = broadcast(DOUBLES, b.x[t]);
        DoubleVector yi = broadcast(DOUBLES, b.y[t]);
        DoubleVector zi = broadcast(DOUBLES, b.z[t]);
        DoubleVector xli = broadcast(DOUBLES, b.xLow[t]);
        DoubleVector yli = broadcast(DOUBLES, b.yLow[t]);
        DoubleVector zli = broadcast(DOUBLES, b.zLow[t]);
        DoubleVector vxi = broadcast(DOUBLES, b.vx[t]);
        DoubleVector vyi = broadcast(DOUBLES, b.vy[t]);
        DoubleVector vzi = broadcast(DOUBLES, b.vz[t]);
        DoubleVector ax = fromArray(DOUBLES, sums, s);
        DoubleVector ay = fromArray(DOUBLES, sums, s + LANES);
        DoubleVector az = fromArray(DOUBLES, sums, s + 2 * LANES);
        DoubleVector jx = fromArray(DOUBLES, sums, s + 3 * LANES);
        DoubleVector jy = fromArray(DOUBLES, sums, s + 4 * LANES);
        DoubleVector jz = fromArray(DOUBLES, sums, s + 5 * LANES);
        for (int j = first; j < end; j += LANES) {
            DoubleVector dx = fromArray(DOUBLES, b.x, j)
                    .sub(xi)
                    .add(fromArray(DOUBLES, b.xLow, j).sub(xli));
            DoubleVector dy = fromArray(DOUBLES, b.y, j)
                    .sub(yi)
                    .add(fromArray(DOUBLES, b.yLow, j).sub(yli));
            DoubleVector dz = fromArray(DOUBLES, b.z, j)
                    .sub(zi)
                    .add(fromArray(DOUBLES, b.zLow, j).sub(zli));
            DoubleVector inverse = inverse(dz.fma(dz, dy.fma(dy, dx.fma(dx, epsilon2))));
            DoubleVector inverse2 = inverse.mul(inverse);
            DoubleVector w = inverse2.mul(inverse).mul(fromArray(DOUBLES, b.mass, j));
            ax = w.fma(dx, ax);
            ay = w.fma(dy, ay);
            az = w.fma(dz, az);
            DoubleVector dvx = fromArray(DOUBLES, b.vx, j).sub(vxi);
            DoubleVector dvy = fromArray(DOUBLES, b.vy, j).sub(vyi);
            DoubleVector dvz = fromArray(DOUBLES, b.vz, j).sub(vzi);
            DoubleVector alpha =
                    minus3.mul(dz.fma(dvz, dy.fma(dvy, dx.mul(dvx)))).mul(inverse2);
            jx = w.fma(alpha.fma(dx, dvx), jx);
            jy = w.fma(alpha.fma(dy, dvy), jy);
            jz = w.fma(alpha.fma(dz, dvz), jz);
        }
        ax.intoArray(sums, s);
        ay.intoArray(sums, s + LANES);
        az.intoArray(sums, s + 2 * LANES);
        jx.intoArray(sums, s + 3 * LANES);
        jy.intoArray(sums, s + 4 * LANES);
        jz.intoArray(sums, s + 5 * LANES);
    }

    private static void acceleration(Bodies b, int t, int first, int end, double softening2, double[] sums, int s) {
        DoubleVector epsilon2 = broadcast(DOUBLES, softening2);
        DoubleVector xi = broadcast(DOUBLES, b.x[t]);
        DoubleVector yi = broadcast(DOUBLES, b.y[t]);
        DoubleVector zi = broadcast(DOUBLES, b.z[t]);
        DoubleVector xli = broadcast(DOUBLES, b.xLow[t]);
        DoubleVector yli = broadcast(DOUBLES, b.yLow[t]);
        DoubleVector zli = broadcast(DOUBLES, b.zLow[t]);
        DoubleVector ax = fromArray(DOUBLES, sums, s);
        DoubleVector ay = fromArray(DOUBLES, sums, s + LANES);
        DoubleVector az = fromArray(DOUBLES, sums, s + 2 * LANES);
        for (int j = first; j < end; j += LANES) {
            DoubleVector dx = fromArray(DOUBLES, b.x, j)
                    .sub(xi)
                    .add(fromArray(DOUBLES, b.xLow, j).sub(xli));
            DoubleVector dy = fromArray(DOUBLES, b.y, j)
                    .sub(yi)
                    .add(fromArray(DOUBLES, b.yLow, j).sub(yli));
            DoubleVector dz = fromArray(DOUBLES, b.z, j)
                    .sub(zi)
                    .add(fromArray(DOUBLES, b.zLow, j).sub(zli));
            DoubleVector inverse = inverse(dz.fma(dz, dy.fma(dy, dx.fma(dx, epsilon2))));
            DoubleVector w = inverse.mul(inverse).mul(inverse).mul(fromArray(DOUBLES, b.mass, j));
            ax = w.fma(dx, ax);
            ay = w.fma(dy, ay);
            az = w.fma(dz, az);
        }
        ax.intoArray(sums, s);
        ay.intoArray(sums, s + LANES);
        az.intoArray(sums, s + 2 * LANES);
    }

    /** 1 / sqrt(sum2), from its value in single precision. */
    private static DoubleVector inverse(DoubleVector sum2) {
        DoubleVector r2 = sum2.blend(ForceRequest.FLOOR, sum2.lt(ForceRequest.FLOOR));
        FloatVector root = ((FloatVector) r2.convertShape(D2F, FLOATS, 0)).lanewise(SQRT);
        FloatVector start = FloatVector.broadcast(FLOATS, 1f).div(root);
        DoubleVector s = (DoubleVector) start.convertShape(F2D, DOUBLES, 0);
        DoubleVector e = r2.fma(s.mul(s), broadcast(DOUBLES, -1.0));
        return s.mul(e).fma(broadcast(DOUBLES, 0.375).fma(e, broadcast(DOUBLES, -0.5)), s);
    }
}
