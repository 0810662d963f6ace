package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.surrogate.Cholesky;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class GaussianProcessDiagnosticsTest {

    private static final int ROWS = 30;
    private static final int MANY = 1_000_000;

    @Test
    void theMahalanobisDistanceIsTheQuadraticFormOfTheInverseCovariance() {
        double[] errors = draw("errors");
        double[] x = Cholesky.of(noisy(0.1)).orElseThrow().solve(errors);
        double form =
                IntStream.range(0, ROWS).mapToDouble(i -> errors[i] * x[i]).sum();

        assertThat(diagnose(errors, 0.1, MANY).mahalanobis().distance()).isCloseTo(form, within(1e-9 * form));
    }

    @Test
    void pivotedErrorsOfAProcessThatIsRightAreIndependentWithVarianceOne() {
        double[][] products = new double[3][3];
        int draws = 4000;
        for (int d = 0; d < draws; d++) {
            double[] pivoted = diagnose(drawn("draw " + d, 0.1), 0.1, MANY).pivotedErrors();
            double[] some = {pivoted[0], pivoted[10], pivoted[ROWS - 1]};
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 3; k++) {
                    products[i][k] += some[i] * some[k] / draws;
                }
            }
        }
        // 4 standard errors of a mean of squares, and of products
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                assertThat(products[i][k])
                        .isCloseTo(i == k ? 1 : 0, within(4 * Math.sqrt(i == k ? 2.0 / draws : 1.0 / draws)));
            }
        }
    }

    @Test
    void thePivotsAreTheMostUncertainRowsGivenThoseBefore() {
        double[][] latent = {{1, 0, 0}, {0, 4, 1.9}, {0, 1.9, 1.1}};
        GaussianProcessDiagnostics found =
                GaussianProcessDiagnostics.of(new double[] {1, 2, 1}, latent, new double[3], MANY);

        // row 2 is most uncertain; given that, row 3 has 1.1 - 1.9^2 / 4 left
        assertThat(found.pivots()).containsExactly(1, 0, 2);
        assertThat(found.pivotedErrors()[2])
                .isCloseTo((1 - 1.9 / 4 * 2) / Math.sqrt(1.1 - 1.9 * 1.9 / 4), within(1e-12));
    }

    @Test
    void rowsThatFollowFromOthersAreCountedOnce() {
        double[][] latent = {{1, 1}, {1, 1}};
        GaussianProcessDiagnostics found =
                GaussianProcessDiagnostics.of(new double[] {1.5, 1.5}, latent, new double[2], MANY);

        assertThat(found.mahalanobis().rows()).isEqualTo(1);
        assertThat(found.mahalanobis().distance()).isCloseTo(2.25, within(1e-12));
    }

    @Test
    void theBandHoldsNineteenOfTwentyDrawsOfAProcessThatIsRightAndNoneOfOneThatIsTwiceAsSure() {
        long right = IntStream.range(0, 1000)
                .filter(d -> diagnose(drawn("band " + d, 0.1), 0.1, MANY)
                        .mahalanobis()
                        .isWithin())
                .count();
        long sure = IntStream.range(0, 100)
                .filter(d -> diagnose(
                                Arrays.stream(drawn("sure " + d, 0.1))
                                        .map(error -> 3 * error)
                                        .toArray(),
                                0.1,
                                MANY)
                        .mahalanobis()
                        .isWithin())
                .count();

        // 950 +- 4 sqrt(1000 .95 .05)
        assertThat(right).isBetween(922L, 978L);
        assertThat(sure).isZero();
    }

    @Test
    void theBandOfAnEstimatedVarianceIsThatOfFAndOfManyPointsThatOfChiSquared() {
        // F with 1 and 10 degrees of freedom: 97.5 % below 6.936728; chi squared with 1: 5.023886
        assertThat(new MahalanobisDistance(1, 1, 10).high()).isCloseTo(6.936728 * 0.8, within(1e-5));
        assertThat(new MahalanobisDistance(1, 1, MANY).high()).isCloseTo(5.023886, within(1e-4));
        assertThat(new MahalanobisDistance(5.023886, 1, MANY).tail()).isCloseTo(0.025, within(1e-6));
    }

    @Test
    void ofAModelNoiseAndUncertaintyOfTheMeanAreToldApart() throws FitFailedException {
        double[][] x = new double[80][1];
        double[] y = new double[80];
        UniformRandomProvider random = Seeds.random("noise of diagnostics");
        for (int i = 0; i < 80; i++) {
            x[i][0] = i / 80.0;
            y[i] = StrictMath.sin(6 * x[i][0]) + random.nextDouble() - 0.5;
        }
        Surrogate model = Kernels.rung("rbf")
                .fit(Tables.of(false, Tables.numbers(1), x, y))
                .surrogate();
        GaussianProcessDiagnostics found =
                GaussianProcessDiagnostics.of(model, new double[][] {{0.5}, {3}}, new double[] {0.1, 0}, 79);

        assertThat(found.noiseDeviations()[0])
                .isEqualTo(found.noiseDeviations()[1])
                .isCloseTo(Math.sqrt(1 / 12.0), within(0.06));
        assertThat(found.latentDeviations()[0]).isLessThan(0.15);
        assertThat(found.latentDeviations()[1]).isGreaterThan(0.3);
        assertThat(found.toJson().at("/mahalanobis/rows").asInt()).isEqualTo(2);
    }

    private static GaussianProcessDiagnostics diagnose(double[] errors, double noise, int degrees) {
        double[] noises = new double[ROWS];
        Arrays.fill(noises, noise);
        return GaussianProcessDiagnostics.of(errors, noisy(0), noises, degrees);
    }

    private static double[][] noisy(double noise) {
        double[][] covariance = new double[ROWS][ROWS];
        for (int i = 0; i < ROWS; i++) {
            for (int k = 0; k < ROWS; k++) {
                covariance[i][k] = StrictMath.exp(-Math.abs(i - k) / 4.0) + (i == k ? noise : 0);
            }
        }
        return covariance;
    }

    /** Errors whose covariance is that of {@link #noisy}. */
    private static double[] drawn(String purpose, double noise) {
        double[] normal = draw(purpose);
        double[] errors = new double[ROWS];
        double[][] upper = noisy(noise);
        assertThat(Cholesky.of(upper)).isPresent(); // overwrites the matrix by its factor
        for (int i = 0; i < ROWS; i++) {
            for (int p = 0; p <= i; p++) {
                errors[i] += upper[p][i] * normal[p];
            }
        }
        return errors;
    }

    /** Normal numbers by the polar method. */
    private static double[] draw(String purpose) {
        UniformRandomProvider random = Seeds.random(purpose);
        double[] normal = new double[ROWS];
        for (int i = 0; i < ROWS; ) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                normal[i++] = u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
        return normal;
    }
}
