package io.github.nbodylab.experiment.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OptimizerTest {

    @Test
    void theFirstStepOfAdamIsTheRateInTheDirectionOfTheSign() {
        double[] parameters = {1, 1, 1, 1};
        new Adam(4).step(parameters, new double[] {3e4, -2e-3, 0.7, 0}, 0.01);

        assertThat(parameters).containsExactly(new double[] {0.99, 1.01, 0.99, 1}, within(1e-7));
    }

    @Test
    void adamUnderAConstantGradientGoesOnByTheRate() {
        double[] parameters = {0};
        Adam adam = new Adam(1);
        for (int t = 0; t < 100; t++) {
            adam.step(parameters, new double[] {-5}, 0.01);
        }

        assertThat(parameters[0]).isCloseTo(1, within(1e-6));
    }

    @Test
    void plainDescentFollowsTheGradient() {
        double[] parameters = {1, 2};
        new GradientDescent(0, 2).step(parameters, new double[] {10, -20}, 0.01);

        assertThat(parameters).containsExactly(new double[] {0.9, 2.2}, within(1e-15));
    }

    /** Nesterov's own words: the gradient is taken where the velocity would lead. */
    @Test
    void momentumLooksAhead() {
        double momentum = 0.9;
        double rate = 0.05;
        double x = 1;
        double v = 0;
        double[] ahead = {1};
        GradientDescent descent = new GradientDescent(momentum, 1);
        for (int t = 0; t < 30; t++) {
            v = momentum * v - rate * slope(x + momentum * v);
            x += v;
            descent.step(ahead, new double[] {slope(ahead[0])}, rate);
            assertThat(ahead[0]).isCloseTo(x + momentum * v, within(1e-14));
        }
    }

    @Test
    void rmsPropStepsByTheRateWhereTheGradientIsSteady() {
        double[] parameters = {0, 0};
        RmsProp descent = new RmsProp(2);
        for (int t = 0; t < 300; t++) {
            descent.step(parameters, new double[] {-7, 0.02}, 0.01);
        }
        double[] before = parameters.clone();
        descent.step(parameters, new double[] {-7, 0.02}, 0.01);

        assertThat(parameters[0] - before[0]).isCloseTo(0.01, within(1e-8));
        assertThat(parameters[1] - before[1]).isCloseTo(-0.01, within(1e-8));
    }

    @Test
    void everyOptimizerFindsTheBottomOfABowl() {
        for (Optimizer optimizer :
                new Optimizer[] {new Adam(2), new RmsProp(2), new GradientDescent(0, 2), new GradientDescent(0.9, 2)}) {
            double[] at = {1, -1};
            for (int t = 0; t < 3000; t++) {
                optimizer.step(at, new double[] {slope(at[0]), 4 * slope(at[1])}, 0.05 / (1 + 0.02 * t));
            }
            assertThat(Arrays.stream(at).map(Math::abs).max().orElseThrow())
                    .as(optimizer.getClass().getSimpleName())
                    .isLessThan(1e-2);
        }
    }

    private static double slope(double x) {
        return x;
    }
}
