package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Kernel;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class GaussianProcessRungTest {

    @Test
    void aLengthScaleForEachInputLearnsFriedmansFunctionAndOneForAllDoesNot() throws FitFailedException {
        double perInput = friedmanQ2(true);
        double shared = friedmanQ2(false);

        // known for other designs of this size: about .9986, and .93 to .96
        assertThat(perInput).isBetween(0.997, 0.9999);
        assertThat(shared).isBetween(0.90, 0.97);
    }

    @Test
    void theSurrogateOfAFitReturnsTheLikelihoodsOwnPosterior() throws FitFailedException {
        TrainingTable rows = sine(1e-3);
        Surrogate model =
                new GaussianProcessRung(Kernel.MATERN_5_2, true).fit(rows).surrogate();

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
        Fit fit = new GaussianProcessRung(Kernel.RBF, true).fit(Tables.of(false, Tables.numbers(1), x, y));

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
        Fit fit =
                new GaussianProcessRung(Kernel.MATERN_5_2, true).fit(Tables.of(true, Tables.numbers(1), x, y, groups));

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
        Surrogate model = new GaussianProcessRung(Kernel.MATERN_3_2, true)
                .fit(Tables.of(false, List.of(Tables.number("x"), Tables.category("c", "a", "b")), x, y))
                .surrogate();

        assertThat(model.predict(new double[] {7.5, 1}) - model.predict(new double[] {7.5, 0}))
                .isCloseTo(3, within(0.05));
    }

    @Test
    void theSameRowsHaveTheSameBits() throws FitFailedException {
        Rung rung = new GaussianProcessRung(Kernel.MATERN_5_2, true);

        assertThat(Json.canonical(rung.fit(sine(0.1)).json()))
                .isEqualTo(Json.canonical(rung.fit(sine(0.1)).json()));
    }

    @Test
    void moreRowsThanTheLimitAreRefusedWithTheirCost() {
        double[][] x = new double[2001][1];
        double[] y = new double[2001];
        for (int i = 0; i < 2001; i++) {
            x[i][0] = i;
            y[i] = i;
        }
        TrainingTable rows = Tables.of(false, Tables.numbers(1), x, y);

        assertThatThrownBy(() -> new GaussianProcessRung(Kernel.RBF, true).fit(rows))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("2001 points, more than its limit of 2000")
                .hasMessageContaining("hours");
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

    /** Friedman (1991), equation 61, without noise: 50 Sobol points, scored on the 1000 that follow. */
    private static double friedmanQ2(boolean perInput) throws FitFailedException {
        SobolSequenceGenerator sobol = new SobolSequenceGenerator(5);
        sobol.skipTo(1);
        double[][] x = new double[1050][];
        double[] y = new double[1050];
        for (int i = 0; i < x.length; i++) {
            x[i] = sobol.nextVector();
            y[i] = 10 * StrictMath.sin(StrictMath.PI * x[i][0] * x[i][1])
                    + 20 * (x[i][2] - 0.5) * (x[i][2] - 0.5)
                    + 10 * x[i][3]
                    + 5 * x[i][4];
        }
        Surrogate model = new GaussianProcessRung(Kernel.MATERN_5_2, perInput)
                .fit(Tables.of(false, Tables.numbers(5), Arrays.copyOf(x, 50), Arrays.copyOf(y, 50)))
                .surrogate();
        double mean = 0;
        for (int i = 50; i < 1050; i++) {
            mean += y[i] / 1000;
        }
        double press = 0;
        double spread = 0;
        for (int i = 50; i < 1050; i++) {
            double error = model.predict(x[i]) - y[i];
            press += error * error;
            spread += (y[i] - mean) * (y[i] - mean);
        }
        return 1 - press / spread;
    }
}
