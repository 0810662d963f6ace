package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.oracle.Oracle;
import io.github.nbodylab.experiment.spec.ModelSpec.Counts;
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
        Fit fit = LinearRung.powerLaw(Counts.QUASI_POISSON).fit(rows);
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
        Surrogate model = LinearRung.powerLaw(Counts.QUASI_POISSON)
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
        LinearRung rung = LinearRung.powerLaw(Counts.QUASI_POISSON);
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
        Surrogate model = LinearRung.polynomial(2, 0, Counts.QUASI_POISSON)
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

        assertThatThrownBy(
                        () -> LinearRung.polynomial(3, 0, Counts.QUASI_POISSON).fit(few))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("7 parameters but only 4 rows");
        assertThatThrownBy(() -> LinearRung.powerLaw(Counts.QUASI_POISSON).fit(zeroInput))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("'k' is 0.0");
        assertThatThrownBy(() -> LinearRung.powerLaw(Counts.QUASI_POISSON).fit(zeroTarget))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("logarithm of 'y'");
        assertThatThrownBy(() -> LinearRung.powerLaw(Counts.QUASI_POISSON).fit(noCounts))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("every count in the rows is 0");
    }

    @Test
    void longleysRegressionHasItsCertifiedCoefficientsAndResiduals() throws FitFailedException {
        double[][] x = Arrays.stream(LeastSquaresTest.LONGLEY)
                .map(row -> Arrays.copyOfRange(row, 1, 7))
                .toArray(double[][]::new);
        double[] y = Arrays.stream(LeastSquaresTest.LONGLEY)
                .mapToDouble(row -> row[0])
                .toArray();
        Fit fit = LinearRung.linear(Counts.QUASI_POISSON).fit(Tables.of(false, Tables.numbers(6), x, y));
        for (int j = 0; j < 7; j++) {
            double certified = LeastSquaresTest.CERTIFIED[j];
            assertThat(fit.json().path("terms").get(j).path("coefficient").asDouble())
                    .isCloseTo(certified, within(1e-7 * Math.abs(certified)));
        }
        double squares = 0;
        for (int i = 0; i < 16; i++) {
            double residual = y[i] - fit.surrogate().predict(x[i]);
            squares += residual * residual;
        }
        new Oracle(
                        Oracle.Topic.REGRESSION,
                        "longley",
                        "Residual standard deviation of Longley's regression on six inputs",
                        "certified: NIST StRD, Longley")
                .close(304.854073561965, 1e-6, Math.sqrt(squares / 9));
    }

    @Test
    void aRidgePullsAllButTheInterceptAsItsEquationsSay() throws FitFailedException {
        double[][] x = {{-2}, {-1}, {0}, {1}, {2}};
        double[] y = {3, 4, 8, 9, 11};
        // the scaled input has the sum of squares 5, and its product with y is 21/sqrt 2
        double slope = 21 / Math.sqrt(2) / (5 + 2);
        Fit fit = LinearRung.polynomial(1, 2, Counts.QUASI_POISSON).fit(Tables.of(false, Tables.numbers(1), x, y));
        assertThat(fit.json().path("terms").get(0).path("coefficient").asDouble())
                .isCloseTo(7, within(1e-13));
        assertThat(fit.json().path("terms").get(1).path("coefficient").asDouble())
                .isCloseTo(slope, within(1e-13));
    }

    @Test
    void aRidgeFitsMoreTermsThanRows() throws FitFailedException {
        TrainingTable few = counts().rows(0, 1, 2, 3);
        Surrogate model =
                LinearRung.polynomial(3, 1, Counts.QUASI_POISSON).fit(few).surrogate();
        for (double[] row : few.inputs()) {
            assertThat(model.predict(row)).isFinite();
        }
    }

    @Test
    void aRidgeOfCountsKeepsTheirTotalAndShrinksTheirCoefficients() throws FitFailedException {
        TrainingTable rows = counts();
        Fit free = LinearRung.polynomial(2, 0, Counts.QUASI_POISSON).fit(rows);
        Fit ridge = LinearRung.polynomial(2, 500, Counts.QUASI_POISSON).fit(rows);
        double fitted = 0;
        for (double[] row : rows.inputs()) {
            fitted += ridge.surrogate().predict(row);
        }
        double observed = Arrays.stream(rows.values()).sum();
        assertThat(fitted).isCloseTo(observed, within(1e-5 * observed));
        assertThat(squares(ridge)).isLessThan(0.9 * squares(free));
    }

    private static double squares(Fit fit) {
        double squares = 0;
        for (int j = 1; j < fit.json().path("terms").size(); j++) {
            double coefficient =
                    fit.json().path("terms").get(j).path("coefficient").asDouble();
            squares += coefficient * coefficient;
        }
        return squares;
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
