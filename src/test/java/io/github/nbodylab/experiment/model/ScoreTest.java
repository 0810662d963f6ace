package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.model.metric.Scorer;
import io.github.nbodylab.experiment.spec.Metric;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static Score score(double[] observed, double[] predicted, String[] groups, GroupBootstrap bootstrap) {
        return new Scorer(groups).numbers(observed, predicted).score(bootstrap);
    }

    @Test
    void metricsArePooledOverAllRows() {
        double[] observed = {1, 2, 3, 6};
        double[] predicted = {1, 2, 5, 5};
        Score score = score(observed, predicted, new String[] {"a", "a", "b", "c"}, new GroupBootstrap("test", 1, 3));

        assertThat(score.metric(Metric.Q2).value()).isCloseTo(1 - 5.0 / 14, within(1e-15));
        assertThat(score.metric(Metric.RMSE).value()).isCloseTo(Math.sqrt(5.0 / 4), within(1e-15));
        assertThat(score.metric(Metric.MAE).value()).isCloseTo(0.75, within(1e-15));
        assertThat(score.metric(Metric.RMSE).low()).isZero();
    }

    @Test
    void theMeanOfTheScoredRowsHasAQ2OfZero() {
        double[] mean = {3, 3, 3, 3};
        Score score = score(
                new double[] {1, 2, 3, 6}, mean, new String[] {"a", "a", "b", "c"}, new GroupBootstrap("t", 1, 3));

        assertThat(score.metric(Metric.Q2).value()).isZero();
        assertThat(score.metric(Metric.Q2).high()).isLessThanOrEqualTo(0);
    }

    @Test
    void intervalsOfAMeanHaveTheWidthThatTheNumberOfGroupsGivesNotOfRows() {
        int groups = 100;
        UniformRandomProvider random = Seeds.random("interval of a test");
        String[] names = new String[groups * 10];
        double[] zero = new double[names.length];
        double[] observed = new double[names.length];
        double squares = 0;
        for (int g = 0; g < groups; g++) {
            double value = random.nextDouble();
            squares += (value - 0.5) * (value - 0.5);
            for (int r = 0; r < 10; r++) {
                names[g * 10 + r] = "g" + g;
                observed[g * 10 + r] = value;
            }
        }
        Interval mae =
                score(observed, zero, names, new GroupBootstrap("t", 1, groups)).metric(Metric.MAE);

        // 2 x 1.96 standard errors of a mean of 100 groups
        double expected = 3.92 * Math.sqrt(squares / groups / groups);
        assertThat(mae.high() - mae.low()).isCloseTo(expected, within(0.1 * expected));
    }

    @Test
    void theSameSeedDrawsTheSameGroups() {
        assertThat(new GroupBootstrap("t", 1, 9).standardError(drawn -> drawn[0]))
                .isEqualTo(new GroupBootstrap("t", 1, 9).standardError(drawn -> drawn[0]))
                .isNotEqualTo(new GroupBootstrap("t", 2, 9).standardError(drawn -> drawn[0]));
    }
}
