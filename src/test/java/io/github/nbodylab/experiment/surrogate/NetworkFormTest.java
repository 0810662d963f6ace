// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkFormTest {

    private static final String HEAD = "{\"schema\": 1, \"kind\": \"neural-network\", \"inputs\": ["
            + "{\"name\": \"x\", \"kind\": \"real\", \"log\": false, \"mean\": 1.0, \"deviation\": 2.0,"
            + " \"min\": 0.0, \"max\": 3.0}], ";
    private static final String REAL = HEAD + "\"target\": {\"name\": \"y\", \"count\": false}, ";

    /** tanh(3 x - 1) times 2, plus the bias, of the scaled x. */
    private static String network(double bias) {
        return "{\"layers\": [{\"weights\": [[3.0]], \"biases\": [-1.0]}," + " {\"weights\": [[2.0]], \"biases\": ["
                + bias + "]}]}";
    }

    private static String one(String activation, String link) {
        return REAL + "\"activation\": \"" + activation + "\", \"link\": \"" + link
                + "\", \"shift\": [10.0], \"scale\": [5.0], \"networks\": [" + network(0.5) + "]}";
    }

    @Test
    void aNetworkIsWeightedSumsAndActivationsInTurn() {
        double z = 3 * ((2.5 - 1) / 2) - 1;
        double[] at = {2.5};

        assertThat(Surrogate.parse(one("tanh", "identity")).predict(at))
                .isCloseTo(10 + 5 * (2 * StrictMath.tanh(z) + 0.5), within(1e-13));
        assertThat(Surrogate.parse(one("logistic", "identity")).predict(at))
                .isCloseTo(10 + 5 * (2 / (1 + StrictMath.exp(-z)) + 0.5), within(1e-13));
        assertThat(Surrogate.parse(one("relu", "identity")).predict(at)).isEqualTo(10 + 5 * (2 * z + 0.5));
        assertThat(Surrogate.parse(one("relu", "identity")).predict(new double[] {0}))
                .isEqualTo(12.5);
        assertThat(Surrogate.parse(one("identity", "log")).predict(at))
                .isCloseTo(10 + 5 * StrictMath.exp(2 * z + 0.5), within(1e-10));
    }

    @Test
    void severalNetworksPredictTheirMeanAndTellTheirSpread() {
        Surrogate model = Surrogate.parse(REAL + "\"activation\": \"tanh\", \"link\": \"identity\", \"shift\": [10.0],"
                + " \"scale\": [5.0], \"networks\": [" + network(0) + ", " + network(1) + ", " + network(2) + "]}");
        double middle = 10 + 5 * (2 * StrictMath.tanh(-1) + 1);

        assertThat(model.predict(new double[] {1})).isCloseTo(middle, within(1e-13));
        assertThat(model.hasSpread()).isTrue();
        assertThat(model.spread(new double[] {1})[0]).isCloseTo(5, within(1e-13));
    }

    @Test
    void oneNetworkHasNoSpread() {
        Surrogate model = Surrogate.parse(one("tanh", "identity"));

        assertThat(model.hasSpread()).isFalse();
        assertThatThrownBy(() -> model.spread(new double[] {1}))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("no spread");
    }

    @Test
    void classesHaveProbabilitiesThatSumToOneHoweverFarApart() {
        Surrogate model = Surrogate.parse(HEAD + "\"target\": {\"name\": \"c\", \"count\": false, \"levels\": [\"a\","
                + " \"b\", \"c\"]}, \"activation\": \"tanh\", \"link\": \"softmax\", \"shift\": [0.0, 0.0, 0.0],"
                + " \"scale\": [1.0, 1.0, 1.0], \"networks\": [{\"layers\": [{\"weights\": [[1000.0], [-1000.0],"
                + " [1.0]], \"biases\": [0.0, 0.0, 0.5]}]}]}");

        double[] even = model.probabilities(new double[] {1});
        assertThat(even[0]).isEqualTo(even[1]).isLessThan(even[2]);
        assertThat(even[0] + even[1] + even[2]).isCloseTo(1, within(1e-15));
        assertThat(model.probabilities(new double[] {3})[0]).isCloseTo(1, within(1e-15));
        assertThat(model.predict(new double[] {-3})).isEqualTo(1);
    }

    @Test
    void manyThreadsHaveTheSameBits() {
        Surrogate model = Surrogate.parse(one("tanh", "identity"));
        double[] alone = IntStream.range(0, 10_000)
                .mapToDouble(i -> model.predict(new double[] {i / 1000.0}))
                .toArray();

        assertThat(IntStream.range(0, 10_000)
                        .parallel()
                        .mapToDouble(i -> model.predict(new double[] {i / 1000.0}))
                        .toArray())
                .isEqualTo(alone);
    }

    @Test
    void aNetworkThatDoesNotFitItsInputsOrTargetsIsRefused() {
        String good = one("tanh", "identity");

        assertThatThrownBy(() -> Surrogate.parse(good.replace("[[3.0]]", "[[3.0, 1.0]]")))
                .hasMessageContaining("damaged")
                .hasMessageContaining("\"weights\" has 2 numbers where 1 are needed");
        assertThatThrownBy(() -> Surrogate.parse(
                        good.replace("[[2.0]], \"biases\": [0.5]", "[[2.0], [1.0]], \"biases\":" + " [0.5, 0.5]")))
                .hasMessageContaining("a network has 2 outputs where 1 are needed");
        assertThatThrownBy(() -> Surrogate.parse(good.replace("tanh", "swish")))
                .hasMessageContaining("'swish' is no activation");
        assertThatThrownBy(() -> Surrogate.parse(good.replace("\"link\": \"identity\"", "\"link\": \"probit\"")))
                .hasMessageContaining("is no link; identity, log and softmax are");
        assertThatThrownBy(() -> Surrogate.parse(good.replace(network(0.5), "")))
                .hasMessageContaining("no networks");
    }
}
