package io.github.nbodylab.experiment.trainingset;

import static io.github.nbodylab.experiment.trainingset.SmallRuns.cloud;
import static io.github.nbodylab.experiment.trainingset.SmallRuns.clouds;
import static io.github.nbodylab.experiment.trainingset.SmallRuns.merger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nbodylab.experiment.nbody.diagnostics.Diagnostics;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.store.Json;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of mergers, of snapshots, and of simulations up to their first merger. */
class EventRowsTest {

    @TempDir
    Path folder;

    private SmallRuns runs;

    /** Mergers at 0.6, 0.7 (twice) and 1.2; the second run is like the first with one more, the third without any. */
    @BeforeEach
    void threeRuns() throws Exception {
        runs = new SmallRuns(folder);
        for (int seed = 1; seed <= 2; seed++) {
            List<Snapshot> snapshots = List.of(
                    cloud(seed, 0),
                    cloud(seed, 0.5),
                    cloud(seed, 1, 2, 4, 6),
                    cloud(seed, 1.5, 2, 4, 6, 7),
                    cloud(seed, 2, 2, 4, 6, 7));
            double[][] events = {merger(0.6, 1, 2), merger(0.7, 3, 4), merger(0.7, 5, 6), merger(1.2, 1, 7)};
            runs.run("p" + seed + "-1", seed, 2, snapshots, events);
        }
        runs.run("p3-1", 3, 2, clouds(3));
    }

    private static double[][] of(TrainingTable table, String group, double[][] numbers) {
        return IntStream.range(0, table.size())
                .filter(i -> table.groups()[i].equals(group))
                .mapToObj(i -> numbers[i])
                .toArray(double[][]::new);
    }

    @Test
    void afterAMergerTheNextOneIsStrictlyLaterAndTheLastIsCensored() throws Exception {
        TrainingTable table =
                runs.assemble("row: merger", "inputs: [time, radius]", "target: [timeToNext, nextRadius, nextX]");

        assertThat(of(table, "p1-1", table.inputs()))
                .isDeepEqualTo(new double[][] {{0.6, 0.6}, {0.7, 0.7}, {0.7, 0.7}});
        assertThat(of(table, "p1-1", table.outcomes())).isDeepEqualTo(new double[][] {
            {0.7 - 0.6, 0.7, 0.7}, {1.2 - 0.7, 1.2, 1.2}, {1.2 - 0.7, 1.2, 1.2}
        });
        assertThat(Json.read(folder.resolve("trainingset.json"))
                        .path("censored")
                        .path("mergers after which the simulation ended without another one")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aMergerKnowsHowManyCameBeforeAndWhen() throws Exception {
        TrainingTable table = runs.assemble("row: merger", "inputs: [mergersSoFar, timeSinceLast]");

        assertThat(of(table, "p2-1", table.inputs())).isDeepEqualTo(new double[][] {{1, 0.6}, {2, 0.7 - 0.6}, {3, 0}});
    }

    @Test
    void aSnapshotCountsTheMergersOfItsLeadAndIsCensoredWhereTheRunEndsWithin() throws Exception {
        TrainingTable table = runs.assemble(
                "row: snapshot", "lead: 0.75", "inputs: [time, mergersSoFar, timeSinceLast]", "target: mergers");

        assertThat(of(table, "p1-1", table.outcomes())).isDeepEqualTo(new double[][] {{3}, {4}, {1}});
        assertThat(of(table, "p1-1", table.inputs())).isDeepEqualTo(new double[][] {
            {0, 0, 0}, {0.5, 0, 0.5}, {1, 3, 1 - 0.7}
        });
        assertThat(of(table, "p3-1", table.outcomes())).isDeepEqualTo(new double[][] {{0}, {0}, {0}});
    }

    @Test
    void theFiguresOfASnapshotAreThoseOfTheDiagnostics() throws Exception {
        TrainingTable table = runs.assemble(
                "row: snapshot",
                "inputs: [halfMassRadius, coreRadius, centralDensity, kineticEnergy, potentialEnergy]");

        Diagnostics figures = Diagnostics.of(cloud(1, 0.5).bodies(), 0);
        assertThat(of(table, "p1-1", table.inputs())[1])
                .containsExactly(
                        figures.lagrangianRadii()[3],
                        figures.coreRadius(),
                        figures.centralDensity(),
                        figures.kinetic(),
                        figures.potential());
    }

    @Test
    void aSnapshotInTheMidstOfAMergerIsDropped() throws Exception {
        runs.run("p4-1", 4, 2, clouds(4).subList(0, 2), merger(0.4, 1, 2), merger(0.9, 1, 3));
        TrainingTable table = runs.assemble("row: snapshot", "inputs: [time]");

        assertThat(of(table, "p4-1", table.inputs())).isDeepEqualTo(new double[][] {{0}});
        assertThat(runs.heard.lines()).contains("info left out: 1 snapshots in the midst of a merger");
    }

    @Test
    void aSimulationWithoutAMergerIsCensoredWhereTheFirstIsAsked() throws Exception {
        runs.run("q1-1", 5, 2, clouds(5), merger(0.2, 1, 2));
        runs.run("q2-1", 6, 2, clouds(6), merger(0.8, 1, 2));
        TrainingTable table = runs.assemble("row: simulation", "target: [firstMergerTime, firstMergerRadius, mergers]");

        assertThat(table.size()).isEqualTo(4);
        assertThat(of(table, "q2-1", table.outcomes())).isDeepEqualTo(new double[][] {{0.8, 0.8, 1}});
        assertThat(runs.heard.lines())
                .contains("info left out as censored: 1 simulations that ended before their first merger");
    }

    @Test
    void aTableWithoutRowsSaysWhatWasLeftOut() throws Exception {
        SmallRuns none = new SmallRuns(folder);
        none.run(1, clouds(1)).run(2, clouds(2));

        assertThatThrownBy(() -> none.assemble("row: merger", "inputs: [time]"))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("has no rows");
    }

    @Test
    void twoGroupsWithTheSameSeedAreRefused() throws Exception {
        runs.run("p4-1", 1, 2, clouds(4), merger(0.8, 1, 2), merger(0.9, 1, 3));

        assertThatThrownBy(() -> runs.assemble("row: merger", "inputs: [time]"))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining(
                        "The run p4-1 of the group 'p4-1' has the seed 1, as one of the group 'p1-1' has");
    }

    @Test
    void theOrderOfMergersInTheirFileDoesNotMatter() throws Exception {
        SmallRuns other = new SmallRuns(folder);
        for (int seed = 1; seed <= 2; seed++) {
            double[][] events = {merger(1.2, 1, 7), merger(0.7, 3, 4), merger(0.6, 1, 2), merger(0.7, 5, 6)};
            other.run("p" + seed + "-1", seed, 2, clouds(seed), events);
        }

        TrainingTable table = other.assemble("row: merger", "inputs: [time, mergersSoFar]");
        assertThat(Arrays.stream(of(table, "p1-1", table.inputs())).mapToDouble(row -> row[0]))
                .containsExactly(0.6, 0.7, 0.7);
    }
}
