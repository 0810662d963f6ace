package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.model.metric.Gaussian;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.ResidualBand;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ConformalResidualsTest {

    private static ResidualBand band(double[] observed, double[] predicted, String[] groups, boolean count) {
        return ResidualBand.parse(Json.canonical(ConformalResiduals.of(observed, predicted, groups, count)));
    }

    private static String[] groups(int n, int size) {
        return IntStream.range(0, n).mapToObj(i -> "g" + i / size).toArray(String[]::new);
    }

    @Test
    void theHalfWidthIsTheOrderStatisticThatLeavesRoomForOneMore() {
        double[] observed = IntStream.rangeClosed(1, 19).mapToDouble(i -> i).toArray();
        ResidualBand band = band(observed, new double[19], groups(19, 1), false);

        assertThat(band.at(0, .5)).contains(new ResidualBand.Range(-10, 10));
        assertThat(band.at(7, .8)).contains(new ResidualBand.Range(7 - 16, 7 + 16));
        assertThat(band.at(0, .95)).contains(new ResidualBand.Range(-19, 19));
    }

    @Test
    void tooFewGroupsTellNothingOfWideIntervals() {
        ResidualBand band = band(new double[18], new double[18], groups(18, 1), false);

        assertThat(band.probabilities()).containsExactlyInAnyOrder(.5, .8);
        assertThat(band.at(0, .95)).isEmpty();
    }

    @Test
    void aGroupCountsOnceWhateverItsRows() {
        // 3 groups, of which one has many rows with a large residual
        double[] observed = {1, 2, 9, 9, 9, 9, 9, 9};
        String[] groups = {"a", "b", "c", "c", "c", "c", "c", "c"};

        assertThat(band(observed, new double[8], groups, false).at(0, .5)).contains(new ResidualBand.Range(-2, 2));
    }

    /** Further groups, which share an error in each, lie within the intervals as often as these say. */
    @Test
    void furtherGroupsAreCoveredAsPromised() {
        int size = 5;
        int n = 400 * size;
        UniformRandomProvider random = Seeds.random("conformal");
        double[] observed = noise(random, n, size);
        ResidualBand band = band(observed, new double[n], groups(n, size), false);
        double[] further = noise(random, 4 * n, size);
        for (double probability : new double[] {.5, .8, .95}) {
            ResidualBand.Range range = band.at(0, probability).orElseThrow();
            double covered = 0;
            for (double value : further) {
                covered += value >= range.low() && value <= range.high() ? 1.0 / further.length : 0;
            }
            // of 400 groups to calibrate by and 1600 to test by
            assertThat(covered).isCloseTo(probability, within(4 * Math.sqrt(.25 / 400 + .25 / 1600)));
        }
    }

    private static double[] noise(UniformRandomProvider random, int n, int size) {
        double[] noise = new double[n];
        double shared = 0;
        for (int i = 0; i < n; i++) {
            shared = i % size == 0 ? Gaussian.sample(random) : shared;
            noise[i] = 2 * shared + Gaussian.sample(random);
        }
        return noise;
    }

    @Test
    void intervalsOfCountsWidenWithTheirMeanAndStopAtZero() {
        double[] predicted = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
        double[] observed = IntStream.range(0, 40)
                .mapToDouble(i -> i + 2 * Math.sqrt(i + .5))
                .toArray();
        ResidualBand band = band(observed, predicted, groups(40, 1), true);

        assertThat(band.at(0, .8).orElseThrow().low()).isZero();
        assertThat(band.at(0, .8).orElseThrow().high()).isCloseTo(2 * Math.sqrt(.5), within(1e-9));
        assertThat(band.at(100, .8).orElseThrow().high()).isCloseTo(100 + 2 * Math.sqrt(100.5), within(1e-9));
    }
}
