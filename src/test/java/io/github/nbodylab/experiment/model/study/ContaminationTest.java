package io.github.nbodylab.experiment.model.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContaminationTest {

    private static final TrainingTable CLASSES =
            SmallTables.of(Target.ofClasses("kind", List.of("a", "b", "c")), 200, 1, i -> i % 3);

    @Test
    void asManyClassesAreFlippedAsTheFractionSaysAndStayFlipped() {
        List<Change> changes = Contamination.of(CLASSES, 1);

        assertThat(changes)
                .extracting(change -> change.label().path("fraction").asDouble())
                .containsExactly(.05, .1, .2);
        assertThat(changes).extracting(change -> flipped(change).size()).containsExactly(10, 20, 40);
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.rows().values()).containsOnly(0, 1, 2));
        assertThat(flipped(changes.get(2))).containsAll(flipped(changes.get(1)));
    }

    private static Set<Integer> flipped(Change change) {
        double[] values = CLASSES.values();
        double[] spoilt = change.rows().values();
        return new HashSet<>(IntStream.range(0, values.length)
                .filter(i -> values[i] != spoilt[i])
                .boxed()
                .toList());
    }

    @Test
    void noiseHasTheFractionOfTheTargetsDeviation() {
        TrainingTable rows = SmallTables.of(Target.real("y"), 2000, 1, i -> 1000 + 10 * (i % 2));
        List<Change> changes = Contamination.of(rows, 1);

        // the deviation of the values is 5
        assertThat(deviation(rows, changes.get(0).rows())).isCloseTo(.25, within(.015));
        assertThat(deviation(rows, changes.get(2).rows())).isCloseTo(1, within(.06));
    }

    private static double deviation(TrainingTable rows, TrainingTable spoilt) {
        double squares = 0;
        for (int i = 0; i < rows.size(); i++) {
            double error = spoilt.values()[i] - rows.values()[i];
            squares += error * error / rows.size();
        }
        return Math.sqrt(squares);
    }

    @Test
    void noisyCountsAreCounts() {
        TrainingTable rows = SmallTables.of(Target.count("y"), 500, 1, i -> i % 50 == 0 ? 40 : i % 2);

        assertThat(Contamination.of(rows, 1))
                .allSatisfy(change -> assertThat(
                                Arrays.stream(change.rows().values()).boxed())
                        .allMatch(value -> value >= 0 && value == Math.rint(value)));
    }

    @Test
    void theSameSeedSpoilsTheSameRows() {
        Set<Integer> first = flipped(Contamination.of(CLASSES, 1).get(2));

        assertThat(flipped(Contamination.of(CLASSES, 1).get(2))).isEqualTo(first);
        assertThat(flipped(Contamination.of(CLASSES, 2).get(2))).isNotEqualTo(first);
    }
}
