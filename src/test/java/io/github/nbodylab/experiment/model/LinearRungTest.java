package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class LinearRungTest {

    private static final List<Column> COLUMNS = List.of(Tables.number("k"), Tables.category("c", "a", "b"));

    @Test
    void aPowerLawOfCountsFindsItsExponentAndBalancesItsTotal() throws FitFailedException {
        TrainingTable rows = counts();
        Fit fit = new LinearRung("power-law", 1, true).fit(rows);
        Surrogate model = fit.surrogate();

        double exponent = fit.json().path("terms").get(1).path("coefficient").asDouble();
        // some 50000 counts tell the exponent to .0075; four times that
        assertThat(exponent).isCloseTo(1.5, within(0.03));
        assertThat(fit.parameters()).isEqualTo(3);
        // the score equations of the log link: for each level, fitted and observed totals agree
        for (int level = 0; level < 2; level++) {
            double observed = 0;
            double fitted = 0;
            for (int i = 0; i < rows.size(); i++) {
                if (rows.inputs()[i][1] == level) {
                    observed += rows.values()[i];
                    fitted += model.predict(rows.inputs()[i]);
                }
            }
            assertThat(fitted).isCloseTo(observed, within(1e-6 * observed));
        }
    }

    @Test
    void zerosAreDataAndALevelWithoutAnyCountDoesNotStopTheFit() throws FitFailedException {
        TrainingTable rows = counts();
        double[] values = rows.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.inputs()[i][1] == 1 ? 0 : values[i];
        }
        Surrogate model = new LinearRung("power-law", 1, true)
                .fit(Tables.of(true, COLUMNS, rows.inputs(), values))
                .surrogate();

        assertThat(model.predict(new double[] {2, 1})).isLessThan(1e-4);
        assertThat(model.predict(new double[] {2, 0})).isGreaterThan(1);
    }

    @Test
    void aPowerLawOfPositiveNumbersIsExactWithoutNoiseAndKeepsTheMeanWithIt() throws FitFailedException {
        double[][] x = new double[30][2];
        double[] exact = new double[30];
        double[] noisy = new double[30];
        for (int i = 0; i < 30; i++) {
            x[i] = new double[] {1 + i, i % 2};
            exact[i] = 3 * StrictMath.pow(1 + i, -0.7) * (1 + i % 2);
            noisy[i] = 10 * StrictMath.exp(i % 4 < 2 ? 1 : -1);
        }
        LinearRung rung = new LinearRung("power-law", 1, true);
        Surrogate model = rung.fit(Tables.of(false, COLUMNS, x, exact)).surrogate();
        Surrogate smeared = rung.fit(Tables.of(false, COLUMNS, x, noisy)).surrogate();

        assertThat(model.predict(new double[] {50, 1})).isCloseTo(6 * StrictMath.pow(50, -0.7), within(1e-12));
        // a median would be near 10, the mean of the data is near 15.4
        double mean = 0;
        for (double[] row : x) {
            mean += smeared.predict(row) / 30;
        }
        assertThat(mean).isCloseTo(Arrays.stream(noisy).average().orElseThrow(), within(1.0));
    }

    @Test
    void aPolynomialIsExactOnAPolynomial() throws FitFailedException {
        double[][] x = new double[40][2];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            double k = i % 20;
            x[i] = new double[] {k, i < 20 ? 0 : 1};
            y[i] = 1 - k + 0.3 * k * k + (i < 20 ? 0 : 2 + 4 * k);
        }
        Surrogate model = new LinearRung("polynomial", 2, false)
                .fit(Tables.of(false, COLUMNS, x, y))
                .surrogate();

        assertThat(model.predict(new double[] {30, 1})).isCloseTo(1 - 30 + 270 + 2 + 120, within(1e-9));
    }

    @Test
    void whatCannotBeFittedIsRefusedWithARemedy() {
        TrainingTable rows = counts();
        TrainingTable few = rows.rows(0, 1, 2, 3);
        double[][] inputs = rows.inputs();
        inputs[3][0] = 0;
        TrainingTable zeroInput = Tables.of(true, COLUMNS, inputs, rows.values());
        TrainingTable zeroTarget = Tables.of(false, COLUMNS, rows.inputs(), new double[rows.size()]);
        TrainingTable noCounts = Tables.of(true, COLUMNS, rows.inputs(), new double[rows.size()]);

        assertThatThrownBy(() -> new LinearRung("polynomial", 3, false).fit(few))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("7 parameters but only 4 rows");
        assertThatThrownBy(() -> new LinearRung("power-law", 1, true).fit(zeroInput))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("'k' is 0.0");
        assertThatThrownBy(() -> new LinearRung("power-law", 1, true).fit(zeroTarget))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("logarithm of 'y'");
        assertThatThrownBy(() -> new LinearRung("power-law", 1, true).fit(noCounts))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("every count in the rows is 0");
    }

    /** Poisson counts of mean 200 k^1.5, half of that at level b. */
    private static TrainingTable counts() {
        UniformRandomProvider random = Seeds.random("counts of a test");
        double[][] x = new double[80][2];
        double[] y = new double[80];
        for (int i = 0; i < 80; i++) {
            x[i] = new double[] {0.2 * StrictMath.pow(40, i / 79.0), i % 2};
            double mean = 200 * StrictMath.pow(x[i][0], 1.5) * (i % 2 == 0 ? 1 : 0.5);
            for (double t = -StrictMath.log(1 - random.nextDouble()); t < mean; y[i]++) {
                t -= StrictMath.log(1 - random.nextDouble());
            }
        }
        return Tables.of(true, COLUMNS, x, y);
    }
}
