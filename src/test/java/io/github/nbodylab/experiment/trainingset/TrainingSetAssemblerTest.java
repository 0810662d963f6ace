package io.github.nbodylab.experiment.trainingset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Train;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSetAssemblerTest {

    /** Revision of the stage to the digest of its table and description. */
    private static final Map<Integer, String> GOLDEN =
            Map.of(1, "f437534b45fdfd8102a9167d369f5a875068ace7ce00ac2eee8eed2a3d267a41");

    @TempDir
    Path folder;

    @BeforeEach
    void ensemble() throws IOException {
        Experiments.simulate(folder, 16, 3);
    }

    @Test
    void theSameEnsembleHasTheSameBytesAsLongAsTheRevisionStays() throws Exception {
        Experiments.assemble(Experiments.spec(), folder);

        assertThat(Digest.of(
                        Digest.of(folder.resolve("trainingset.csv")) + Digest.of(folder.resolve("trainingset.json"))))
                .as("raise the revision of the stage when its results change")
                .isEqualTo(GOLDEN.get(TrainingSetAssembler.STAGE.revision()));
    }

    @Test
    void theLocaleChangesNoByte() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Experiments.assemble(Experiments.spec(), folder);
            String english = Files.readString(folder.resolve("trainingset.csv"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            Experiments.assemble(Experiments.spec(), folder);
            assertThat(Files.readString(folder.resolve("trainingset.csv"))).isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aRowCountsTheMergersUntilItsTimeAndAFailedRunHasNone() throws Exception {
        Experiments.assemble(Experiments.spec(), folder);

        Csv table = Csv.read(folder.resolve("trainingset.csv"));
        Csv runs = Csv.read(folder.resolve("runs.csv"));
        Csv mergers = Csv.read(folder.resolve("mergers.csv"));
        assertThat(table.header())
                .containsExactly("group", "split", "particles", "captureNumber", "profile", "time", "mergers");
        assertThat(table.rows()).hasSize((16 * 3 - 1) * 2);
        int row = 0;
        for (List<String> run : runs.rows()) {
            for (double time : run.get(10).equals("failed") ? new double[0] : new double[] {0.5, 1}) {
                long expected = mergers.rows().stream()
                        .filter(merger -> merger.get(0).equals(run.get(0)) && Double.parseDouble(merger.get(1)) <= time)
                        .count();
                assertThat(table.rows().get(row).get(6)).isEqualTo(Long.toString(expected));
                assertThat(table.rows().get(row++).get(0)).isEqualTo(run.get(1));
            }
        }
        JsonNode json = Json.read(folder.resolve("trainingset.json"));
        assertThat(json.at("/runs/failed").asInt()).isEqualTo(1);
        assertThat(json.at("/runs/completed").asInt()).isEqualTo(47);
        assertThat(json.at("/digests/runs.csv").asText()).isEqualTo(Digest.of(folder.resolve("runs.csv")));
    }

    @Test
    void columnsAreDescribedByKindRangeAndScale() throws Exception {
        TrainingTable table = Experiments.assemble(Experiments.spec(), folder);

        Column particles = table.columns().get(0);
        Column captureNumber = table.columns().get(1);
        assertThat(particles.kind().text()).isEqualTo("whole");
        assertThat(particles.min()).isEqualTo(32);
        assertThat(particles.max()).isEqualTo(128);
        assertThat(captureNumber.log()).isTrue();
        assertThat(table.columns().get(2).levels()).containsExactly("plummer", "hernquist");
        assertThat(table.columns().get(3).log()).isFalse();
    }

    @Test
    void whatIsWrittenReadsBackToTheSameTable() throws Exception {
        TrainingTable written = Experiments.assemble(Experiments.spec(), folder);
        TrainingTable read = TrainingTable.read(folder);

        assertThat(read.columns()).isEqualTo(written.columns());
        assertThat(read.inputs()).isDeepEqualTo(written.inputs());
        assertThat(read.values()).isEqualTo(written.values());
        assertThat(read.groups()).isEqualTo(written.groups());
        assertThat(read.sides()).isEqualTo(written.sides());
        assertThat(read.targets()).containsExactly(Target.count("mergers"));
    }

    @Test
    void designPointsAreHeldOutWholeAndInTheFractionAskedFor() throws Exception {
        TrainingTable table = Experiments.assemble(Experiments.spec(), folder);

        Set<String> train = new HashSet<>(Arrays.asList(table.trainingRows().groups()));
        Set<String> test = new HashSet<>(Arrays.asList(table.testRows().groups()));
        assertThat(test).hasSize(4).doesNotContainAnyElementsOf(train);
        assertThat(train).hasSize(12);
    }

    @Test
    void groupsBeyondTheBoundsAreHeldOutBeyondAndTheOthersSplitAsEver() throws Exception {
        TrainingTable table = Experiments.assemble(spec(within("captureNumber", Double.NEGATIVE_INFINITY, 2)), folder);

        assertThat(table.beyondRows().groupCount()).isEqualTo(5);
        assertThat(table.testRows().groupCount()).isEqualTo(3); // a quarter of 11
        assertThat(table.trainingRows().groupCount()).isEqualTo(8);
        assertThat(List.of(table.beyondRows().inputs())).allMatch(row -> row[1] > 2);
        assertThat(List.of(table.testRows().inputs())).allMatch(row -> row[1] <= 2);
        assertThat(List.of(table.trainingRows().inputs())).allMatch(row -> row[1] <= 2);
        assertThat(table.columns().get(1).max()).isLessThan(2);
        assertThat(TrainingTable.read(folder).sides()).isEqualTo(table.sides());
        JsonNode json = Json.read(folder.resolve("trainingset.json"));
        assertThat(json.at("/groups/beyond").asInt()).isEqualTo(5);
        assertThat(json.at("/rows/beyond").asInt()).isEqualTo(table.beyondRows().size());
    }

    @Test
    void oneRowBeyondTheBoundsTakesItsWholeGroupThere() {
        assertThatThrownBy(() -> Experiments.assemble(spec(within("time", Double.NEGATIVE_INFINITY, 0.75)), folder))
                .isInstanceOf(TrainingSetException.class)
                .hasMessage(
                        "Of the 16 groups, 0 lie wholly within the bounds of trainingSet.split.within, and there must be"
                                + " one to train on and another to test on; 'time' goes from 0.5 to 1.0: widen the bounds, or give"
                                + " more groups there.");
    }

    @Test
    void boundsBeyondWhichThereIsNothingAreRefused() {
        assertThatThrownBy(() -> Experiments.assemble(spec(within("particles", 16, 128)), folder))
                .isInstanceOf(TrainingSetException.class)
                .hasMessage(
                        "No group has a row beyond the bounds of trainingSet.split.within; 'particles' goes from 32.0 to"
                                + " 128.0: set the bounds within that, or leave them out.");
    }

    private static TrainingSet within(String input, double min, double max) {
        return Experiments.spec().trainingSet().within(new TreeMap<>(Map.of(input, new TrainingSet.Bounds(min, max))));
    }

    @Test
    void moreDesignPointsNeverSwapTwoOfTheOldOnesInTheOrderOfHoldingOut() throws Exception {
        List<String> some = List.of("a", "b", "c", "d", "e");
        List<String> more = List.of("x", "e", "d", "y", "c", "b", "a", "z");

        assertThat(Ranks.of("split", 7, more).stream().filter(some::contains).toList())
                .isEqualTo(Ranks.of("split", 7, some));
        assertThat(Ranks.of("split", 8, more)).isNotEqualTo(Ranks.of("split", 7, more));
    }

    @Test
    void atLeastOneDesignPointIsHeldOutAndOneKept() throws Exception {
        for (double fraction : new double[] {0.001, 0.999}) {
            TrainingSet set = new TrainingSet(
                    TrainingSet.Row.SIMULATION_TIME,
                    List.of(0.25, 1.0),
                    TrainingSet.Window.NONE,
                    List.of("time"),
                    List.of("mergers"),
                    TrainingSet.SplitBy.DESIGN_POINT,
                    fraction);
            TrainingTable table = Experiments.assemble(spec(set), folder);
            assertThat(
                            fraction < 0.5
                                    ? table.testRows().groupCount()
                                    : table.trainingRows().groupCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void rowsOfWholeSimulationsCountAllMergers() throws Exception {
        TrainingSet set = new TrainingSet(
                TrainingSet.Row.SIMULATION,
                List.of(),
                TrainingSet.Window.NONE,
                List.of("captureNumber"),
                List.of("mergers"),
                TrainingSet.SplitBy.DESIGN_POINT,
                0.25);
        TrainingTable table = Experiments.assemble(spec(set), folder);

        double total = Arrays.stream(table.values()).sum();
        assertThat(table.size()).isEqualTo(47);
        assertThat(total)
                .isEqualTo(Csv.read(folder.resolve("mergers.csv")).rows().size());
    }

    @Test
    void anInputThatNeverVariesIsRefused() {
        TrainingSet set = new TrainingSet(
                TrainingSet.Row.SIMULATION,
                List.of(),
                TrainingSet.Window.NONE,
                List.of("captureNumber", "virialRatio"),
                List.of("mergers"),
                TrainingSet.SplitBy.DESIGN_POINT,
                0.25);

        assertThatThrownBy(() -> Experiments.assemble(spec(set), folder))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("'virialRatio' has one and the same value");
    }

    @Test
    void anInputThatIsNoParameterIsRefused() {
        TrainingSet set = new TrainingSet(
                TrainingSet.Row.SIMULATION,
                List.of(),
                TrainingSet.Window.NONE,
                List.of("radius"),
                List.of("mergers"),
                TrainingSet.SplitBy.DESIGN_POINT,
                0.25);

        assertThatThrownBy(() -> Experiments.assemble(spec(set), folder))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("'radius' is no parameter");
    }

    @Test
    void anEnsembleOfFailedRunsMakesNoTable() throws IOException {
        edit("runs.csv", "completed", "failed");

        assertThatThrownBy(() -> Experiments.assemble(Experiments.spec(), folder))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("None of the 48 simulations was completed");
    }

    @Test
    void oneDesignPointIsNotEnough() throws IOException {
        Experiments.simulate(folder, 1, 3);

        assertThatThrownBy(() -> Experiments.assemble(Experiments.spec(), folder))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("one design point");
    }

    @Test
    void mergersThatDoNotBelongToTheRunsAreNoticed() throws IOException {
        Csv mergers = Csv.read(folder.resolve("mergers.csv"));
        new Csv(mergers.header(), mergers.rows().subList(1, mergers.rows().size()))
                .write(folder.resolve("mergers.csv"));

        assertThatThrownBy(() -> Experiments.assemble(Experiments.spec(), folder))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("run simulate again");
    }

    @Test
    void aDesignPointOnBothSidesOfTheSplitIsRefused() throws Exception {
        Experiments.assemble(Experiments.spec(), folder);
        Path file = folder.resolve("trainingset.csv");
        Files.writeString(file, Files.readString(file).replaceFirst(",test,", ",train,"));

        assertThatThrownBy(() -> TrainingTable.read(folder))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("in both 'train' and 'test'");
    }

    @Test
    void aNumberThatIsNotFiniteIsRefused() throws Exception {
        Experiments.assemble(Experiments.spec(), folder);
        edit("trainingset.csv", ",0.5,", ",NaN,");

        assertThatThrownBy(() -> TrainingTable.read(folder))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("'time' has NaN");
    }

    @Test
    void foldsAreWholeGroupsOfEqualNumberAndNoMoreThanThereAreGroups() throws Exception {
        TrainingTable rows = Experiments.assemble(Experiments.spec(), folder).trainingRows();

        int[] folds = rows.folds(5, 1);
        Map<String, Integer> foldOf = new HashMap<>();
        for (int i = 0; i < folds.length; i++) {
            assertThat(foldOf.merge(rows.groups()[i], folds[i], (a, b) -> a)).isEqualTo(folds[i]);
        }
        for (int fold = 0; fold < 5; fold++) {
            int wanted = fold;
            assertThat(foldOf.values().stream().filter(f -> f == wanted)).hasSizeBetween(2, 3);
        }
        assertThatThrownBy(() -> rows.folds(13, 1))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("13 folds")
                .hasMessageContaining("there are 12 to train on");
    }

    private static ExperimentSpec spec(TrainingSet set) {
        return Experiments.spec(set, new Train(Experiments.LADDER, 4, Train.Choose.BEST));
    }

    private void edit(String name, String what, String with) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, Files.readString(file).replace(what, with));
    }
}
