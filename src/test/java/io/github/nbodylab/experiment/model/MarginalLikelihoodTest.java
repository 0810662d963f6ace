package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Cholesky;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarginalLikelihoodTest {

    /** Length scale .2, signal variance 1, noise variance 1e-4. */
    private static final double[] KNOWN = {StrictMath.log(0.2), 0, StrictMath.log(1e-4)};

    @ParameterizedTest
    @CsvSource({"rbf, 4.688316920889", "matern-5/2, -4.103922143"})
    void theLikelihoodOfASineIsTheKnownOne(String kernel, double known) {
        double likelihood = sine(kernel).at(KNOWN).orElseThrow().logLikelihood();

        // as many digits as the known value has
        assertThat(likelihood).isCloseTo(known, within(1e-9));
    }

    @Test
    void thePosteriorThatTheSurrogateReturnsIsTheKnownOne() {
        double[] noise = new double[11];
        Arrays.fill(noise, 1e-4);
        ObjectNode json = Json.object();
        json.put("schema", 1).put("kind", "gaussian-process").put("kernel", "rbf");
        json.put("signalVariance", 1.0).put("mean", 0.0);
        json.putArray("inputs")
                .addObject()
                .put("name", "x")
                .put("kind", "real")
                .put("log", false)
                .put("mean", 0.0)
                .put("deviation", 1.0)
                .put("min", 0.0)
                .put("max", 1.0);
        json.putObject("target").put("name", "y").put("count", false);
        json.set("lengthScales", ModelJson.array(new double[] {0.2}));
        json.set("noiseVariances", ModelJson.array(noise));
        json.set("alpha", ModelJson.array(sine("rbf").at(KNOWN).orElseThrow().weights()));
        ArrayNode inputs = json.putArray("trainingInputs");
        for (double[] point : points()) {
            inputs.add(ModelJson.array(point));
        }
        Surrogate model = Surrogate.parse(Json.canonical(json));

        // as many digits as the known values have
        assertThat(model.predict(new double[] {0.05})).isCloseTo(0.30475045, within(5e-9));
        assertThat(model.latentDeviation(new double[] {0.05})).isCloseTo(0.01282024, within(5e-9));
        assertThat(model.predict(new double[] {1.5})).isCloseTo(0.11038625, within(5e-9));
        assertThat(model.latentDeviation(new double[] {1.5})).isCloseTo(0.99027830, within(5e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rbf",
                "matern-3/2",
                "matern-5/2",
                "linear",
                "matern-5/2 + linear",
                "rbf * matern-3/2",
                "rbf * linear + matern-3/2 * matern-5/2",
                "(rbf + matern-3/2) * matern-5/2 + linear",
                "(rbf + linear) * (linear + matern-5/2) * rbf"
            })
    void theGradientIsThatOfFiniteDifferencesWhateverTheKernelTheMeanAndTheNoise(String kernel) {
        for (int coefficients = 0; coefficients <= 3; coefficients++) {
            assertGradient(wavy(kernel, coefficients, OptionalDouble.empty()));
        }
        assertGradient(wavy(kernel, 1, OptionalDouble.of(0.05)));
    }

    @Test
    void aMeanWithAVeryVaguePriorHasTheSameLikelihoodButForThatPrior() {
        int n = 40;
        double vague = 1e6;
        MarginalLikelihood estimated = wavy("matern-5/2", 1, OptionalDouble.of(0.05));
        MarginalLikelihood prior = wavy("matern-5/2", 0, OptionalDouble.of(0.05));
        double[] at = {0.3, -0.2, 0.5};
        double[][] matrix = prior.matrix(at);
        double[] y = prior.targets();
        for (int i = 0; i < n; i++) {
            for (int k = i; k < n; k++) {
                matrix[i][k] += vague;
            }
        }
        Cholesky factor = Cholesky.of(matrix).orElseThrow();
        double[] z = factor.forward(y);
        double fit = 0;
        for (double value : z) {
            fit += value * value;
        }
        double likelihood = -0.5 * (fit + factor.logDeterminant() + n * StrictMath.log(2 * StrictMath.PI));
        double constant = 0.5 * StrictMath.log(2 * StrictMath.PI * vague);

        assertThat(estimated.at(at).orElseThrow().logLikelihood()).isCloseTo(likelihood + constant, within(1e-4));
    }

    @Test
    void theLikelihoodAndItsGradientHaveTheSameBitsInOneThread() throws Exception {
        MarginalLikelihood likelihood = wavy(300, "matern-5/2 + rbf * linear", 3, OptionalDouble.empty());
        double[] at = new double[likelihood.parameters()];
        ProcessState many = likelihood.at(at).orElseThrow();
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            ProcessState one =
                    pool.submit(() -> likelihood.at(at).orElseThrow()).get();
            double[] gradient = pool.submit(() -> likelihood.gradient(at, one)).get();

            assertThat(one.logLikelihood()).isEqualTo(many.logLikelihood());
            assertThat(gradient).containsExactly(likelihood.gradient(at, many));
        } finally {
            pool.shutdown();
        }
    }

    private static void assertGradient(MarginalLikelihood likelihood) {
        double[] at = new double[likelihood.parameters()];
        for (int j = 0; j < at.length; j++) {
            at[j] = 0.4 * StrictMath.sin(2.0 + 3 * j);
        }
        double[] gradient = likelihood.gradient(at, likelihood.at(at).orElseThrow());

        for (int j = 0; j < at.length; j++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[j] += 1e-5;
            down[j] -= 1e-5;
            double difference = (likelihood.at(up).orElseThrow().logLikelihood()
                            - likelihood.at(down).orElseThrow().logLikelihood())
                    / 2e-5;
            assertThat(gradient[j]).isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
        }
    }

    /** The last two of three columns share a length scale; the mean has so many of 1, x1 and x2. */
    private static MarginalLikelihood wavy(String kernel, int coefficients, OptionalDouble noise) {
        return wavy(40, kernel, coefficients, noise);
    }

    private static MarginalLikelihood wavy(int n, String kernel, int coefficients, OptionalDouble noise) {
        double[][] points = new double[n][3];
        double[][] basis = new double[3][n];
        double[] y = new double[n];
        double[] known = new double[n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 3; c++) {
                points[i][c] = StrictMath.sin(12.9898 * i + 78.233 * c) * 1.7;
                basis[c][i] = c == 0 ? 1 : points[i][c - 1];
            }
            y[i] = StrictMath.sin(points[i][0]) + points[i][1] * points[i][2];
            known[i] = 0.01 * (1 + i % 3);
        }
        return new MarginalLikelihood(
                Kernels.node(kernel, 0, 1, 1), points, Arrays.copyOf(basis, coefficients), y, known, noise);
    }

    private static MarginalLikelihood sine(String kernel) {
        double[][] points = points();
        double[] y = new double[points.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = StrictMath.sin(2 * StrictMath.PI * points[i][0]);
        }
        return new MarginalLikelihood(
                Kernels.node(kernel, 0), points, new double[0][], y, new double[y.length], OptionalDouble.empty());
    }

    private static double[][] points() {
        double[][] points = new double[11][1];
        for (int i = 0; i < 11; i++) {
            points[i][0] = i / 10.0;
        }
        return points;
    }
}
