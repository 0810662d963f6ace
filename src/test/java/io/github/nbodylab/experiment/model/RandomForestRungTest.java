package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.RandomForestSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Tree;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class RandomForestRungTest {

    private static RandomForestRung forest(int trees, int maxDepth, int minLeaf, long seed) {
        return new RandomForestRung(new RandomForestSpec(trees, maxDepth, minLeaf, OptionalDouble.empty(), 1), seed);
    }

    /** Steps of height 1 at k = 1 to 4, with noise, each row four times in one group. */
    private static TrainingTable steps(boolean replicates) {
        UniformRandomProvider random = Seeds.random("steps of a test");
        double[][] inputs = new double[200][];
        double[] values = new double[200];
        String[] groups = new String[200];
        for (int i = 0; i < 200; i++) {
            int group = replicates ? i / 4 : i;
            inputs[i] = new double[] {group * (replicates ? 0.1 : 0.025)};
            double own = replicates && i % 4 > 0 ? values[i - 1] : random.nextDouble();
            values[i] = replicates && i % 4 > 0 ? own : Math.floor(inputs[i][0]) + own;
            groups[i] = "g" + group;
        }
        return Tables.of(false, Tables.numbers(1), inputs, values, groups);
    }

    @Test
    void aTreeOfAllRowsGivesEachItsOutcome() {
        double[][] points = {{3, 0}, {1, 1}, {2, 5}, {1, 2}, {7, 7}};
        double[][] outcomes = {{1e9}, {1e9 + 1}, {4}, {-5}, {0.5}};
        int[] copies = {1, 1, 2, 1, 1};
        Tree tree = TreeGrower.grow(new TreeRows(points, outcomes), 30, 1, 2, copies, Seeds.random("a tree of a test"));
        for (int i = 0; i < points.length; i++) {
            assertThat(tree.leaf(points[i])).containsExactly(outcomes[i]);
        }
    }

    @Test
    void theFirstCutIsWhereTheSumOfSquaresFallsMost() {
        double[][] points = {{0}, {1}, {2}, {3}, {4}, {5}};
        double[][] outcomes = {{1}, {1.2}, {0.9}, {5}, {5.1}, {4.9}};
        Tree tree = TreeGrower.grow(
                new TreeRows(points, outcomes), 1, 1, 1, new int[] {1, 1, 1, 1, 1, 1}, Seeds.random("one cut"));
        assertThat(tree.features()).containsExactly(0, -1, -1);
        assertThat(tree.thresholds()[0]).isEqualTo(2.5);
        assertThat(tree.leaf(new double[] {-9})[0]).isCloseTo(3.1 / 3, within(1e-15));
        assertThat(tree.leaf(new double[] {9})[0]).isCloseTo(5, within(1e-15));
    }

    @Test
    void depthAndLeafSizeAreKept() throws Exception {
        JsonNode json = forest(10, 3, 20, 1).fit(steps(false)).json();
        for (JsonNode tree : json.path("trees")) {
            assertThat(tree.path("leaves").size()).isLessThanOrEqualTo(8);
            assertThat(tree.path("features")).hasSize(2 * tree.path("leaves").size() - 1);
        }
    }

    @Test
    void theOutOfBagErrorIsThatOfGroupsThatATreeHasNotSeen() throws Exception {
        TrainingTable rows = steps(true);
        double outOfBag = forest(100, 30, 1, 1)
                .fit(rows)
                .details()
                .path("outOfBag")
                .path("meanSquaredError")
                .asDouble();
        double[][] predicted = CrossValidation.predict(forest(100, 30, 1, 1), rows, rows.folds(10, 1))
                .outputs();
        double crossValidated = Scaling.mean(Losses.of(rows, predicted));
        // the noise has a variance of 1/12, and replicates repeat it
        assertThat(outOfBag).isBetween(1 / 12.0, 3 / 12.0);
        assertThat(outOfBag).isCloseTo(crossValidated, within(0.3 * crossValidated));
    }

    @Test
    void anotherSeedGivesAnotherForestAndTheSameOneTheSame() throws Exception {
        TrainingTable rows = steps(false);
        String one = Json.canonical(forest(5, 30, 1, 1).fit(rows).json());
        assertThat(Json.canonical(forest(5, 30, 1, 1).fit(rows).json())).isEqualTo(one);
        assertThat(Json.canonical(forest(5, 30, 1, 2).fit(rows).json())).isNotEqualTo(one);
    }

    @Test
    void leavesOfOneClassKeepTheirShares() throws Exception {
        TrainingTable rows = UciData.table("wdbc");
        Surrogate model = forest(50, 30, 20, 1).fit(rows).surrogate();
        long different = Arrays.stream(rows.inputs())
                .map(row -> model.probabilities(row)[0])
                .filter(p -> p > 0.5)
                .distinct()
                .count();
        assertThat(different).isGreaterThan(50);
    }

    @Test
    void knownClassificationsHaveTheAccuracyOfForests() throws Exception {
        // scikit-learn's forest of 100 trees: .953, .972 and .967
        assertThat(UciData.accuracy(forest(100, 30, 1, 1), "iris")).isGreaterThan(0.93);
        assertThat(UciData.accuracy(forest(100, 30, 1, 1), "wine")).isGreaterThan(0.955);
        assertThat(UciData.accuracy(forest(100, 30, 1, 1), "wdbc")).isGreaterThan(0.95);
    }
}
