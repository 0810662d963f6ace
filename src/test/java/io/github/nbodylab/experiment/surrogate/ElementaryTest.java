// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ElementaryTest {

    @Test
    void theExponentialHasARelativeErrorBelowFourTimesTenToTheMinusSixteen() {
        assertThat(worst(x -> Elementary.exp(x) / StrictMath.exp(x) - 1, 700)).isLessThan(4e-16);
    }

    @Test
    void theHyperbolicTangentHasARelativeErrorBelowTwoTimesTenToTheMinusFifteen() {
        assertThat(worst(x -> Elementary.tanh(x) / StrictMath.tanh(x) - 1, 40)).isLessThan(2e-15);
        assertThat(worst(x -> Elementary.tanh(x) - StrictMath.tanh(x), 40)).isLessThan(6e-16);
    }

    @Test
    void theLogisticFunctionHasAnAbsoluteErrorBelowFourTimesTenToTheMinusSixteen() {
        assertThat(worst(x -> Elementary.logistic(x) - 1 / (1 + StrictMath.exp(-x)), 100))
                .isLessThan(4e-16);
    }

    @Test
    void theExponentialIsNeitherZeroNorInfinite() {
        assertThat(Elementary.exp(-1e9)).isPositive().isLessThan(1e-307);
        assertThat(Elementary.exp(1e9)).isFinite().isGreaterThan(1e307);
        assertThat(Elementary.exp(0)).isEqualTo(1);
    }

    @Test
    void manyExponentialsHaveTheBitsOfEachAndAreZeroFarBelow() {
        double[] x =
                IntStream.range(0, 20_000).mapToDouble(i -> 0.0709 * i - 708).toArray();
        double[] values = x.clone();
        Elementary.exp(values, new double[x.length], 0, x.length);
        assertThat(values).isEqualTo(DoubleStream.of(x).map(Elementary::exp).toArray());

        double[] edges = {0, -0.0, -709, -1e300, Double.NEGATIVE_INFINITY, Double.NaN, -1};
        Elementary.exp(edges, new double[7], 0, 6);
        assertThat(edges).containsExactly(1, 1, 0, 0, 0, Double.NaN, -1);
    }

    @Test
    void farFromZeroTheFunctionsAreFlat() {
        assertThat(Elementary.tanh(1e9)).isEqualTo(1);
        assertThat(Elementary.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Elementary.logistic(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Elementary.logistic(-1e9)).isZero();
    }

    @Test
    void whatIsNoNumberStaysNone() {
        assertThat(DoubleStream.of(
                        Elementary.exp(Double.NaN), Elementary.tanh(Double.NaN), Elementary.logistic(Double.NaN)))
                .allMatch(value -> Double.isNaN(value));
    }

    /** The greatest error at numbers of all sizes from 1e-8 up to a bound, of both signs. */
    private static double worst(DoubleUnaryOperator error, double most) {
        int n = 200_000;
        return IntStream.rangeClosed(0, n)
                .mapToDouble(i -> most * StrictMath.pow(1e-8 / most, (double) i / n))
                .flatMap(x -> DoubleStream.of(x, -x))
                .map(x -> Math.abs(error.applyAsDouble(x)))
                .max()
                .orElseThrow();
    }
}
