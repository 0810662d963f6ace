package io.github.nbodylab.experiment.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.model.Seeds;
import io.github.nbodylab.experiment.surrogate.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BackpropagationTest {

    private static final int[] WIDTHS = {3, 7, 5, 2};
    private static final int ROWS = 11;

    private final UniformRandomProvider random = Seeds.random("gradients of a test");

    static List<Arguments> everyActivationAndLoss() {
        List<Arguments> all = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (Loss loss : Loss.values()) {
                all.add(Arguments.of(activation, loss));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("everyActivationAndLoss")
    void theGradientIsThatOfFiniteDifferences(Activation activation, Loss loss) {
        double[][] x = numbers(3);
        double[][] y = targets(loss);
        Parameters parameters = Parameters.random(random, activation, WIDTHS);
        double[] flat = new double[parameters.count()];
        parameters.copyTo(flat);
        for (int i = parameters.weightCount(); i < flat.length; i++) {
            flat[i] = random.nextDouble() - 0.5;
        }
        parameters.copyFrom(flat);
        Backpropagation backpropagation = new Backpropagation(activation, loss, ROWS, WIDTHS);
        Parameters slope = new Parameters(WIDTHS);
        double at = backpropagation.gradient(
                parameters, x, y, IntStream.range(0, ROWS).toArray(), 0, ROWS, slope);
        double[] gradient = new double[flat.length];
        slope.copyTo(gradient);

        assertThat(at).isCloseTo(backpropagation.loss(parameters, x, y), within(1e-14));
        double h = 1e-5;
        for (int i = 0; i < flat.length; i++) {
            double[] moved = flat.clone();
            moved[i] = flat[i] + h;
            parameters.copyFrom(moved);
            double above = backpropagation.loss(parameters, x, y);
            moved[i] = flat[i] - h;
            parameters.copyFrom(moved);
            double below = backpropagation.loss(parameters, x, y);
            assertThat(gradient[i]).as("parameter %d", i).isCloseTo((above - below) / (2 * h), within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("everyActivationAndLoss")
    void theGradientOfABatchIsTheMeanOfThoseOfItsRows(Activation activation, Loss loss) {
        double[][] x = numbers(3);
        double[][] y = targets(loss);
        Parameters parameters = Parameters.random(random, activation, WIDTHS);
        Backpropagation backpropagation = new Backpropagation(activation, loss, ROWS, WIDTHS);
        int[] order = IntStream.range(0, ROWS).toArray();
        double[] whole = new double[parameters.count()];
        Parameters slope = new Parameters(WIDTHS);
        backpropagation.gradient(parameters, x, y, order, 0, ROWS, slope);
        slope.copyTo(whole);
        double[] mean = new double[whole.length];
        for (int row = 0; row < ROWS; row++) {
            double[] one = new double[whole.length];
            backpropagation.gradient(parameters, x, y, order, row, row + 1, slope);
            slope.copyTo(one);
            Arrays.setAll(mean, i -> mean[i] + one[i] / ROWS);
        }

        assertThat(whole).containsExactly(mean, within(1e-14));
    }

    private double[][] numbers(int columns) {
        double[][] numbers = new double[ROWS][columns];
        for (double[] row : numbers) {
            Arrays.setAll(row, i -> 2 * random.nextDouble() - 1);
        }
        return numbers;
    }

    /** Numbers; numbers of 0 or more, 0 among them; or one of two classes. */
    private double[][] targets(Loss loss) {
        double[][] targets = numbers(2);
        for (int i = 0; i < ROWS && loss != Loss.SQUARED; i++) {
            double[] row = targets[i];
            if (loss == Loss.POISSON) {
                Arrays.setAll(row, k -> Math.max(0, StrictMath.rint(3 * row[k])));
            } else {
                targets[i] = row[0] > 0 ? new double[] {1, 0} : new double[] {0, 1};
            }
        }
        return targets;
    }
}
