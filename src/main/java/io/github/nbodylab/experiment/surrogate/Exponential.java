// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/**
 * The exponential function of many numbers at once, within one unit in the last place of {@link StrictMath#exp} and the
 * same bits on every machine: the argument is reduced by a multiple of log 2 in two parts (Cody and Waite 1980), and what is
 * left goes through a Taylor polynomial. Only sums, products and fused products are used, in loops that vectorise.
 */
final class Exponential {

    private static final double LOG2_E = 0x1.71547652b82fep0;
    /** The first 33 bits of log 2, of which every multiple by up to 2000 is exact, and the rest. */
    private static final double LOG2_HIGH = 0x1.62e42fee00000p-1;

    private static final double LOG2_LOW = 0x1.a39ef35793c76p-33;
    /** To add and take away this rounds to a whole number. */
    private static final double ROUNDER = 0x1.8p52;
    /** From here on the result is 0; the exponent of the power of two that stands for it is all zeros. */
    private static final double LOWEST = -709;

    private static final int BIAS = 1023;
    private static final int FRACTION_BITS = 52;
    private static final double[] INVERSE_FACTORIALS = inverseFactorials();

    private Exponential() {}

    /**
     * Replaces numbers by their exponentials.
     *
     * @param values of at most 709; results below 1e-307 may be 0
     * @param scratch as long, overwritten
     * @param from first index
     * @param to index after the last
     */
    static void apply(double[] values, double[] scratch, int from, int to) {
        double c13 = INVERSE_FACTORIALS[13];
        double c12 = INVERSE_FACTORIALS[12];
        double c11 = INVERSE_FACTORIALS[11];
        double c10 = INVERSE_FACTORIALS[10];
        double c9 = INVERSE_FACTORIALS[9];
        double c8 = INVERSE_FACTORIALS[8];
        double c7 = INVERSE_FACTORIALS[7];
        double c6 = INVERSE_FACTORIALS[6];
        double c5 = INVERSE_FACTORIALS[5];
        double c4 = INVERSE_FACTORIALS[4];
        double c3 = INVERSE_FACTORIALS[3];
        for (int i = from; i < to; i++) {
            double x = Math.max(values[i], LOWEST);
            double k = (x * LOG2_E + ROUNDER) - ROUNDER;
            double r = Math.fma(-k, LOG2_LOW, Math.fma(-k, LOG2_HIGH, x));
            double p = Math.fma(Math.fma(Math.fma(c13, r, c12), r, c11), r, c10);
            p = Math.fma(Math.fma(Math.fma(Math.fma(p, r, c9), r, c8), r, c7), r, c6);
            p = Math.fma(Math.fma(Math.fma(Math.fma(p, r, c5), r, c4), r, c3), r, 0.5);
            values[i] = Math.fma(Math.fma(p, r, 1), r, 1);
            scratch[i] = k;
        }
        for (int i = from; i < to; i++) {
            values[i] *= Double.longBitsToDouble(((long) scratch[i] + BIAS) << FRACTION_BITS);
        }
    }

    private static double[] inverseFactorials() {
        double[] inverse = new double[14];
        double factorial = 1;
        for (int i = 0; i < inverse.length; i++) {
            factorial *= Math.max(i, 1);
            inverse[i] = 1 / factorial;
        }
        return inverse;
    }
}
