package io.github.nbodylab.experiment.nbody.merger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.oracle.Oracle;
import java.util.Locale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GravitationalWavesTest {

    private static final double C = 500;

    private final GravitationalWaves waves = new GravitationalWaves(C);

    private static Percentage rounding() {
        return Percentage.withPercentage(1e-11);
    }

    @Test
    void forEqualMassesTheFocusedCrossSectionIsThatOfQuinlanAndShapiro() {
        double m = 1 / 64.0;
        double v = 0.7;
        double rp = waves.capturePericentre(m, m, v);
        double focused = Math.PI * rp * rp * (2 * 2 * m / (rp * v * v));
        double schwarzschild = 2 * m / (C * C);
        new Oracle(
                        Oracle.Topic.GRAVITATIONAL_WAVES,
                        "capture-cross-section",
                        "Cross-section for the capture of equal masses, π R² (v/c)^(-18/7) with R = 2Gm/c²",
                        "(85 π / 3)^(2/7): Quinlan & Shapiro 1989")
                .close(
                        Math.pow(85 * Math.PI / 3, 2.0 / 7),
                        1e-11,
                        focused / (Math.PI * schwarzschild * schwarzschild * Math.pow(v / C, -18.0 / 7)));
    }

    /** Page (2024): b^7 = 340 pi M^6 mu / (3 c^5 v^9), where focusing dominates: b^2 = 2 M r_p / v^2. */
    @ParameterizedTest
    @CsvSource({"1, 1", "0.3, 0.01", "1e-6, 2"})
    void forAnyMassesTheImpactParameterIsThatOfPage(double m1, double m2) {
        double v = 0.01;
        double mass = m1 + m2;
        double b2 = 2 * mass * waves.capturePericentre(m1, m2, v) / (v * v);
        double known = 340 * Math.PI * Math.pow(mass, 6) * (m1 * m2 / mass) / (3 * Math.pow(C, 5) * Math.pow(v, 9));
        assertThat(Math.pow(b2, 3.5)).isCloseTo(known, rounding());
    }

    /** Peters and Mathews (1963), equations 16 and 17, times the period: what one orbit radiates, as e goes to 1. */
    @Test
    void atTheCapturePericentreOneNearlyParabolicOrbitRadiatesTheEnergyOfTheRelativeMotion() {
        double m1 = 0.2;
        double m2 = 0.05;
        double v = 0.9;
        double rp = waves.capturePericentre(m1, m2, v);
        double closeness = 1e-9;
        double a = rp / closeness;
        double e = 1 - closeness;
        double power = 32
                / 5.0
                * m1
                * m1
                * m2
                * m2
                * (m1 + m2)
                / (Math.pow(C, 5) * Math.pow(a, 5))
                * (1 + 73 / 24.0 * e * e + 37 / 96.0 * e * e * e * e)
                / Math.pow(closeness * (2 - closeness), 3.5);
        double period = 2 * Math.PI * Math.sqrt(a * a * a / (m1 + m2));
        assertThat(power * period).isCloseTo(m1 * m2 / (m1 + m2) * v * v / 2, Percentage.withPercentage(1e-6));
    }

    @Test
    void onBothSidesOfTheParabolaEveryPericentreIsNearEnough() {
        for (double sign : new double[] {-1, 1}) {
            double escape = Math.sqrt(2 * 2 / 0.5);
            double[] velocity = {0, escape * (1 + sign * 1e-15), 0};
            TwoBodyOrbit orbit = new TwoBodyOrbit(1, 1, new double[] {0.5, 0, 0}, velocity);
            assertThat(orbit.isBound()).isEqualTo(sign < 0);
            assertThat(new GravitationalWaves(10).captures(orbit)).isTrue();
        }
    }

    @Test
    void aWideOrdinaryBinaryIsNotCapturedAndOneThatCannotCompleteItsOrbitIs() {
        TwoBodyOrbit wide = new TwoBodyOrbit(0.5, 0.5, new double[] {1, 0, 0}, new double[] {0, 1, 0});
        assertThat(waves.captures(wide)).isFalse();
        TwoBodyOrbit radial = new TwoBodyOrbit(0.5, 0.5, new double[] {1, 0, 0}, new double[] {0, 1e-4, 0});
        assertThat(waves.captures(radial)).isTrue();
        assertThat(waves.mergerTime(radial)).isLessThan(radial.period());
    }

    @Test
    void aHyperbolicPassageIsCapturedWithinTheLimitAndNotOutsideAndNeverHasAMergerTime() {
        double v = 1;
        double limit = waves.capturePericentre(0.5, 0.5, v);
        for (double factor : new double[] {0.999, 1.001}) {
            double rp = factor * limit;
            double speed = Math.sqrt(v * v + 2 / rp);
            TwoBodyOrbit orbit = new TwoBodyOrbit(0.5, 0.5, new double[] {rp, 0, 0}, new double[] {0, speed, 0});
            assertThat(waves.captures(orbit)).isEqualTo(factor < 1);
            assertThat(waves.mergerTime(orbit)).isInfinite();
        }
    }

    @Test
    void aCircularOrbitMergesAfterTheFourthPowerOfItsRadiusOverFourBeta() {
        double beta = 64 / 5.0 * 2 * 3 * 5 / Math.pow(C, 5);
        assertThat(waves.mergerTime(2, 3, 0.7, 0.7)).isCloseTo(Math.pow(0.7, 4) / (4 * beta), rounding());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-10, 1e-13})
    void aVeryEccentricOrbitMergesAfterTheKnownMultipleOfTheCircularTime(double closeness) {
        double known = 768 / 425.0 * Math.pow(closeness * (2 - closeness), 3.5);
        double factor = waves.mergerTime(1, 1, 1, closeness) / waves.circularMergerTime(1, 1, 1);
        assertThat(factor / known).isCloseTo(1, within(3 * Math.sqrt(closeness)));
    }

    @Test
    void theFactorOfAVeryEccentricOrbitIsThatOfPeters() {
        double closeness = 1e-16;
        new Oracle(
                        Oracle.Topic.GRAVITATIONAL_WAVES,
                        "merger-time-eccentric",
                        "Time to the merger as e goes to 1, over the circular time × (1 - e²)^(7/2)",
                        "768 / 425: Peters 1964")
                .close(
                        768 / 425.0,
                        1e-7,
                        waves.mergerTime(1, 1, 1, closeness)
                                / waves.circularMergerTime(1, 1, 1)
                                / Math.pow(closeness * (2 - closeness), 3.5));
    }

    /** The limits of Peters' integral over the high-eccentricity form: a quick look must not lose a merger. */
    @Test
    void whetherAPairMergesWithinATimeIsWhatItsMergerTimeSays() {
        for (double closeness = 1; closeness > 1e-9; closeness *= 0.97) {
            double speed = Math.sqrt(closeness); // at apocentre, about; a pair of total mass 1
            TwoBodyOrbit orbit = new TwoBodyOrbit(0.4, 0.6, new double[] {1, 0, 0}, new double[] {0, speed, 0});
            double time = waves.mergerTime(orbit);
            assertThat(waves.mergesWithin(orbit, time * (1 + 1e-9))).isTrue();
            assertThat(waves.mergesWithin(orbit, time * (1 - 1e-9))).isFalse();
        }
    }

    /** Masses in solar masses, period in days, time in millions of years. */
    @ParameterizedTest(name = "{0} merges in {6} Myr")
    @CsvSource({
        "PSR B1913+16,   Weisberg & Huang 2016, 1.438,  1.390,  0.3229974489, 0.6171340, 301",
        "PSR J0737-3039, Burgay et al. 2003,    1.34,   1.25,   0.102251563,  0.087779,  85"
    })
    void theDoublePulsarsMergeWhenTheirObserversSay(
            String name, String paper, double m1, double m2, double days, double e, double known) {
        double gmSun = 1.3271244e20;
        double period = days * 86400;
        double a = Math.cbrt(gmSun * (m1 + m2) * period * period / (4 * Math.PI * Math.PI));
        double seconds = new GravitationalWaves(299792458).mergerTime(gmSun * m1, gmSun * m2, a, a * (1 - e));
        new Oracle(
                        Oracle.Topic.GRAVITATIONAL_WAVES,
                        "merger-time-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-"),
                        "Time to the merger of the double pulsar " + name + ", Myr",
                        paper)
                .close(known, 1.5, seconds / (1e6 * 365.25 * 86400));
    }

    @Test
    void lightHasASpeed() {
        assertThatThrownBy(() -> new GravitationalWaves(0)).hasMessageContaining("above 0, not 0.0");
    }
}
