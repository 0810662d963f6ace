// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairwiseCouplingTest {

    @Test
    void pairsThatAgreeGiveBackTheirProbabilities() {
        double[] known = {0.5, 0.3, 0.15, 0.05};
        double[][] pairs = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                pairs[i][j] = i == j ? 0 : known[i] / (known[i] + known[j]);
            }
        }
        assertThat(PairwiseCoupling.of(pairs)).containsExactly(known, within(1e-12));
    }

    @Test
    void pairsThatDisagreeGiveTheMinimumOfTheirDisagreement() {
        double[][] pairs = {{0, 0.9, 0.4}, {0.1, 0, 0.7}, {0.6, 0.3, 0}};
        double[] p = PairwiseCoupling.of(pairs);
        double least = disagreement(pairs, p);
        assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-14));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double[] other = p.clone();
                other[i] += 1e-3;
                other[j] -= 1e-3;
                assertThat(disagreement(pairs, other)).isGreaterThanOrEqualTo(least);
            }
        }
    }

    @Test
    void certainPairsLeaveOneClass() {
        double[][] pairs = {{0, 1, 1}, {0, 0, 0.5}, {0, 0.5, 0}};
        assertThat(PairwiseCoupling.of(pairs)[0]).isGreaterThan(0.999);
    }

    private static double disagreement(double[][] pairs, double[] p) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double difference = pairs[j][i] * p[i] - pairs[i][j] * p[j];
                sum += difference * difference;
            }
        }
        return sum;
    }
}
