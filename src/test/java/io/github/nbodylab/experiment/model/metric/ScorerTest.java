package io.github.nbodylab.experiment.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.model.Score;
import io.github.nbodylab.experiment.spec.Metric;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {

    private static final double[] OBSERVED = {0, 1, 2, 5};

    private static String[] alone(int n) {
        return IntStream.range(0, n).mapToObj(i -> "g" + i).toArray(String[]::new);
    }

    private static GroupBootstrap bootstrap(int groups) {
        return new GroupBootstrap("test", 1, groups);
    }

    private static double[] all(int n, double value) {
        double[] numbers = new double[n];
        Arrays.fill(numbers, value);
        return numbers;
    }

    private static double normal(Metric metric, double observed, double mean, double deviation) {
        double[] y = {observed, observed};
        return new Scorer(alone(2))
                .gaussian(y, all(2, mean), all(2, deviation))
                .score(bootstrap(2))
                .metric(metric)
                .value();
    }

    /** Gneiting and Raftery 2007, equation 21. */
    @ParameterizedTest
    @CsvSource({"0, .2336949773", "1, .6024413567"})
    void theCrpsOfTheStandardNormalIsKnown(double observed, double known) {
        assertThat(normal(Metric.CRPS, observed, 0, 1)).isCloseTo(known, within(1e-9));
        assertThat(normal(Metric.CRPS, 3 * observed + 7, 7, 3)).isCloseTo(3 * known, within(1e-8));
    }

    @Test
    void theLogLikelihoodIsTheLogarithmOfTheDensity() {
        assertThat(normal(Metric.LOG_LIKELIHOOD, 5, 1, 2))
                .isCloseTo(-2 - StrictMath.log(2 * Math.sqrt(2 * Math.PI)), within(1e-15));
    }

    @Test
    void aTruePredictiveDistributionCoversWhatItsIntervalsSay() {
        int n = 4000;
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {1, 2, 3, 4});
        double[] deviations =
                IntStream.range(0, n).mapToDouble(i -> 0.5 + i % 7).toArray();
        double[] means = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        double[] observed = new double[n];
        for (int i = 0; i < n; i++) {
            observed[i] = means[i] + deviations[i] * Gaussian.sample(random);
        }
        Score score = new Scorer(alone(n)).gaussian(observed, means, deviations).score(bootstrap(n));

        assertThat(score.metric(Metric.COVERAGE50).value()).isCloseTo(0.5, within(4 * Math.sqrt(.25 / n)));
        assertThat(score.metric(Metric.COVERAGE80).value()).isCloseTo(0.8, within(4 * Math.sqrt(.16 / n)));
        assertThat(score.metric(Metric.COVERAGE95).value()).isCloseTo(0.95, within(4 * Math.sqrt(.0475 / n)));
        assertThat(score.metric(Metric.WIDTH95).value())
                .isCloseTo(
                        2
                                * 1.959963984540054
                                * Arrays.stream(deviations).average().orElseThrow(),
                        within(1e-9));
    }

    @Test
    void aDeviationOfZeroIsRefused() {
        assertThatThrownBy(() -> new Scorer(alone(2)).gaussian(new double[2], new double[2], new double[2]))
                .hasMessage("a predictive deviation is above 0, not 0.0");
    }

    @Test
    void theLargestErrorIsOneOfARow() {
        Interval max = new Scorer(alone(4))
                .numbers(OBSERVED, new double[] {0, 1, 2, 1})
                .score(bootstrap(4))
                .metric(Metric.MAX_ERROR);

        assertThat(max.value()).isEqualTo(4);
        assertThat(max.high()).isEqualTo(4);
        assertThat(max.low()).isZero();
    }

    @Test
    void theDevianceOfPoissonCountsIsTwiceTheLogLikelihoodThatTheirMeansLack() {
        double[] means = {0.5, 1, 3, 4};
        double byHand = 0;
        for (int i = 0; i < 4; i++) {
            byHand += 2 * (poisson(OBSERVED[i], OBSERVED[i]) - poisson(OBSERVED[i], means[i])) / 4;
        }
        Score score = new Scorer(alone(4)).counts(OBSERVED, means, 0).score(bootstrap(4));

        assertThat(score.metric(Metric.DEVIANCE).value()).isCloseTo(byHand, within(1e-12));
    }

    private static double poisson(double count, double mean) {
        return (count == 0 ? 0 : count * StrictMath.log(mean)) - mean;
    }

    @ParameterizedTest
    @CsvSource({"0", ".3"})
    void theMeanExplainsNoDevianceAndTheCountsAllOfIt(double dispersion) {
        Score mean =
                new Scorer(alone(4)).counts(OBSERVED, all(4, 2), dispersion).score(bootstrap(4));
        Score counts =
                new Scorer(alone(4)).counts(OBSERVED, OBSERVED, dispersion).score(bootstrap(4));

        assertThat(mean.metric(Metric.DEVIANCE_EXPLAINED).value()).isCloseTo(0, within(1e-12));
        assertThat(counts.metric(Metric.DEVIANCE).value()).isZero();
        assertThat(counts.metric(Metric.DEVIANCE_EXPLAINED).value()).isEqualTo(1);
    }

    @Test
    void aSmallDispersionIsNearlyPoisson() {
        double[] means = {0.5, 1, 3, 4};
        double poisson = new Scorer(alone(4))
                .counts(OBSERVED, means, 0)
                .score(bootstrap(4))
                .metric(Metric.DEVIANCE)
                .value();
        double nearly = new Scorer(alone(4))
                .counts(OBSERVED, means, 1e-7)
                .score(bootstrap(4))
                .metric(Metric.DEVIANCE)
                .value();

        assertThat(nearly).isCloseTo(poisson, within(1e-5));
    }

    @Test
    void aMeanOfZeroCostsMuchButNotAnInfinity() {
        assertThat(new Scorer(alone(4))
                        .counts(OBSERVED, all(4, 0), 0)
                        .score(bootstrap(4))
                        .metric(Metric.DEVIANCE)
                        .value())
                .isBetween(10.0, 1000.0);
    }

    @Test
    void whatIsNotDefinedIsNotInTheScore() {
        Score score = new Scorer(alone(3))
                .classes(new Classified(new int[3], new double[][] {{1, 0}, {.5, .5}, {1, 0}}))
                .score(bootstrap(3));

        assertThat(score.has(Metric.ACCURACY)).isTrue();
        assertThat(score.has(Metric.AUC)).isFalse();
        assertThatThrownBy(() -> score.metric(Metric.AUC)).hasMessageStartingWith("there is no auc of these");
    }
}
