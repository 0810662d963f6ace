package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    /** Longley (1967), NIST StRD: y, then x1 to x6. */
    static final double[][] LONGLEY = {
        {60323, 83.0, 234289, 2356, 1590, 107608, 1947},
        {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949},
        {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951},
        {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99.0, 365385, 1870, 3547, 115094, 1953},
        {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955},
        {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957},
        {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959},
        {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961},
        {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
    };

    static final double[] CERTIFIED = {
        -3482258.63459582,
        15.0618722713733,
        -0.358191792925910e-01,
        -2.02022980381683,
        -1.03322686717359,
        -0.511041056535807e-01,
        1829.15146461355
    };

    @Test
    void longleysIllConditionedRegressionHasItsCertifiedCoefficients() {
        double[][] x = new double[16][7];
        double[] y = new double[16];
        for (int i = 0; i < 16; i++) {
            x[i] = LONGLEY[i].clone();
            y[i] = x[i][0];
            x[i][0] = 1;
        }
        LeastSquares fit = LeastSquares.solve(x, y);

        assertThat(fit.rank()).isEqualTo(7);
        for (int j = 0; j < 7; j++) {
            assertThat(fit.coefficients()[j]).isCloseTo(CERTIFIED[j], within(1e-7 * Math.abs(CERTIFIED[j])));
        }
    }

    @Test
    void aColumnThatEarlierOnesDetermineGetsNoCoefficientAndChangesNoPrediction() {
        double[][] x = new double[10][4];
        double[] y = new double[10];
        for (int i = 0; i < 10; i++) {
            x[i] = new double[] {1, i, 3 - 2 * i, i * i};
            y[i] = 5 + 2 * i + 0.5 * i * i;
        }
        LeastSquares fit = LeastSquares.solve(x, y);

        assertThat(fit.rank()).isEqualTo(3);
        assertThat(fit.coefficients()[2]).isZero();
        assertThat(fit.coefficients()[0]).isCloseTo(5, within(1e-12));
        assertThat(fit.coefficients()[1]).isCloseTo(2, within(1e-12));
        assertThat(fit.coefficients()[3]).isCloseTo(0.5, within(1e-12));
    }
}
