package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class NegativeBinomialTest {

    /** P(y) = Gamma(y + 1/a) / (Gamma(1/a) y!) (1/(1 + am))^(1/a) (am/(1 + am))^y, with a = 1/2: a number of whole factors. */
    @Test
    void theLikelihoodIsThatOfTheFormulaByHand() {
        // a = 1/2, m = 4: P(0) = (1/3)^2 = 1/9; P(1) = 2 (1/9) (2/3) = 4/27; P(3) = 4 (1/9) (8/27) = 32/243
        double byHand = StrictMath.log(1 / 9.0) + StrictMath.log(4 / 27.0) + StrictMath.log(32 / 243.0);
        double[] means = {4, 4, 4};
        assertThat(NegativeBinomial.logLikelihood(new double[] {0, 1, 3}, means, 0.5))
                .isCloseTo(byHand, within(1e-14));
    }

    @Test
    void withoutDispersionTheLikelihoodIsPoissons() {
        // e^-4 4^3 / 3!
        assertThat(NegativeBinomial.logLikelihood(new double[] {3}, new double[] {4}, 0))
                .isCloseTo(-4 + StrictMath.log(64 / 6.0), within(1e-14));
    }

    @Test
    void theSlopeIsTheDerivativeOfTheLikelihood() {
        double[] counts = {0, 1, 3, 12, 40};
        double[] means = {0.3, 2, 5, 9, 30};
        for (double a : new double[] {1e-3, 0.1, 2}) {
            double h = 1e-5 * a;
            double difference = (NegativeBinomial.logLikelihood(counts, means, a + h)
                            - NegativeBinomial.logLikelihood(counts, means, a - h))
                    / (2 * h);
            assertThat(NegativeBinomial.slope(counts, means, a))
                    .isCloseTo(difference, within(1e-5 * (1 + Math.abs(difference))));
        }
    }

    @Test
    void simulatedCountsGiveBackTheirDispersionAndTheirCoefficients() throws Exception {
        UniformRandomProvider random = Seeds.random("negative binomial counts of a test");
        int n = 4000;
        double[][] x = new double[n][];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = new double[] {1, 2.0 * i / n - 1};
            // a = 1/2: the mean of a Poisson count times a gamma number of shape 2 and mean 1
            double gamma = -0.5 * (StrictMath.log(1 - random.nextDouble()) + StrictMath.log(1 - random.nextDouble()));
            double mean = StrictMath.exp(1 + 0.8 * x[i][1]) * gamma;
            for (double t = -StrictMath.log(1 - random.nextDouble()); t < mean; y[i]++) {
                t -= StrictMath.log(1 - random.nextDouble());
            }
        }
        NegativeBinomial fit = NegativeBinomial.fit(x, y, 0);
        // standard errors of about .02, .015 and .025; four of them
        assertThat(fit.dispersion()).isCloseTo(0.5, within(0.1));
        assertThat(fit.solution().coefficients()[0]).isCloseTo(1, within(0.06));
        assertThat(fit.solution().coefficients()[1]).isCloseTo(0.8, within(0.1));
    }

    @Test
    void countsThatVaryLessThanPoissonsHaveNoDispersion() throws Exception {
        double[][] x = new double[40][];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            x[i] = new double[] {1, i / 40.0};
            y[i] = 5 + i % 2;
        }
        NegativeBinomial fit = NegativeBinomial.fit(x, y, 0);
        assertThat(fit.dispersion()).isZero();
        assertThat(fit.solution().coefficients())
                .containsExactly(new CountRegression(x, y, 0, 0).fit().coefficients());
    }
}
