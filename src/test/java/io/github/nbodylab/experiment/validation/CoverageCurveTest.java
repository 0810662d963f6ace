package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageCurveTest {

    @Test
    void theCurveCountsRowsInCentralIntervals() {
        // half of the errors at half a deviation, half at two; central intervals reach .5 at 38.3 % and 2 at 95.45 %
        CoverageCurve curve = curve(i -> i % 2 == 0 ? 0.5 : -2);

        assertThat(curve.intervals()).isEqualTo("normal");
        assertThat(curve.points()).hasSize(20);
        for (CoverageCurve.Point point : curve.points()) {
            double nominal = point.nominal();
            assertThat(point.seen().value()).isEqualTo(nominal < 0.383 ? 0 : nominal < 0.9545 ? 0.5 : 1);
        }
        assertThat(curve.points().get(0).nominal()).isEqualTo(0.05);
        assertThat(curve.points().get(19).nominal()).isEqualTo(0.99);
    }

    @Test
    void theIntervalOfAPointIsThatOfDrawnGroups() {
        // 100 groups of one row, half of them inside: a binomial deviation of .05
        CoverageCurve.Point half = curve(i -> i % 2 == 0 ? 0.5 : -2).points().get(9);

        assertThat(half.seen().low()).isCloseTo(0.5 - 1.96 * 0.05, within(0.02));
        assertThat(half.seen().high()).isCloseTo(0.5 + 1.96 * 0.05, within(0.02));
    }

    private static CoverageCurve curve(java.util.function.IntToDoubleFunction error) {
        double[] deviations = new double[100];
        Arrays.fill(deviations, 3);
        return CoverageCurve.normal(
                IntStream.range(0, 100)
                        .mapToDouble(i -> 7 + 3 * error.applyAsDouble(i))
                        .toArray(),
                IntStream.range(0, 100).mapToDouble(i -> 7).toArray(),
                deviations,
                IntStream.range(0, 100).mapToObj(i -> "g" + i).toArray(String[]::new),
                1);
    }
}
