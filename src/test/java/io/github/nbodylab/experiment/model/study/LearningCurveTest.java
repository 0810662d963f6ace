package io.github.nbodylab.experiment.model.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningCurveTest {

    private static TrainingTable rows(int groups) {
        return SmallTables.of(Target.real("y"), groups, 3, i -> i % 5);
    }

    /** Four folds, by the number of the group. */
    private static int[] folds(int groups) {
        return IntStream.range(0, 3 * groups).map(i -> i / 3 % 4).toArray();
    }

    private static Set<Integer> groups(int[] rows) {
        return new HashSet<>(Arrays.stream(rows).map(row -> row / 3).boxed().toList());
    }

    @Test
    void numbersOfGroupsGrowByTheRootOfTwoUpToThoseOfTheSmallestFit() {
        assertThat(new LearningCurve(rows(64), folds(64), 1).steps()).containsExactly(6, 8, 12, 17, 24, 34, 48);
        assertThat(new LearningCurve(rows(22), folds(22), 1).steps()).containsExactly(2, 3, 4, 6, 8, 11, 16);
    }

    @Test
    void everyFitGrowsByWholeGroupsOutsideOfItsFoldAndKeepsThoseBefore() {
        LearningCurve curve = new LearningCurve(rows(64), folds(64), 1);
        int[] folds = folds(64);
        List<Trial> trials = curve.trials();

        for (int fold = 0; fold < 4; fold++) {
            Set<Integer> before = Set.of();
            for (int s = 0; s < trials.size(); s++) {
                int[] seen = trials.get(s).rows(folds, fold);
                int itsFold = fold;
                assertThat(seen).isSorted().hasSize(3 * curve.steps()[s]);
                assertThat(groups(seen))
                        .hasSize(curve.steps()[s])
                        .containsAll(before)
                        .noneMatch(group -> group % 4 == itsFold);
                before = groups(seen);
            }
        }
    }

    @Test
    void aFurtherGroupDoesNotReorderTheOthers() {
        List<Trial> fewer = new LearningCurve(rows(67), folds(67), 1).trials();
        List<Trial> more = new LearningCurve(rows(68), folds(68), 1).trials(); // group 67 is in fold 3

        for (int s = 0; s < more.size(); s++) {
            Set<Integer> groups = groups(more.get(s).rows(folds(68), 0));
            groups.remove(67);
            Set<Integer> before = groups(fewer.get(s).rows(folds(67), 0));
            assertThat(before.containsAll(groups) || groups.containsAll(before)).isTrue();
        }
    }
}
