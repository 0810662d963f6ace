package io.github.nbodylab.experiment.model.metric;

import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.special.Erf;

/** The normal distribution, and what it says of one observation. */
public final class Gaussian {

    private static final double ROOT_PI = Math.sqrt(Math.PI);
    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    private Gaussian() {}

    /** The probability of a value of at most z under N(0, 1). */
    public static double cumulative(double z) {
        return 0.5 * Erf.erfc(-z / ROOT_TWO);
    }

    /** A draw from N(0, 1) (Box and Muller 1958). */
    public static double sample(UniformRandomProvider random) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /**
     * The logarithm of the density.
     *
     * @param z observation less mean, over the deviation
     * @param deviation above 0
     */
    static double logDensity(double z, double deviation) {
        return -0.5 * z * z - StrictMath.log(deviation) - HALF_LOG_TWO_PI;
    }

    /**
     * The continuous ranked probability score, the smaller the better (Gneiting and Raftery 2007, equation 21, with its
     * sign turned).
     *
     * @param z observation less mean, over the deviation
     * @param deviation above 0
     * @return in units of the deviation
     */
    static double crps(double z, double deviation) {
        double density = StrictMath.exp(-0.5 * z * z) / (ROOT_TWO * ROOT_PI);
        return deviation * (z * (2 * cumulative(z) - 1) + 2 * density - 1 / ROOT_PI);
    }
}
