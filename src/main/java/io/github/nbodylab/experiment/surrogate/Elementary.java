// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/**
 * The exponential, the hyperbolic tangent and the logistic function, from operations that every machine rounds alike
 * (+ - * / and fused multiply-add, and the bits of a number): the same bits everywhere, as with {@link StrictMath}, in a
 * fraction of its time. Fitting and evaluating a network or a Gaussian process both use these. NaN gives NaN.
 */
public final class Elementary {

    /** Added to a number below 2^51, it leaves the nearest whole number in the low bits of the sum. */
    private static final double ROUNDING = 0x1.8p52;

    /** ln 2 in two parts, the first with zeros at its end, so that its product with a small whole number is exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double LOG2_E = 0x1.71547652b82fep0;

    /** Beyond these a power of 2 would not be a normal number. */
    private static final double LEAST = -708;

    private static final double MOST = 709;

    /** The power of 2 that would stand for this has an exponent of zeros, and so is 0. */
    private static final double VANISHING = -709;

    /** From here on tanh is 1 to the last bit. */
    private static final double FLAT = 20;

    /** How often tanh doubles its argument. */
    private static final double HALVINGS = 1.0 / 256;

    private Elementary() {}

    /**
     * The exponential; below -708 that of -708 and above 709 that of 709, so that it is never 0 and never infinite. The
     * relative error is below 4e-16.
     */
    public static double exp(double x) {
        double bounded = Math.max(LEAST, Math.min(MOST, x));
        double k = power(bounded);
        return reduced(bounded, k) * powerOfTwo(k);
    }

    /**
     * Replaces numbers by their exponentials, with the same bits as one by one, but for 0 far below -708, since a matrix of
     * covariances is faster with zeros in it than with numbers whose products are subnormal. Two loops vectorise where one
     * does not, which takes four times as long.
     *
     * @param values replaced from one index up to another
     * @param scratch as long, overwritten
     * @param from first index
     * @param to index after the last
     */
    static void exp(double[] values, double[] scratch, int from, int to) {
        for (int i = from; i < to; i++) {
            double bounded = Math.max(VANISHING, Math.min(MOST, values[i]));
            double k = power(bounded);
            values[i] = reduced(bounded, k);
            scratch[i] = k;
        }
        for (int i = from; i < to; i++) {
            values[i] *= powerOfTwo(scratch[i]);
        }
    }

    /** The power k of 2 that is nearest to e^x. */
    private static double power(double x) {
        return (x * LOG2_E + ROUNDING) - ROUNDING;
    }

    private static double powerOfTwo(double k) {
        return Double.longBitsToDouble(((long) k + 1023) << 52);
    }

    /** e^x over 2^k: the argument is reduced by k ln 2 in two parts (Cody and Waite 1980), what is left is a series. */
    private static double reduced(double x, double k) {
        double r = (x - k * LN2_HIGH) - k * LN2_LOW;
        // |r| is at most (ln 2)/2, where the 14th power of the series is below 2e-17 of the whole
        double tail = Math.fma(
                r, Math.fma(r, Math.fma(r, 1.0 / 6227020800.0, 1.0 / 479001600), 1.0 / 39916800), 1.0 / 3628800);
        return 1 + series(r, tail);
    }

    /**
     * The hyperbolic tangent, with a relative error below 2e-15 and an absolute one below 6e-16. It has no branches and
     * looks at no bits, so that the compiler makes vector instructions of a loop over it.
     *
     * <p>It is t/(t + 2) of t = e^2x - 1, which comes from its series at 2x/512 and nine doublings, t(t + 2).
     */
    public static double tanh(double x) {
        double t = series(Math.max(-FLAT, Math.min(FLAT, x)) * HALVINGS, 0);
        t = t * (t + 2);
        t = t * (t + 2);
        t = t * (t + 2);
        t = t * (t + 2);
        t = t * (t + 2);
        t = t * (t + 2);
        t = t * (t + 2);
        t = t * (t + 2);
        t = t * (t + 2);
        return t / (t + 2);
    }

    /** The logistic function 1/(1 + e^-x), by way of the hyperbolic tangent, with an absolute error below 4e-16. */
    public static double logistic(double x) {
        return Math.fma(0.5, tanh(0.5 * x), 0.5);
    }

    /** e^r - 1 by its Taylor series to the 9th power, whose factor goes on with a tail. */
    private static double series(double r, double tail) {
        double p = Math.fma(r, tail, 1.0 / 362880);
        p = Math.fma(r, p, 1.0 / 40320);
        p = Math.fma(r, p, 1.0 / 5040);
        p = Math.fma(r, p, 1.0 / 720);
        p = Math.fma(r, p, 1.0 / 120);
        p = Math.fma(r, p, 1.0 / 24);
        p = Math.fma(r, p, 1.0 / 6);
        p = Math.fma(r, p, 0.5);
        return Math.fma(r * r, p, r);
    }
}
