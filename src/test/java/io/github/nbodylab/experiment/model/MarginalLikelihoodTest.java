package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Kernel;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarginalLikelihoodTest {

    /** Length scale .2, signal variance 1, noise variance 1e-4. */
    private static final double[] KNOWN = {StrictMath.log(0.2), 0, StrictMath.log(1e-4)};

    @ParameterizedTest
    @CsvSource({"RBF, 4.688316920889", "MATERN_5_2, -4.103922143"})
    void theLikelihoodOfASineIsTheKnownOne(Kernel kernel, double known) {
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
        json.set(
                "alpha",
                ModelJson.array(sine(Kernel.RBF).at(KNOWN).orElseThrow().weights()));
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
    @EnumSource(Kernel.class)
    void theGradientIsThatOfFiniteDifferences(Kernel kernel) {
        int n = 40;
        double[][] points = new double[n][3];
        double[] y = new double[n];
        double[] noise = new double[n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 3; c++) {
                points[i][c] = StrictMath.sin(12.9898 * i + 78.233 * c) * 1.7;
            }
            y[i] = StrictMath.sin(points[i][0]) + points[i][1] * points[i][2];
            noise[i] = 0.01 * (1 + i % 3);
        }
        // the last two columns share a length scale
        MarginalLikelihood likelihood = new MarginalLikelihood(kernel, points, new int[] {0, 1, 1}, y, noise);
        double[] at = {0.3, -0.2, 0.5, -3};
        double[] gradient = likelihood.at(at).orElseThrow().gradient();

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

    private static MarginalLikelihood sine(Kernel kernel) {
        double[][] points = points();
        double[] y = new double[points.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = StrictMath.sin(2 * StrictMath.PI * points[i][0]);
        }
        return new MarginalLikelihood(kernel, points, new int[] {0}, y, new double[y.length]);
    }

    private static double[][] points() {
        double[][] points = new double[11][1];
        for (int i = 0; i < 11; i++) {
            points[i][0] = i / 10.0;
        }
        return points;
    }
}
