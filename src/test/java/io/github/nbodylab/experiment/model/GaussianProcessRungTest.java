package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.GaussianProcessSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianProcessRungTest {

    @Test
    void theSurrogateOfAFitReturnsTheLikelihoodsOwnPosterior() throws FitFailedException {
        TrainingTable rows = sine(1e-3);
        Surrogate model = Kernels.rung("matern-5/2").fit(rows).surrogate();

        for (int i = 0; i < rows.size(); i++) {
            assertThat(model.predict(rows.inputs()[i])).isCloseTo(rows.values()[i], within(0.01));
        }
        assertThat(model.latentDeviation(new double[] {0.5})).isLessThan(0.05);
        assertThat(model.latentDeviation(new double[] {9})).isGreaterThan(0.3);
    }

    @Test
    void noiseIsFoundToBeWhatItIs() throws FitFailedException {
        UniformRandomProvider random = Seeds.random("noise of a test");
        double[][] x = new double[200][1];
        double[] y = new double[200];
        for (int i = 0; i < 200; i++) {
            x[i][0] = i / 200.0;
            double sum = -6;
            for (int k = 0; k < 12; k++) {
                sum += random.nextDouble();
            }
            y[i] = StrictMath.sin(6 * x[i][0]) + 0.2 * sum;
        }
        Fit fit = Kernels.rung("rbf").fit(Tables.of(false, Tables.numbers(1), x, y));

        // the variance of 200 draws is known to about 10 %
        assertThat(fit.json().path("nugget").asDouble()).isCloseTo(0.04, within(0.016));
    }

    @Test
    void countsAreFittedThroughTheMeansOfEqualRowsWithTheirReplicateNoise() throws FitFailedException {
        double[][] x = new double[60][1];
        double[] y = new double[60];
        String[] groups = new String[60];
        for (int i = 0; i < 60; i++) {
            int point = i / 4;
            x[i][0] = point;
            y[i] = point + 2 * (i % 2);
            groups[i] = "point " + point;
        }
        Fit fit = Kernels.rung("matern-5/2").fit(Tables.of(true, Tables.numbers(1), x, y, groups));

        // within a point the counts are m - 1 and m + 1, twice each: sum of squares 4 at 3 mean
        double dispersion = 15 * 4.0 / (3 * 15 * 8);
        assertThat(fit.json().path("alpha")).hasSize(15);
        double nugget = fit.json().path("nugget").asDouble();
        double known = fit.json().path("noiseVariances").get(14).asDouble() - nugget;
        assertThat(known).isCloseTo(dispersion * 15 / 4, within(0.1 * known));
    }

    @Test
    void categoriesAreInputsToo() throws FitFailedException {
        double[][] x = new double[40][2];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            int point = i / 2;
            x[i][0] = point;
            x[i][1] = i % 2;
            y[i] = StrictMath.sin(point / 4.0) + (i % 2 == 0 ? 0 : 3);
        }
        Surrogate model = Kernels.rung("matern-3/2")
                .fit(Tables.of(false, List.of(Tables.number("x"), Tables.category("c", "a", "b")), x, y))
                .surrogate();

        assertThat(model.predict(new double[] {7.5, 1}) - model.predict(new double[] {7.5, 0}))
                .isCloseTo(3, within(0.05));
    }

    @Test
    void theSameRowsHaveTheSameBits() throws FitFailedException {
        Rung rung = Kernels.rung("matern-5/2");

        assertThat(Json.canonical(rung.fit(sine(0.1)).json()))
                .isEqualTo(Json.canonical(rung.fit(sine(0.1)).json()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear",
                "matern-5/2 + linear",
                "rbf * matern-3/2",
                "(rbf + linear) * (matern-5/2 + linear)",
                "rbf * linear * linear + rbf"
            })
    void whateverTheKernelTheModelSaysOfItsPointsWhatTheFitDoes(String kernel) throws FitFailedException {
        // in units of thousands, so that a wrong unit of any variance would be seen
        UniformRandomProvider random = Seeds.random("noise of kernels");
        double[][] x = new double[30][2];
        double[] y = new double[30];
        for (int i = 0; i < 30; i++) {
            x[i][0] = i / 10.0;
            x[i][1] = StrictMath.sin(5.0 * i);
            y[i] = 4000 + 1000 * (StrictMath.sin(2 * x[i][0]) + x[i][1] + random.nextDouble());
        }
        Fit fit = Kernels.rung(kernel).fit(Tables.of(false, Tables.numbers(2), x, y));
        Surrogate model = fit.surrogate();

        double[][] covariance = model.latentCovariance(x);
        for (int i = 0; i < 30; i++) {
            double noise = fit.json().path("noiseVariances").get(i).asDouble();
            double weight = fit.json().path("alpha").get(i).asDouble();
            // (K + noise) alpha = y - mean, so the process itself is y - noise alpha
            assertThat(model.predict(x[i])).isCloseTo(y[i] - noise * weight, within(1e-3));
            assertThat(covariance[i][i]).isBetween(0.0, noise);
        }
    }

    @Test
    void aLinearMeanGoesOnWhereTheDataEnd() throws FitFailedException {
        double[][] x = new double[40][2];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            x[i][0] = i / 10.0;
            x[i][1] = i % 3;
            y[i] = 7 + 2 * x[i][0] + 0.2 * StrictMath.sin(4 * x[i][0]) + (i % 3 == 1 ? 5 : 0);
        }
        TrainingTable rows = Tables.of(false, List.of(Tables.number("x"), Tables.category("c", "p", "q", "r")), x, y);
        Surrogate linear = process(GaussianProcessSpec.Mean.LINEAR, OptionalDouble.empty(), 2000)
                .fit(rows)
                .surrogate();

        double[] far = {400, 1};
        assertThat(linear.predict(far)).isCloseTo(812, within(20.0));
        // a hundred times as far as the data reach, a slope that wiggles leave unsure is far more unsure than they are
        assertThat(linear.latentDeviation(far)).isGreaterThan(10);
    }

    @Test
    void noiseIsWhatTheSpecSays() throws FitFailedException {
        Fit given = process(GaussianProcessSpec.Mean.CONSTANT, OptionalDouble.of(0.25), 2000)
                .fit(sine(0.1));
        Fit none = process(GaussianProcessSpec.Mean.CONSTANT, OptionalDouble.of(0), 2000)
                .fit(sine(0.1));

        assertThat(given.json().path("nugget").asDouble()).isCloseTo(0.25, within(1e-12));
        assertThat(none.json().path("nugget").asDouble()).isLessThan(1e-9);
        for (int i = 0; i < 25; i++) {
            assertThat(none.surrogate().predict(sine(0.1).inputs()[i]))
                    .isCloseTo(sine(0.1).values()[i], within(1e-4));
        }
    }

    @Test
    void aNewSimulationScattersByTheNoiseAboutTheProcess() throws FitFailedException {
        double[][] x = new double[60][1];
        double[] y = new double[60];
        for (int i = 0; i < 60; i++) {
            int point = i / 4;
            x[i][0] = point;
            y[i] = point + 2 * (i % 2);
        }
        Fit fit = Kernels.rung("matern-5/2").fit(Tables.of(true, Tables.numbers(1), x, y));
        Surrogate model = fit.surrogate();
        double[] at = {10};

        double dispersion = fit.json().path("dispersion").asDouble();
        double nugget = fit.json().path("nugget").asDouble();
        double mean = model.predict(at);
        assertThat(model.noiseVariance(at, 1)).isCloseTo(nugget + dispersion * (mean + 0.5), within(1e-12));
        assertThat(model.noiseVariance(at, 4)).isCloseTo(nugget + dispersion * (mean + 0.125) / 4, within(1e-12));
        assertThat(model.observationDeviation(at))
                .isCloseTo(
                        StrictMath.hypot(model.latentDeviation(at), Math.sqrt(model.noiseVariance(at, 1))),
                        within(1e-12));
    }

    @Test
    void howGoodTheFitIsIsKeptWithIt() throws FitFailedException {
        JsonNode details = Kernels.rung("matern-5/2").fit(sine(0.1)).details();

        assertThat(details.at("/leaveOneOut/q2").asDouble()).isBetween(0.9, 1.0);
        assertThat(details.at("/leaveOneOut/coverage95").asDouble()).isBetween(0.8, 1.0);
        assertThat(details.path("conditionNumber").asDouble()).isGreaterThan(1);
        assertThat(details.path("optima")).hasSize(GaussianProcessSpec.STARTS);
        assertThat(details.path("optima").get(0).asDouble())
                .isGreaterThanOrEqualTo(details.path("optima").get(1).asDouble());
    }

    @Test
    void anInputThatTellsNothingIsNamedAsOneWhoseLengthScaleIsAtItsBound() throws FitFailedException {
        double[][] x = new double[40][2];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            x[i][0] = i / 10.0;
            x[i][1] = StrictMath.sin(77.0 * i);
            y[i] = StrictMath.sin(2 * x[i][0]);
        }
        JsonNode atBounds = Kernels.rung("rbf")
                .fit(Tables.of(false, Tables.numbers(2), x, y))
                .details()
                .path("atBounds");

        assertThat(atBounds)
                .anySatisfy(entry -> {
                    assertThat(entry.path("parameter").asText()).isEqualTo("length scale of rbf for x2");
                    assertThat(entry.path("bound").asText()).isEqualTo("max");
                })
                .noneSatisfy(
                        entry -> assertThat(entry.path("parameter").asText()).endsWith("for x1"));
    }

    @Test
    void moreRowsThanTheLimitAreRefusedWithTheirCost() {
        double[][] x = new double[301][1];
        double[] y = new double[301];
        for (int i = 0; i < 301; i++) {
            x[i][0] = i;
            y[i] = i;
        }
        TrainingTable rows = Tables.of(false, Tables.numbers(1), x, y);

        assertThatThrownBy(() -> process(GaussianProcessSpec.Mean.CONSTANT, OptionalDouble.empty(), 300)
                        .fit(rows))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("301 points, more than its limit of 300")
                .hasMessageContaining("hours");
    }

    private static GaussianProcessRung process(GaussianProcessSpec.Mean mean, OptionalDouble noise, int limit) {
        return new GaussianProcessRung(new GaussianProcessSpec(
                Kernels.of("matern-5/2"),
                GaussianProcessSpec.LengthScales.PER_INPUT,
                GaussianProcessSpec.MIN_LENGTH_SCALE,
                GaussianProcessSpec.MAX_LENGTH_SCALE,
                mean,
                noise,
                2,
                limit));
    }

    private static TrainingTable sine(double roughness) {
        double[][] x = new double[25][1];
        double[] y = new double[25];
        for (int i = 0; i < 25; i++) {
            x[i][0] = i / 24.0;
            y[i] = StrictMath.sin(2 * StrictMath.PI * x[i][0]) + roughness * StrictMath.sin(1000.0 * i);
        }
        return Tables.of(false, Tables.numbers(1), x, y);
    }
}
