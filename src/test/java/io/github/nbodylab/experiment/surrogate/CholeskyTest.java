package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 31, 32, 33, 70, 131, 259})
    void theSolutionSolvesTheSystemAndTheInverseInvertsForAnySizeAroundThePanels(int n) {
        double[][] a = positiveDefinite(n);
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            b[i] = StrictMath.sin(3.0 * i + 1);
        }
        Cholesky factor = Cholesky.of(copy(a)).orElseThrow();

        double[] x = factor.solve(b);
        double[][] inverse = factor.inverse();
        double[] z = factor.forward(b);

        double quadratic = 0;
        double norm = 0;
        for (int i = 0; i < n; i++) {
            double product = 0;
            double throughInverse = 0;
            for (int k = 0; k < n; k++) {
                product += a[i][k] * x[k];
                throughInverse += inverse[Math.max(i, k)][Math.min(i, k)] * b[k];
            }
            assertThat(product).isCloseTo(b[i], within(1e-10));
            assertThat(throughInverse).isCloseTo(x[i], within(1e-10));
            quadratic += b[i] * x[i];
            norm += z[i] * z[i];
        }
        assertThat(norm).isCloseTo(quadratic, within(1e-10));
    }

    @Test
    void theFactorHasTheSameBitsInOneThread() throws Exception {
        double[][] inMany = positiveDefinite(301);
        Cholesky many = Cholesky.of(inMany).orElseThrow();
        double[][] inOne = positiveDefinite(301);
        ForkJoinPool pool = new ForkJoinPool(1);
        double[][] inverse;
        try {
            inverse = pool.submit(() -> Cholesky.of(inOne).orElseThrow().inverse())
                    .get();
        } finally {
            pool.shutdown();
        }

        assertThat(inOne).isDeepEqualTo(inMany);
        assertThat(inverse).isDeepEqualTo(many.inverse());
    }

    @Test
    void theDeterminantIsThatOfTheMatrix() {
        double[][] a = {{4, 2}, {2, 5}};

        assertThat(Cholesky.of(a).orElseThrow().logDeterminant()).isCloseTo(StrictMath.log(16), within(1e-15));
    }

    @Test
    void anIndefiniteMatrixAndOneWithoutNumbersHaveNoFactor() {
        assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{Double.NaN}})).isEmpty();
    }

    private static double[][] positiveDefinite(int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                a[i][k] = StrictMath.exp(-Math.abs(i - k) / 5.0) + (i == k ? 0.1 : 0);
            }
        }
        return a;
    }

    private static double[][] copy(double[][] a) {
        double[][] copy = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            copy[i] = a[i].clone();
        }
        return copy;
    }
}
