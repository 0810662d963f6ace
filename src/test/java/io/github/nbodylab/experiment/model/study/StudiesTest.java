package io.github.nbodylab.experiment.model.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.model.FitFailedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudiesTest {

    private static String[] groups(int count, int size) {
        return IntStream.range(0, count * size).mapToObj(i -> "g" + i / size).toArray(String[]::new);
    }

    @Test
    void aLearningCurveGrowsByWholeGroupsAndKeepsThoseBefore() {
        List<int[]> fitted = new ArrayList<>();
        LearningCurve curve = LearningCurve.of(groups(40, 3), 1, rows -> {
            fitted.add(rows);
            return 1.0 / rows.length;
        });

        assertThat(curve.points())
                .extracting(LearningCurve.Point::groups)
                .containsExactly(4, 8, 12, 16, 20, 24, 28, 32, 36, 40);
        assertThat(curve.points()).allMatch(point -> point.rows() == 3 * point.groups());
        for (int k = 0; k < fitted.size(); k++) {
            assertThat(fitted.get(k)).isSorted();
            assertThat(Arrays.stream(fitted.get(k))
                            .map(row -> row / 3)
                            .distinct()
                            .count())
                    .isEqualTo(curve.points().get(k).groups());
            assertThat(k == 0 || contains(fitted.get(k), fitted.get(k - 1))).isTrue();
        }
    }

    private static boolean contains(int[] larger, int[] smaller) {
        Set<Integer> all = new HashSet<>(Arrays.stream(larger).boxed().toList());
        return Arrays.stream(smaller).allMatch(all::contains);
    }

    @Test
    void aFurtherGroupDoesNotReorderTheOthers() {
        List<Set<Integer>> ten = new ArrayList<>();
        LearningCurve.of(groups(10, 1), 1, rows -> note(ten, rows));
        List<Set<Integer>> eleven = new ArrayList<>();
        LearningCurve.of(groups(11, 1), 1, rows -> note(eleven, rows));

        assertThat(eleven).allSatisfy(groups -> {
            groups.remove(10);
            assertThat(groups.isEmpty() || groups.equals(ten.get(groups.size() - 1)))
                    .isTrue();
        });
    }

    private static double note(List<Set<Integer>> fitted, int[] rows) {
        fitted.add(new HashSet<>(Arrays.stream(rows).boxed().toList()));
        return 0;
    }

    @Test
    void fewGroupsAreFittedOnceEach() {
        assertThat(LearningCurve.of(groups(3, 1), 1, rows -> 0).points())
                .extracting(LearningCurve.Point::groups)
                .containsExactly(1, 2, 3);
    }

    @Test
    void aFitThatFailsLeavesItsReason() {
        LearningCurve curve = LearningCurve.of(groups(10, 1), 1, rows -> {
            if (rows.length < 5) {
                throw new FitFailedException("too few rows");
            }
            return rows.length > 9 ? Double.NaN : 1;
        });

        assertThat(curve.points().get(0).outcome().failure()).contains("too few rows");
        assertThat(curve.points().get(5).outcome().loss()).isEqualTo(OptionalDouble.of(1));
        assertThat(curve.points().get(9).outcome().failure()).contains("its loss is not finite");
        assertThat(curve.toJson().at("/points/0/failure").asText()).isEqualTo("too few rows");
        assertThat(curve.toJson().at("/points/5/loss").asDouble()).isEqualTo(1);
    }

    @Test
    void asManyLabelsAreFlippedAsTheFractionSaysAndStayFlipped() {
        int[] classes = IntStream.range(0, 200).map(i -> i % 3).toArray();
        List<int[]> fitted = new ArrayList<>();
        Contamination study = Contamination.flipped(classes, 3, 1, spoilt -> {
            fitted.add(spoilt);
            return 0;
        });

        assertThat(study.points()).extracting(Contamination.Point::fraction).containsExactly(0.0, .05, .1, .2);
        assertThat(fitted).extracting(spoilt -> flipped(classes, spoilt).length).containsExactly(0, 10, 20, 40);
        assertThat(fitted).allSatisfy(spoilt -> assertThat(spoilt).containsOnly(0, 1, 2));
        assertThat(contains(flipped(classes, fitted.get(3)), flipped(classes, fitted.get(2))))
                .isTrue();
    }

    private static int[] flipped(int[] classes, int[] spoilt) {
        return IntStream.range(0, classes.length)
                .filter(i -> classes[i] != spoilt[i])
                .toArray();
    }

    @Test
    void noiseHasTheFractionOfTheTargetsDeviation() {
        double[] values =
                IntStream.range(0, 2000).mapToDouble(i -> 1000 + 10 * (i % 2)).toArray();
        Contamination study = Contamination.noise(values, false, 1, spoilt -> {
            double squares = 0;
            for (int i = 0; i < values.length; i++) {
                squares += (spoilt[i] - values[i]) * (spoilt[i] - values[i]) / values.length;
            }
            return Math.sqrt(squares);
        });

        // the deviation of the values is 5
        assertThat(study.points().get(0).outcome().loss()).hasValue(0);
        assertThat(study.points().get(3).outcome().loss().orElseThrow()).isCloseTo(1, within(.06));
        assertThat(study.points().get(1).outcome().loss().orElseThrow()).isCloseTo(.25, within(.015));
    }

    @Test
    void noisyCountsAreCounts() {
        double[] values = IntStream.range(0, 500)
                .mapToDouble(i -> i % 50 == 0 ? 40 : i % 2)
                .toArray();
        Contamination.noise(values, true, 1, spoilt -> {
            assertThat(Arrays.stream(spoilt).boxed()).allMatch(value -> value >= 0 && value == Math.rint(value));
            return 0;
        });
    }

    @Test
    void theSameSeedSpoilsTheSameRows() {
        int[] classes = new int[100];
        List<int[]> fitted = new ArrayList<>();
        for (long seed : new long[] {1, 1, 2}) {
            Contamination.flipped(classes, 2, seed, spoilt -> {
                fitted.add(spoilt);
                return 0;
            });
        }

        assertThat(fitted.get(7)).isEqualTo(fitted.get(3)).isNotEqualTo(fitted.get(11));
    }

    @Test
    void eachInputIsLeftOutInTurn() {
        DroppedInputs study = DroppedInputs.of(
                List.of("a", "b", "c"), kept -> IntStream.of(kept).sum());

        assertThat(study.all().loss()).hasValue(3);
        assertThat(study.toJson().at("/without/0/input").asText()).isEqualTo("a");
        assertThat(study.without())
                .extracting(point -> point.outcome().loss().orElseThrow())
                .containsExactly(3.0, 2.0, 1.0);
        assertThatThrownBy(() -> DroppedInputs.of(List.of("a"), kept -> 0)).hasMessageContaining("only input");
    }
}
