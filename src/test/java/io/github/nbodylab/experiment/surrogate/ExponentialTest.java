package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void itIsWithinOneUnitInTheLastPlaceOfTheStandardOneWhereverThatIsNormal() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {1, 2, 3, 4});
        for (double range : new double[] {1e-8, 1, 50, 708}) {
            double[] x = new double[200_000];
            for (int i = 0; i < x.length; i++) {
                x[i] = -range * random.nextDouble();
            }
            double[] values = x.clone();
            Exponential.apply(values, new double[x.length], 0, x.length);
            for (int i = 0; i < x.length; i++) {
                double known = StrictMath.exp(x[i]);
                assertThat(Math.abs(values[i] - known)).isLessThanOrEqualTo(Math.ulp(known));
            }
        }
    }

    @Test
    void itIsOneAtZeroAndZeroFarBelowAndNoNumberOfNone() {
        double[] values = {0, -0.0, -709, -1e300, Double.NEGATIVE_INFINITY, Double.NaN, 1, -1};
        Exponential.apply(values, new double[8], 0, 7);

        assertThat(values).containsExactly(1, 1, 0, 0, 0, Double.NaN, StrictMath.E, -1);
    }
}
