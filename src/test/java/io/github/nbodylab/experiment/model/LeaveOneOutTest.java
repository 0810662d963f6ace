package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.surrogate.Cholesky;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaveOneOutTest {

    private static final int N = 25;
    private static final double[] AT = {0.1, -0.3, 0.4, -3};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void theClosedFormIsWhatFitsWithoutEachPointSayOfIt(int coefficients) {
        MarginalLikelihood whole = process(-1, coefficients);
        ProcessState state = whole.at(AT).orElseThrow();
        LeaveOneOut closed = LeaveOneOut.of(whole.targets(), state.weights(), state.precision());

        for (int i = 0; i < N; i++) {
            double[] brute = predict(process(i, coefficients), whole, i, coefficients);
            assertThat(closed.means()[i]).isCloseTo(brute[0], within(1e-9));
            assertThat(closed.variances()[i]).isCloseTo(brute[1], within(1e-9));
        }
    }

    @Test
    void varianceRatiosAreThoseOfTheNoiselessProcessWithoutThePoint() {
        MarginalLikelihood whole = process(-1, 1);
        ProcessState state = whole.at(AT).orElseThrow();
        double[] noises = whole.noises(AT);
        double[] priors = new double[N];
        for (int i = 0; i < N; i++) {
            priors[i] = whole.matrix(AT)[i][i] - noises[i];
        }
        List<Double> ratios = LeaveOneOut.of(whole.targets(), state.weights(), state.precision())
                .varianceRatios(noises, priors);

        for (int i = 0; i < N; i++) {
            double latent = predict(process(i, 1), whole, i, 1)[1] - noises[i];
            assertThat(ratios.get(i)).isCloseTo(latent / priors[i], within(1e-9));
        }
    }

    /** Mean and variance of an observation at point i of the whole, by the textbook formulas (2.41 and 2.42). */
    private static double[] predict(MarginalLikelihood rest, MarginalLikelihood whole, int i, int coefficients) {
        double[][] all = whole.matrix(AT);
        double[] covariances = new double[N - 1];
        for (int k = 0; k < N - 1; k++) {
            int at = k < i ? k : k + 1;
            covariances[k] = all[Math.min(i, at)][Math.max(i, at)];
        }
        ProcessState state = rest.at(AT).orElseThrow();
        double[][] matrix = rest.matrix(AT);
        Cholesky factor = Cholesky.of(matrix).orElseThrow();
        double[] solved = factor.solve(covariances);
        double mean = 0;
        double variance = all[i][i];
        for (int k = 0; k < N - 1; k++) {
            mean += covariances[k] * state.weights()[k];
            variance -= covariances[k] * solved[k];
        }
        double[][] information = new double[coefficients][coefficients];
        double[] left = new double[coefficients];
        for (int a = 0; a < coefficients; a++) {
            mean += state.coefficients()[a] * basis(i, a);
            left[a] = basis(i, a);
            double[] solvedBasis = factor.solve(column(i, a));
            for (int k = 0; k < N - 1; k++) {
                left[a] -= column(i, a)[k] * solved[k];
                for (int b = 0; b < coefficients; b++) {
                    information[a][b] += solvedBasis[k] * column(i, b)[k];
                }
            }
        }
        double[] z = Cholesky.of(information).orElseThrow().forward(left);
        for (double value : z) {
            variance += value * value;
        }
        return new double[] {mean, variance};
    }

    private static double basis(int i, int function) {
        return function == 0 ? 1 : point(i)[function - 1];
    }

    private static double[] column(int without, int function) {
        double[] column = new double[N - 1];
        for (int k = 0; k < N - 1; k++) {
            column[k] = basis(k < without ? k : k + 1, function);
        }
        return column;
    }

    private static double[] point(int i) {
        return new double[] {StrictMath.sin(12.9898 * i), StrictMath.sin(78.233 * i + 1)};
    }

    private static MarginalLikelihood process(int without, int coefficients) {
        int n = without < 0 ? N : N - 1;
        double[][] points = new double[n][];
        double[][] functions = new double[coefficients][n];
        double[] y = new double[n];
        double[] noise = new double[n];
        for (int k = 0; k < n; k++) {
            int i = without < 0 || k < without ? k : k + 1;
            points[k] = point(i);
            y[k] = StrictMath.sin(3 * points[k][0]) + points[k][1] * points[k][1] + 5;
            noise[k] = 0.01 * (1 + i % 3);
            for (int a = 0; a < coefficients; a++) {
                functions[a][k] = basis(i, a);
            }
        }
        return new MarginalLikelihood(
                Kernels.node("matern-5/2", 0, 1), points, functions, y, noise, OptionalDouble.empty());
    }
}
