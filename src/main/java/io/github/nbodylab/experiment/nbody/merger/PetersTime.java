package io.github.nbodylab.experiment.nbody.merger;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * How much faster than a circular orbit an eccentric one of the same semi-major axis decays: the merger time of Peters
 * (1964, equation 5.14) over that of the circular orbit (5.10),
 *
 * <pre>
 * F(e) = 48/19 (1 - e^2)^4 e^(-48/19) g(e)^(-3480/2299) I(e),    g(e) = 1 + 121/304 e^2,
 * I(e) = Integral from 0 to e of x^(29/19) g(x)^(1181/2299) (1 - x^2)^(-3/2) dx,
 * </pre>
 *
 * <p>with F(0) = 1 and F = 768/425 (1 - e^2)^(7/2) for e near 1. Both ends of the integral need care, and get smooth integrands:
 * from 0 by x = e s^3, from {@value #SPLIT} on by v = sqrt(1 - x^2) with the pole 1/v^2 integrated by hand. Fixed nodes of
 * Gauss and Legendre then give 13 digits and the same bits everywhere.
 */
final class PetersTime {

    private static final double SPLIT = 0.8;
    private static final double SPLIT_V = 0.6; // sqrt(1 - 0.8^2)
    private static final GaussIntegrator UNIT_INTERVAL = new GaussIntegratorFactory().legendre(40, 0, 1);

    /** x^(10/19) g^(1181/2299) at x = 1. */
    private static final double AT_ONE = power(g(1), 1181, 2299);

    private static final double UP_TO_SPLIT = power(SPLIT, 48, 19) * fromZero(SPLIT);

    private PetersTime() {}

    /**
     * F as above.
     *
     * @param eccentricity in [0, 1]
     * @param v sqrt(1 - eccentricity^2), which keeps the digits that an eccentricity near 1 has lost
     */
    static double factor(double eccentricity, double v) {
        double v2 = v * v;
        double common = 48.0 / 19 * v2 * v2 * v2 * v / power(g(eccentricity), 3480, 2299);
        if (eccentricity <= SPLIT) {
            return common * v * fromZero(eccentricity);
        }
        // v times the integral, which itself grows as 1 / v
        double fromSplit = AT_ONE * (1 - v / SPLIT_V) + v * integrate(PetersTime::withoutPole, v, SPLIT_V);
        return common / power(eccentricity, 48, 19) * (v * UP_TO_SPLIT + fromSplit);
    }

    /** I(e) / e^(48/19). */
    private static double fromZero(double e) {
        return integrate(
                s -> {
                    double x = e * s * s * s;
                    double w = 1 - x * x;
                    return 3 * s * s * power(s, 87, 19) * power(g(x), 1181, 2299) / (w * Math.sqrt(w));
                },
                0,
                1);
    }

    /** What is left of the integrand in v when its pole is taken out. */
    private static double withoutPole(double v) {
        double x = Math.sqrt((1 - v) * (1 + v));
        return (power(x, 10, 19) * power(g(x), 1181, 2299) - AT_ONE) / (v * v);
    }

    private static double integrate(DoubleUnaryOperator f, double from, double to) {
        double length = to - from;
        return length * UNIT_INTERVAL.integrate(t -> f.applyAsDouble(from + length * t));
    }

    private static double g(double x) {
        return 1 + 121.0 / 304 * x * x;
    }

    private static double power(double base, int numerator, int denominator) {
        return StrictMath.pow(base, (double) numerator / denominator);
    }
}
