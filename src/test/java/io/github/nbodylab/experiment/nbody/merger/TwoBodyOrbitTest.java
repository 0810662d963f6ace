package io.github.nbodylab.experiment.nbody.merger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoBodyOrbitTest {

    /** Of total mass 3, at a true anomaly, from pericentre and eccentricity by the equation of the conic. */
    private static TwoBodyOrbit conic(double pericentre, double e, double anomaly) {
        double p = pericentre * (1 + e);
        double r = p / (1 + e * Math.cos(anomaly));
        double v = Math.sqrt(3 / p);
        double[] position = {r * Math.cos(anomaly), 0, r * Math.sin(anomaly)};
        double[] velocity = {-v * Math.sin(anomaly), 0, v * (e + Math.cos(anomaly))};
        return new TwoBodyOrbit(1, 2, position, velocity);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e-9, 1e-5, 0.3, 0.9, 0.999999, 1 - 1e-12, 1, 1 + 1e-12, 1.5, 20})
    void eccentricityAndPericentreAreThoseOfTheConicForAllKindsOfIt(double e) {
        for (double anomaly : new double[] {0, 0.1, 1, -1.5}) {
            TwoBodyOrbit orbit = conic(0.02, e, anomaly);
            assertThat(orbit.eccentricity()).isCloseTo(e, within(2e-15 * Math.max(1, e)));
            assertThat(orbit.pericentre()).isCloseTo(0.02, within(2e-16 * Math.max(1, e)));
        }
    }

    @Test
    void aBoundOrbitHasItsSemiMajorAxisAndKeplersPeriodAndNoSpeedAtInfinity() {
        TwoBodyOrbit orbit = conic(0.1, 0.5, 2);
        assertThat(orbit.isBound()).isTrue();
        assertThat(orbit.semiMajorAxis()).isCloseTo(0.2, within(1e-15));
        assertThat(orbit.period()).isCloseTo(2 * Math.PI * Math.sqrt(0.2 * 0.2 * 0.2 / 3), within(1e-15));
        assertThat(orbit.specificEnergy()).isCloseTo(-3 / 0.4, within(1e-14));
        assertThat(orbit.speedAtInfinity()).isZero();
    }

    @Test
    void aHyperbolicOrbitHasANegativeSemiMajorAxisAndASpeedAtInfinity() {
        TwoBodyOrbit orbit = conic(0.1, 1.5, -1);
        assertThat(orbit.isBound()).isFalse();
        assertThat(orbit.semiMajorAxis()).isCloseTo(-0.2, within(1e-15));
        assertThat(orbit.speedAtInfinity()).isCloseTo(Math.sqrt(3 / 0.2), within(1e-14));
        assertThat(orbit.period()).isInfinite();
        assertThat(orbit.approach()).isNegative();
    }

    @Test
    void twoBodiesThatFlyAlmostStraightAtEachOtherKeepTheDigitsOfTheirPericentre() {
        double side = 1e-9;
        double[] position = {0.1, side / 3, side};
        double[] velocity = {-7, -7 * side / 0.3, 2 * side}; // parallel in x and y but for the last digits
        TwoBodyOrbit orbit = new TwoBodyOrbit(1, 2, position, velocity);
        double h = 2 * side * 0.1 + 7 * side;
        double p = h * h / 3;
        assertThat(orbit.specificAngularMomentum()[1]).isCloseTo(-h, within(1e-15 * h));
        double e = Math.sqrt(1 + 2 * orbit.specificEnergy() * h * h / 9);
        assertThat(orbit.pericentre()).isCloseTo(p / (1 + e), within(1e-14 * p));
    }

    @Test
    void theAngularMomentumIsAtRightAnglesToPositionAndVelocity() {
        double[] h = new TwoBodyOrbit(1, 1, new double[] {1, 2, 3}, new double[] {-2, 5, 7}).specificAngularMomentum();
        assertThat(h).containsExactly(2 * 7 - 3 * 5, -3 * 2 - 7, 5 + 2 * 2);
    }

    @Test
    void twoBodiesAtOnePlaceOrWithoutMassHaveNoOrbit() {
        double[] x = {1, 0, 0};
        double[] zero = new double[3];
        assertThatThrownBy(() -> new TwoBodyOrbit(1, 1, zero, x)).hasMessageContaining("at distance 0.0");
        assertThatThrownBy(() -> new TwoBodyOrbit(1, 0, x, x)).hasMessageContaining("masses 1.0 and 0.0");
        assertThatThrownBy(() -> new TwoBodyOrbit(1, 1, x, new double[] {Double.NaN, 0, 0}))
                .hasMessageContaining("speed NaN");
    }
}
