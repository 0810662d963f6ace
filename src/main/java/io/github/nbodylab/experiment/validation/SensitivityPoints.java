package io.github.nbodylab.experiment.validation;

import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.trainingset.Column;
import java.nio.ByteBuffer;
import java.util.List;
import org.hipparchus.random.SobolSequenceGenerator;

/** The points of a sensitivity analysis: a Sobol sequence (Joe and Kuo 2008) in twice as many dimensions as inputs. */
final class SensitivityPoints {

    private static final double UNIT = 0x1p-52;

    private SensitivityPoints() {}

    /**
     * Two independent sets of points. The digital shift, an exclusive or of the 52 bits of each coordinate, keeps the
     * evenness of the sequence (Owen 2003) and makes it depend on the seed.
     *
     * @return {@code double[2][points][inputs]}, raw
     */
    static double[][][] of(List<Column> inputs, int points, long seed) {
        int d = inputs.size();
        long[] shifts = new long[2 * d];
        for (int k = 0; k < shifts.length; k++) {
            String purpose =
                    "sensitivity\nseed " + seed + "\ninput " + inputs.get(k % d).name() + "\nset " + k / d;
            shifts[k] = ByteBuffer.wrap(Digest.bytesOf(purpose)).getLong() >>> 12;
        }
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(2 * d);
        double[][][] pairs = new double[2][points][d];
        for (int j = 0; j < points; j++) {
            double[] plain = sequence.nextVector();
            for (int k = 0; k < plain.length; k++) {
                double u = ((long) (plain[k] / UNIT) ^ shifts[k]) * UNIT;
                pairs[k / d][j][k % d] = at(inputs.get(k % d), u);
            }
        }
        return pairs;
    }

    /** The first set, with one input from the second: {@code double[points][inputs]}. */
    static double[][] mixed(double[][] a, double[][] b, int input) {
        double[][] mixed = new double[a.length][];
        for (int j = 0; j < mixed.length; j++) {
            mixed[j] = a[j].clone();
            mixed[j][input] = b[j][input];
        }
        return mixed;
    }

    /** The value of an input at a position in [0, 1); each whole number stands for the reals that round to it. */
    private static double at(Column input, double u) {
        if (input.isCategory()) {
            return Math.floor(u * input.levels().size());
        }
        if (input.kind() == Input.Kind.WHOLE) {
            double whole = Math.floor(between(input, input.min() - 0.5, input.max() + 0.5, u) + 0.5);
            return Math.min(input.max(), Math.max(input.min(), whole));
        }
        return Math.min(input.max(), Math.max(input.min(), between(input, input.min(), input.max(), u)));
    }

    private static double between(Column input, double low, double high, double u) {
        if (!input.log() || !(low > 0)) {
            return low + u * (high - low);
        }
        double log = StrictMath.log(low);
        return StrictMath.exp(log + u * (StrictMath.log(high) - log));
    }
}
