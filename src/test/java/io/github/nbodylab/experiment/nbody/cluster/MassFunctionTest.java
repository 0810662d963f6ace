package io.github.nbodylab.experiment.nbody.cluster;

import static io.github.nbodylab.experiment.nbody.cluster.Samples.KOLMOGOROV;
import static io.github.nbodylab.experiment.nbody.cluster.Samples.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MassFunctionTest {

    private static final int SAMPLE = 50_000;

    /** Of a density in m, as one in ln(m / min), which is smooth enough for few cells. */
    private static DoubleUnaryOperator cumulative(DoubleUnaryOperator density, double min, double max) {
        DoubleUnaryOperator logarithmic =
                Samples.cumulative(u -> density.applyAsDouble(min * Math.exp(u)) * Math.exp(u), Math.log(max / min));
        return m -> logarithmic.applyAsDouble(Math.log(m / min));
    }

    @ParameterizedTest
    @CsvSource({"2.35, 0.1, 100", "1, 0.1, 100", "0, 1, 3", "-2, 0.5, 8", "1.0000000001, 0.1, 100", "40, 1, 1e9"})
    void massesFollowThePowerLaw(double exponent, double min, double max) {
        double[] masses = new MassFunction.PowerLaw(exponent, min, max).draw(SAMPLE, random("power law"));
        assertThat(Arrays.stream(masses).min().orElseThrow()).isBetween(min, max);
        assertThat(Arrays.stream(masses).max().orElseThrow()).isBetween(min, max);
        double range = Math.min(max, min * 1e6);
        assertThat(Samples.gap(masses, cumulative(m -> Math.pow(m / min, -exponent), min, range)))
                .isLessThan(KOLMOGOROV);
    }

    @Test
    void noExponentOverflows() {
        for (double exponent : new double[] {-1e4, -300, 300, 1e4}) {
            double[] masses = new MassFunction.PowerLaw(exponent, 1e-3, 1e3).draw(100, random("steep"));
            assertThat(Arrays.stream(masses).allMatch(m -> m >= 1e-3 && m <= 1e3))
                    .isTrue();
        }
    }

    private static double kroupa(double m) {
        if (m < 0.08) {
            return Math.pow(m / 0.08, -0.3);
        }
        return m < 0.5 ? Math.pow(m / 0.08, -1.3) : Math.pow(0.5 / 0.08, -1.3) * Math.pow(m / 0.5, -2.3);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 100", "0.08, 100", "0.1, 0.4", "0.2, 20", "1, 50", "0.01, 0.05", "0.02, 0.5"})
    void massesFollowKroupasBrokenPowerLaw(double min, double max) {
        double[] masses = new MassFunction.Kroupa(min, max).draw(SAMPLE, random("Kroupa"));
        assertThat(Arrays.stream(masses).allMatch(m -> m >= min && m <= max)).isTrue();
        assertThat(Samples.gap(masses, cumulative(MassFunctionTest::kroupa, min, max)))
                .isLessThan(KOLMOGOROV);
    }

    /** With pieces k (m/break)^-p, the number in a piece is an integral of m^-p and the mass one of m^(1-p). */
    @Test
    void theMeanMassIsThatOfKroupasIntegrals() {
        double b = 0.08;
        double c = 0.5;
        double max = 20;
        double join = Math.pow(c / b, -1.3);
        double number = b * (1 - Math.pow(c / b, -0.3)) / 0.3 + join * c * (1 - Math.pow(max / c, -1.3)) / 1.3;
        double mass = b * b * (Math.pow(c / b, 0.7) - 1) / 0.7 + join * c * c * (1 - Math.pow(max / c, -0.3)) / 0.3;
        double[] masses = new MassFunction.Kroupa(b, max).draw(SAMPLE, random("mean"));
        assertThat(Samples.mean(masses)).isCloseTo(mass / number, within(0.02 * mass / number));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.1, 64, 6", "10, 0.5, 3, 2", "2, 0.001, 50, 1", "2, 0.999, 50, 49", "0.5, 0.25, 2, 1"})
    void theHeavyOnesAreCountedAndComeFirst(double ratio, double fraction, int count, int heavy) {
        double[] masses = new MassFunction.TwoComponent(ratio, fraction).draw(count, random("two"));
        for (int i = 0; i < count; i++) {
            assertThat(masses[i]).isEqualTo(i < heavy ? ratio : 1);
        }
    }

    @Test
    void aMassFractionIsThatOfTheMass() {
        double[] masses = MassFunction.TwoComponent.ofMassFraction(10, 0.3).draw(10_000, random("two"));
        double heavy = Arrays.stream(masses).filter(m -> m > 1).sum();
        assertThat(heavy / Arrays.stream(masses).sum()).isCloseTo(0.3, within(1e-3));
    }

    @Test
    void whatIsNoMassFunctionIsRefused() {
        assertThatThrownBy(() -> new MassFunction.PowerLaw(Double.NaN, 1, 2)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new MassFunction.PowerLaw(2, 0, 2)).hasMessageContaining("0.0 and 2.0");
        assertThatThrownBy(() -> new MassFunction.Kroupa(2, 2)).hasMessageContaining("2.0 and 2.0");
        assertThatThrownBy(() -> new MassFunction.Kroupa(1, Double.POSITIVE_INFINITY))
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new MassFunction.TwoComponent(0, 0.5)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new MassFunction.TwoComponent(2, 1)).hasMessageContaining("number fraction");
        assertThatThrownBy(() -> MassFunction.TwoComponent.ofMassFraction(2, 0)).hasMessageContaining("mass fraction");
    }
}
