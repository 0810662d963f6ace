package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {

    private static final double[] RISING = {0.1, 2, 3, 50, 60};

    @Test
    void whatRisesTogetherHasOneAndWhatFallsMinusOne() {
        assertThat(RankCorrelation.of(RISING, new double[] {-5, -4, 0, 1, 1e9})).isEqualTo(1);
        assertThat(RankCorrelation.of(RISING, new double[] {9, 8, 7, 6, -1e9})).isEqualTo(-1);
    }

    @Test
    void withoutTiesItIsSpearmansFormula() {
        // 1 - 6 sum d^2 / (n (n^2 - 1)) with d = 1, 1, 2, 1, 1: 1 - 6 * 8 / 120
        assertThat(RankCorrelation.of(RISING, new double[] {2, 1, 5, 3, 4})).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void equalNumbersShareTheMeanOfTheirRanks() {
        // ranks 0, 1.5, 1.5, 3 and 0, 1, 2, 3: covariance 4.5, variances 4.5 and 5
        assertThat(RankCorrelation.of(new double[] {1, 2, 2, 3}, new double[] {1, 2, 3, 4}))
                .isCloseTo(4.5 / StrictMath.sqrt(4.5 * 5), within(1e-15));
    }

    @Test
    void withOneNumberOnlyThereIsNone() {
        assertThat(RankCorrelation.of(RISING, new double[] {7, 7, 7, 7, 7})).isZero();
    }
}
