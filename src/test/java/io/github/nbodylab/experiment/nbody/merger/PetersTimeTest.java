package io.github.nbodylab.experiment.nbody.merger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PetersTimeTest {

    private static double factor(double e) {
        return PetersTime.factor(e, Math.sqrt((1 - e) * (1 + e)));
    }

    /** Peters' integral as he wrote it, by another quadrature. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5, 0.7, 0.79999, 0.8, 0.80001, 0.9, 0.95})
    void theFactorIsPetersIntegral(double e) {
        double integral = new IterativeLegendreGaussIntegrator(20, 1e-12, 1e-300)
                .integrate(
                        100_000_000,
                        x -> Math.pow(x, 29 / 19.0)
                                * Math.pow(1 + 121 / 304.0 * x * x, 1181 / 2299.0)
                                * Math.pow(1 - x * x, -1.5),
                        0,
                        e);
        double c0 = (1 - e * e) * Math.pow(e, -12 / 19.0) * Math.pow(1 + 121 / 304.0 * e * e, -870 / 2299.0);
        double known = 48 / 19.0 * Math.pow(c0, 4) * integral;
        assertThat(factor(e)).isCloseTo(known, Percentage.withPercentage(1e-8));
    }

    /** Peters (1964), equations 5.6 and 5.7: along the decay of an orbit, its time to the merger runs down as time goes on. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.6, 0.78, 0.82, 0.97})
    void theTimeRunsDownAlongTheDecayOfTheOrbit(double e) {
        double de = 1e-5 * (1 - e);
        double slope = (factor(e + de) - factor(e - de)) / (2 * de);
        double w = 1 - e * e;
        double decay = (1 + 73 / 24.0 * e * e + 37 / 96.0 * e * e * e * e) / Math.pow(w, 3.5); // -a^3 (da/dt) / beta
        double rounding = 19 / 12.0 * e * (1 + 121 / 304.0 * e * e) / Math.pow(w, 2.5); // -a^4 (de/dt) / beta
        // T = a^4 F / (4 beta), so -dT/dt = F decay + F' rounding / 4
        assertThat(factor(e) * decay + slope * rounding / 4).isCloseTo(1, within(1e-7));
    }

    @Test
    void theFactorFallsFromOneToZeroAndIsInOnePieceWhereTheQuadratureChanges() {
        assertThat(factor(0)).isCloseTo(1, within(1e-14));
        double last = 2;
        for (double e = 0; e < 1; e += 1 / 512.0) {
            assertThat(factor(e)).isLessThan(last).isPositive();
            last = factor(e);
        }
        assertThat(PetersTime.factor(1, 0)).isZero();
        assertThat(factor(Math.nextUp(0.8))).isCloseTo(factor(0.8), Percentage.withPercentage(1e-11));
    }

    /** Mandel (2021), equation 5, which is within 3 % of Peters' integral. */
    @Test
    void theFactorIsCloseToMandelsFormula() {
        for (double e = 0; e < 1; e += 1 / 128.0) {
            double known = (1 + 0.27 * Math.pow(e, 10) + 0.33 * Math.pow(e, 20) + 0.2 * Math.pow(e, 1000))
                    * Math.pow(1 - e * e, 3.5);
            assertThat(factor(e)).as("e = %s", e).isCloseTo(known, Percentage.withPercentage(3));
        }
    }
}
