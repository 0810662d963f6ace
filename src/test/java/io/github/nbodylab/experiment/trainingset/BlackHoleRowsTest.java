package io.github.nbodylab.experiment.trainingset;

import static io.github.nbodylab.experiment.trainingset.SmallRuns.cloud;
import static io.github.nbodylab.experiment.trainingset.SmallRuns.clouds;
import static io.github.nbodylab.experiment.trainingset.SmallRuns.merger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlackHoleRowsTest {

    private static final String[] MERGES = {"row: black-hole", "at: 0.5", "before: 1.5"};

    @TempDir
    Path folder;

    private SmallRuns runs;

    @BeforeEach
    void noRuns() {
        runs = new SmallRuns(folder);
    }

    /** Four runs, so that each class is in two groups of either side; all but two bodies merge with none. */
    private void four() throws Exception {
        for (int seed = 1; seed <= 4; seed++) {
            runs.run(seed, clouds(seed), merger(0.5 + seed / 8.0, 1, 2));
        }
    }

    private static double[] of(TrainingTable table, String group) {
        return IntStream.range(0, table.size())
                .filter(i -> table.groups()[i].equals(group))
                .mapToDouble(i -> table.values()[i])
                .toArray();
    }

    @Test
    void aBlackHoleMergesIfItTakesPartInAMergerAfterAtAndUntilBefore() throws Exception {
        runs.run(1, clouds(1), merger(0.75, 1, 2), merger(1.75, 1, 3));
        runs.run(2, clouds(2), merger(1.5, 4, 5));
        runs.run(3, clouds(3), merger(0.75, 1, 2));
        runs.run(4, clouds(4), merger(0.75, 1, 2), merger(1, 3, 4));
        TrainingTable table = runs.assemble(MERGES);

        assertThat(table.targets()).containsExactly(Target.ofClasses("merges", List.of("no", "yes")));
        assertThat(of(table, "p1-1")).containsExactly(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(of(table, "p2-1")).containsExactly(0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0);
        assertThat(of(table, "p4-1")).containsExactly(1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(Files.readAllLines(folder.resolve("trainingset.csv")).get(0))
                .startsWith("group,split,radius,radialVelocity,tangentialVelocity,")
                .endsWith(",merges");
    }

    @Test
    void aRunIsAGroupWhereTheSplitIsBySimulation() throws Exception {
        for (int seed = 1; seed <= 4; seed++) {
            runs.run("one-" + seed, seed, 2, clouds(seed), merger(0.75, 1, 2));
        }
        TrainingTable table = runs.assemble(MERGES);

        assertThat(table.trainingRows().groupCount()).isEqualTo(3);
        assertThat(table.testRows().groupCount()).isEqualTo(1);
    }

    @Test
    void theTimeToAMergerIsCountedFromAtAndBlackHolesWithoutOneAreCensoredAndTold() throws Exception {
        four();
        TrainingTable table = runs.assemble("row: black-hole", "at: 0.5", "target: timeToMerger");

        assertThat(of(table, "p1-1")).containsExactly(0.125, 0.125);
        JsonNode json = Json.read(folder.resolve("trainingset.json"));
        String why = "black holes that did not merge before their simulation ended";
        assertThat(json.path("censored").path(why).asInt()).isEqualTo(4 * SmallRuns.BODIES - 8);
        assertThat(json.path("target").path("unit").asText()).isEqualTo("Henon time");
        assertThat(runs.heard.lines()).contains("info left out as censored: 40 " + why);
    }

    @Test
    void aRunThatEndedBeforeTheQuestionDidHasKnownMergersOnly() throws Exception {
        four();
        runs.run("p5-1", 5, 1, clouds(5).subList(0, 3), merger(0.75, 1, 2));
        TrainingTable table = runs.assemble("row: black-hole", "at: 0.5", "before: 2");

        assertThat(of(table, "p5-1")).containsExactly(1, 1);
    }

    @Test
    void laterPlacesAreThoseOfTheLaterSnapshotAndWhoeverMergedIsNowhere() throws Exception {
        four();
        TrainingTable table = runs.assemble(
                "row: black-hole",
                "at: 0.5",
                "lead: 1",
                "inputs: [x, y, z, vx, vy, vz]",
                "target: [laterX, laterZ, laterRadius]");

        Snapshot now = clouds(2).get(1);
        Snapshot then = clouds(2).get(3);
        int row = Arrays.asList(table.groups()).indexOf("p2-1");
        double x = then.bodies().x[4];
        double y = then.bodies().y[4];
        double z = then.bodies().z[4];
        assertThat(table.inputs()[row + 2])
                .containsExactly(
                        now.bodies().x[4],
                        now.bodies().y[4],
                        now.bodies().z[4],
                        now.bodies().vx[4],
                        now.bodies().vy[4],
                        now.bodies().vz[4]);
        assertThat(table.outcomes()[row + 2]).containsExactly(x, z, Math.sqrt(x * x + y * y + z * z));
        assertThat(table.size()).isEqualTo(4 * SmallRuns.BODIES - 8);
        assertThat(TrainingTable.read(folder).outcomes()).isDeepEqualTo(table.outcomes());
    }

    @Test
    void nothingThatComesAfterTheSnapshotIsInAFeature() throws Exception {
        four();
        double[][] before = runs.assemble(MERGES[0], MERGES[1], "before: 2").inputs();
        runs = new SmallRuns(folder);
        for (int seed = 1; seed <= 4; seed++) {
            List<Snapshot> other = new ArrayList<>(clouds(seed).subList(0, 2));
            other.addAll(clouds(seed + 10).subList(2, 5));
            runs.run(seed, other, merger(0.75, 3, 8), merger(1.25, 3, 4));
        }

        assertThat(runs.assemble(MERGES[0], MERGES[1], "before: 2").inputs()).isDeepEqualTo(before);
    }

    @Test
    void bodiesThatTouchedBeforeTheSnapshotAndAreStillInItAreDropped() throws Exception {
        four();
        runs.run(5, clouds(5), merger(0.5, 1, 2), merger(0.75, 1, 3));
        TrainingTable table = runs.assemble("row: black-hole", "at: 0.5", "before: 2");

        assertThat(of(table, "p5-1")).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(Json.read(folder.resolve("trainingset.json"))
                        .path("dropped")
                        .path("black holes in the midst of a merger at the time of their snapshot")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aRemnantThatIsInTheSnapshotBeforeItsMergerIsDropped() throws Exception {
        four();
        runs.run(5, List.of(cloud(5, 0), cloud(5, 0.5, 2), cloud(5, 2, 2)), merger(0.51, 1, 2));
        TrainingTable table = runs.assemble("row: black-hole", "at: 0.5", "before: 2");

        assertThat(of(table, "p5-1")).containsOnly(0).hasSize(SmallRuns.BODIES - 2);
    }

    @Test
    void aMergerBeforeTheSnapshotHasRemovedABodyAndIsForgotten() throws Exception {
        four();
        runs.run(5, List.of(cloud(5, 0), cloud(5, 0.5, 2), cloud(5, 2, 2)), merger(0.3, 1, 2));
        TrainingTable table = runs.assemble("row: black-hole", "at: 0.5", "before: 2");

        assertThat(of(table, "p5-1")).containsOnly(0).hasSize(SmallRuns.BODIES - 1);
    }

    @Test
    void tooFewBodiesForADensityAreLeftOutAndTold() throws Exception {
        four();
        runs.run(5, List.of(cloud(5, 0, 1, 2, 3, 4, 5, 6), cloud(5, 0.5, 1, 2, 3, 4, 5, 6)));

        assertThat(of(runs.assemble("row: black-hole", "at: 0.5", "before: 2"), "p5-1"))
                .isEmpty();
        assertThat(runs.heard.lines()).anyMatch(line -> line.contains("fewer than seven bodies"));
    }

    @Test
    void aFeatureThatIsTheSameInAllRowsIsLeftOutAndTold() throws Exception {
        four();
        TrainingTable table = runs.assemble("row: black-hole", "at: 0.5", "before: 2");

        assertThat(table.columns()).extracting(Column::name).doesNotContain("mass");
        assertThat(runs.heard.lines())
                .contains("info left out: the input 'mass', which is the same in all training rows");
    }

    @Test
    void modelsSeeTheLogarithmOfFeaturesThatSpanDecades() throws Exception {
        four();
        TrainingTable table = runs.assemble("row: black-hole", "at: 0.5", "before: 2");

        assertThat(table.columns())
                .filteredOn(Column::log)
                .extracting(Column::name)
                .containsExactly("nearestDistance", "fifthNearestDistance", "localDensity", "closestApproach");
        assertThat(table.columns()).allMatch(column -> !column.unit().isEmpty());
    }

    @Test
    void twoGroupsWithTheSameBodiesAtTheStartAreRefused() throws Exception {
        four();
        runs.run("p5-1", 5, 2, clouds(3), merger(0.75, 1, 2));

        assertThatThrownBy(() -> runs.assemble(MERGES))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("The run p5-1 of the group 'p5-1' has the same bodies at the start, as one of the"
                        + " group 'p3-1'");
    }

    @Test
    void snapshotsOfAnotherRunAreRefused() throws Exception {
        four();
        Path snapshots = folder.resolve("snapshots");
        Files.delete(snapshots.resolve("p1-1.hdf5"));
        Files.copy(snapshots.resolve("p2-1.hdf5"), snapshots.resolve("p1-1.hdf5"));

        assertThatThrownBy(() -> runs.assemble(MERGES))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("does not hold what runs.csv says of it: run simulate again");
    }

    @Test
    void missingSnapshotsAreRefused() throws Exception {
        four();
        Files.delete(folder.resolve("snapshots/p4-1.hdf5"));

        assertThatThrownBy(() -> runs.assemble(MERGES))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("There is no file of snapshots");
    }
}
