package io.github.nbodylab.experiment.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.model.Score;
import io.github.nbodylab.experiment.spec.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassMetricsTest {

    private static String[] alone(int n) {
        return IntStream.range(0, n).mapToObj(i -> "g" + i).toArray(String[]::new);
    }

    private static Classified binary(int[] observed, double... events) {
        return new Classified(
                observed,
                Arrays.stream(events).mapToObj(p -> new double[] {1 - p, p}).toArray(double[][]::new));
    }

    private static Score score(Classified rows, int n) {
        return new Scorer(alone(n)).classes(rows).score(new GroupBootstrap("test", 1, n));
    }

    private static double value(Metric metric, Classified rows, int n) {
        return score(rows, n).metric(metric).value();
    }

    /** Oracle: "always six" of a fair die that is thrown once on each side, and the uniform forecast. */
    @Test
    void theBrierScoreOfADieIsKnown() {
        int[] sides = {0, 1, 2, 3, 4, 5};
        double[] six = {0, 0, 0, 0, 0, 1};
        double[] uniform = {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0};
        Classified always = new Classified(sides, new double[][] {six, six, six, six, six, six});
        Classified fair = new Classified(sides, new double[][] {uniform, uniform, uniform, uniform, uniform, uniform});

        assertThat(value(Metric.BRIER, always, 6)).isCloseTo(1.667, within(5e-4));
        assertThat(value(Metric.BRIER, fair, 6)).isCloseTo(0.833, within(5e-4));
        assertThat(value(Metric.BRIER_SKILL, fair, 6)).isCloseTo(0, within(1e-12));
        assertThat(value(Metric.BRIER_SKILL, always, 6)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void theBinaryBrierScoreIsTheMeanSquareOfTheProbabilitysError() {
        Classified rows = binary(new int[] {0, 1, 1, 0}, .1, .8, .4, .5);

        assertThat(value(Metric.BRIER, rows, 4)).isCloseTo((.01 + .04 + .36 + .25) / 4, within(1e-15));
        assertThat(value(Metric.BRIER_SKILL, rows, 4)).isCloseTo(1 - (.01 + .04 + .36 + .25) / 4 / .25, within(1e-12));
        assertThat(value(Metric.LOG_LOSS, rows, 4)).isCloseTo(-StrictMath.log(.9 * .8 * .4 * .5) / 4, within(1e-12));
        assertThat(value(Metric.ACCURACY, rows, 4)).isEqualTo(.75);
    }

    @Test
    void theAucIsTheFractionOfPairsInTheirOrderTiesHalf() {
        // events .8 .5 .3, absences .5 .2 .3 .1: pairs 4 + 3.5 + 2.5 of 12
        Classified rows = binary(new int[] {1, 1, 1, 0, 0, 0, 0}, .8, .5, .3, .5, .2, .3, .1);

        assertThat(value(Metric.AUC, rows, 7)).isCloseTo(10 / 12.0, within(1e-15));
    }

    @Test
    void theAveragePrecisionSumsPrecisionOverGainsInRecall() {
        // in order: 1 | 0 | 1 1-0 tied | 0: precision 1 at 1/3, 3/5 for the other two thirds
        Classified rows = binary(new int[] {1, 0, 1, 1, 0, 0}, .9, .8, .5, .5, .5, .1);

        assertThat(value(Metric.PR_AUC, rows, 6)).isCloseTo(1 / 3.0 + 2 / 3.0 * 3 / 5, within(1e-15));
    }

    @Test
    void ofSeveralClassesTheAucIsTheMeanOfEachAgainstTheRest() {
        int[] observed = {0, 1, 2, 0, 1, 2};
        double[][] probabilities = {{.6, .3, .1}, {.5, .4, .1}, {.2, .2, .6}, {.3, .3, .4}, {.1, .8, .1}, {.4, .5, .1}};
        double mean = 0;
        for (int c = 0; c < 3; c++) {
            int level = c;
            Classified one = binary(
                    Arrays.stream(observed).map(k -> k == level ? 1 : 0).toArray(),
                    Arrays.stream(probabilities).mapToDouble(p -> p[level]).toArray());
            mean += value(Metric.AUC, one, 6) / 3;
        }

        assertThat(value(Metric.AUC, new Classified(observed, probabilities), 6))
                .isCloseTo(mean, within(1e-15));
    }

    @Test
    void theConfusionHasTheObservedClassInItsRows() {
        Classified rows = new Classified(
                new int[] {0, 0, 1, 2}, new double[][] {{.5, .5, 0}, {0, 1, 0}, {0, 1, 0}, {.1, .1, .8}});

        assertThat(rows.confusion()).isDeepEqualTo(new int[][] {{1, 1, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    @Test
    void probabilitiesThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> new Classified(new int[1], new double[][] {{.5, .4}}))
                .hasMessage("row 1 has no 2 probabilities of sum 1");
    }

    /** Drawing a group twice is the same as having it twice. */
    @Test
    void aResampleIsScoredAsTheTableThatItStandsFor() {
        int[] drawn = {2, 0, 1, 3, 1};
        int[] observed = {1, 0, 0, 1, 0};
        double[] scores = {.7, .6, .7, .2, .1};
        RankedRows weighted = new RankedRows(scores, events(observed), new int[] {0, 1, 2, 3, 4});
        int[] rows = {0, 0, 2, 3, 3, 3, 4};
        RankedRows written = new RankedRows(
                Arrays.stream(rows).mapToDouble(i -> scores[i]).toArray(),
                events(Arrays.stream(rows).map(i -> observed[i]).toArray()),
                new int[7]);

        assertThat(weighted.auc(drawn)).isEqualTo(written.auc(new int[] {1}));
        assertThat(weighted.averagePrecision(drawn)).isEqualTo(written.averagePrecision(new int[] {1}));
    }

    private static boolean[] events(int[] observed) {
        boolean[] events = new boolean[observed.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = observed[i] == 1;
        }
        return events;
    }

    @Test
    void probabilitiesThatComeTrueHaveNoMoreCalibrationErrorThanTheirNoise() {
        int n = 5000;
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {5, 2, 3, 4});
        double[] p = random.doubles(n).toArray();
        int[] observed =
                Arrays.stream(p).mapToInt(q -> random.nextDouble() < q ? 1 : 0).toArray();
        double[] boasting =
                Arrays.stream(p).map(q -> q < .5 ? q / 2 : (1 + q) / 2).toArray();

        // ten bins, each with a mean of 500 rows of variance p (1 - p) of at most 1/4
        double noise = Math.sqrt(.25 / 500);
        assertThat(value(Metric.CALIBRATION_ERROR, binary(observed, p), n)).isLessThan(1.5 * noise);
        assertThat(value(Metric.CALIBRATION_ERROR, binary(observed, boasting), n))
                .isCloseTo(.125, within(2 * noise));
    }

    @Test
    void theReliabilityDiagramKeepsEqualPredictionsTogether() {
        double[] p = {.1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .1, .9, .9, .9, .9};
        int[] observed = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0};
        List<ReliabilityBin> bins =
                CalibrationBins.reliability(binary(observed, p), alone(16), new GroupBootstrap("t", 1, 16));

        assertThat(bins).hasSize(2);
        assertThat(bins.get(0).rows()).isEqualTo(12);
        assertThat(bins.get(0).observed().value()).isCloseTo(1 / 12.0, within(1e-15));
        assertThat(bins.get(1).predicted()).isCloseTo(.9, within(1e-15));
        assertThat(bins.get(1).observed().value()).isEqualTo(.75);
        assertThat(bins.get(1).observed().low()).isLessThan(.75);
    }

    /**
     * Oracle: a known signal of signal-to-noise ratio rho in white noise. The matched filter reaches an AUC of
     * Phi(rho / sqrt 2), and no other statistic of the same data exceeds it.
     */
    @ParameterizedTest
    @CsvSource({"1, .760", "2, .921", "3, .983"})
    void noDetectorExceedsTheMatchedFilter(double rho, double known) {
        int n = 4000;
        int length = 16;
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {1, 2, 3, (long) rho});
        double[] matched = new double[n];
        double[] mismatched = new double[n];
        double[] power = new double[n];
        int[] observed = new int[n];
        for (int i = 0; i < n; i++) {
            observed[i] = i % 2;
            for (int t = 0; t < length; t++) {
                double template = StrictMath.sin(2 * Math.PI * 3 * t / length) / Math.sqrt(length / 2.0);
                double shifted = StrictMath.sin(2 * Math.PI * 3 * (t + .5) / length) / Math.sqrt(length / 2.0);
                double strain = Gaussian.sample(random) + observed[i] * rho * template;
                matched[i] += strain * template;
                mismatched[i] += strain * shifted;
                power[i] += strain * strain;
            }
        }
        double bound = Gaussian.cumulative(rho / Math.sqrt(2));
        double standardError = Math.sqrt(bound * (1 - bound) / (n / 2.0));

        assertThat(bound).isCloseTo(known, within(5e-4));
        assertThat(auc(observed, matched)).isCloseTo(bound, within(4 * standardError));
        assertThat(auc(observed, mismatched)).isLessThan(bound);
        assertThat(auc(observed, power)).isLessThan(bound);
    }

    private static double auc(int[] observed, double[] scores) {
        return new RankedRows(scores, events(observed), new int[scores.length]).auc(new int[] {1});
    }

    @Test
    void theIntervalOfAnAucHasTheWidthThatItsGroupsGive() {
        int n = 400;
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {1, 7, 3, 4});
        int[] observed = IntStream.range(0, n).map(i -> i % 2).toArray();
        double[] scores = random.doubles(n).toArray();
        Interval auc = score(binary(observed, scores), n).metric(Metric.AUC);

        // without skill the variance is (m + k + 1) / (12 m k) of m events and k absences (Mann and Whitney 1947)
        double expected = 3.92 * Math.sqrt((n + 1) / (12.0 * n / 2 * n / 2));
        assertThat(auc.high() - auc.low()).isCloseTo(expected, within(.15 * expected));
    }
}
