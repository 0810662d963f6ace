package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CovarianceTest {

    private static final double[] A = {0.3, -1};
    private static final double[] B = {1.1, 0.5};
    private static final double[] SCALES = {0.5, 2};

    /** Rasmussen and Williams 2006, equations 4.9 and 4.17, at r^2 = 1.6^2 + .75^2. */
    @ParameterizedTest
    @CsvSource({"rbf", "matern-3/2", "matern-5/2"})
    void aKernelIsWhatItsFormulaSays(String name) {
        double r = Math.sqrt(1.6 * 1.6 + 0.75 * 0.75);
        double known = switch (name) {
            case "rbf" -> StrictMath.exp(-r * r / 2);
            case "matern-3/2" -> (1 + Math.sqrt(3) * r) * StrictMath.exp(-Math.sqrt(3) * r);
            default -> (1 + Math.sqrt(5) * r + 5 * r * r / 3) * StrictMath.exp(-Math.sqrt(5) * r);
        };

        Covariance kernel = new StationaryCovariance(Kernel.of(name), 3, SCALES);
        assertThat(between(kernel)).isCloseTo(3 * known, within(1e-14));
        assertThat(kernel.variance(A)).isEqualTo(3);
    }

    @Test
    void aLinearKernelIsTheDotProduct() {
        Covariance linear = new LinearCovariance(SCALES);

        assertThat(between(linear)).isCloseTo(0.3 * 1.1 / 0.25 - 0.5 / 4, within(1e-15));
        assertThat(linear.variance(A)).isCloseTo(0.3 * 0.3 / 0.25 + 1 / 4.0, within(1e-15));
    }

    @Test
    void sumsAddAndProductsMultiply() {
        Covariance rbf = new StationaryCovariance(Kernel.RBF, 2, SCALES);
        Covariance linear = new LinearCovariance(SCALES);
        Covariance sum = new SumCovariance(List.of(rbf, linear));
        Covariance product = new ProductCovariance(5, List.of(rbf, linear, sum));

        assertThat(between(sum)).isCloseTo(between(rbf) + between(linear), within(1e-15));
        assertThat(between(product)).isCloseTo(5 * between(rbf) * between(linear) * between(sum), within(1e-14));
        assertThat(product.variance(A)).isCloseTo(5 * 2 * linear.variance(A) * (2 + linear.variance(A)), within(1e-14));
    }

    private static double between(Covariance covariance) {
        double[] out = new double[3];
        covariance.between(A, new double[][] {{9, B[0], 9}, {9, B[1], 9}}, 1, 2, out);
        assertThat(out[0]).isZero();
        assertThat(out[2]).isZero();
        return out[1];
    }
}
