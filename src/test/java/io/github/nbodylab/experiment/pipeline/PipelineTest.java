package io.github.nbodylab.experiment.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.compute.OpenClHere;
import io.github.nbodylab.experiment.store.Folders;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises of a whole build, each held by real simulations and fits. */
class PipelineTest {

    @TempDir
    static Path firstProject;

    /** One undisturbed build, which the others are compared with. */
    private static TestBuild first;

    private static SortedMap<String, String> bits;

    @TempDir
    Path folder;

    @BeforeAll
    static void buildOnce() throws IOException {
        first = new TestBuild(firstProject).spec(TestBuild.tinySpec());
        assertThat(first.verify()).isEqualTo(new Problems(List.of(), List.of(), List.of()));
        bits = first.digests();
        assertThat(bits)
                .containsKeys(
                        "resolved.yaml",
                        "runs.csv",
                        "mergers.csv",
                        "trainingset.csv",
                        "trainingset.json",
                        "models/power-law.json",
                        "training.json",
                        "report.json",
                        "film.json");
        assertThat(first.verdict()).isEqualTo("NEW");
    }

    @Test
    void aSecondBuildAsksForNoWorkerAndChangesNoBit() throws IOException {
        TestBuild second = again().workersForbidden();
        assertThat(second.verify().isEmpty()).isTrue();
        assertThat(second.digests()).isEqualTo(bits);
        for (var stage : Json.read(second.file("timeline.json")).path("stages")) {
            assertThat(stage.path("computed").asInt())
                    .as(stage.path("name").asText())
                    .isZero();
        }
    }

    @Test
    void theResultsAreACrateThatTellsOfEveryDigestAndEveryStage() throws IOException {
        String crate = Files.readString(first.file("ro-crate-metadata.json"));
        for (String stage : List.of("simulate", "assemble-trainingset", "train", "study", "validate", "film")) {
            assertThat(crate).contains("\"@id\": \"#" + stage + "\"");
        }
        assertThat(bits.values()).allMatch(crate::contains);
        assertThat(Files.readString(first.file("ro-crate-preview.html")))
                .contains("film.js")
                .contains("data-model=\"ro-crate-preview_files/");
        assertThat(Files.readString(first.file("TEST-experiment-tiny.xml"))).contains("tests=\"2\"");
    }

    @Test
    void anotherLimitOnlyValidatesAgain() throws IOException {
        TestBuild build = again().spec(TestBuild.tinySpec().replace("metric: rmse, max: 10", "metric: rmse, max: 20"));
        assertThat(build.verify().isEmpty()).isTrue();
        for (var stage : Json.read(build.file("timeline.json")).path("stages")) {
            String name = stage.path("name").asText();
            assertThat(stage.path("computed").asInt()).as(name).isEqualTo(name.equals("validate") ? 1 : 0);
        }
        assertThat(build.digests()).containsEntry("training.json", bits.get("training.json"));
        assertThat(build.digests().get("report.json")).isNotEqualTo(bits.get("report.json"));
    }

    @Test
    void howLongAPredictionTakesIsToldByTheTimelineAndPartOfNoResult() throws IOException {
        assertThat(Json.read(first.file("timeline.json"))
                        .at("/cost/predictionSeconds")
                        .asDouble())
                .isPositive();
        assertThat(first.stored("timing.json")).isEmpty();
    }

    @Test
    void anAddedDesignPointRunsThatPointOnly() throws IOException {
        TestBuild build = again().spec(TestBuild.tinySpec().replace("points: 12", "points: 13"));
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(build.log).contains("tiny: 2 of 26 simulations are to run");
        assertThat(Files.readAllLines(build.file("runs.csv"))).containsAll(Files.readAllLines(first.file("runs.csv")));
    }

    @Test
    void threadsFolderTimeZoneAndLocaleChangeNoBit() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            TestBuild build = new TestBuild(folder.resolve("a folder with blanks/ü"))
                    .spec(TestBuild.tinySpec())
                    .jobs(1)
                    .argLine("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Apia");
            assertThat(build.verify().isEmpty()).isTrue();
            assertThat(build.digests()).isEqualTo(bits);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void openClGivesTheBitsOfTheJvmTwin() throws Exception {
        OpenClHere.engine().close();
        TestBuild build = new TestBuild(folder.resolve("opencl"))
                .spec(TestBuild.tinySpec())
                .device("opencl");
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(Json.read(build.file("provenance.json")).path("devices").toString())
                .contains("\"opencl\"");
        assertThat(build.digests()).isEqualTo(bits);
    }

    @Test
    void forceComputesAgainAndFindsTheSameBits() throws IOException {
        TestBuild build = again().force(true);
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(build.log).contains("tiny: 24 of 24 simulations are to run");
        assertThat(build.digests()).isEqualTo(bits);
    }

    /** The store of the first build, but for its film. */
    private TestBuild withoutFilm() throws IOException {
        TestBuild build = copyOfFirst();
        for (Path film : build.stored("film.json")) {
            Folders.delete(film.getParent());
        }
        return build;
    }

    @Test
    void noVerdictWaitsForAFilmWhoseWorkerBreaks() throws IOException {
        TestBuild build = withoutFilm().argLine("-XX:NoSuchFlag");
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(build.verdict()).isEqualTo("NEW");
        assertThat(build.file("film.json")).doesNotExist();
        assertThat(build.log).anyMatch(line -> line.startsWith("WARN tiny: the report has no film"));
    }

    @Test
    void aMachineWithoutAJdkForWorkersJudgesWhatIsInTheStoreWithoutAFilm() throws IOException {
        TestBuild build = withoutFilm().withoutJdk();
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(build.verdict()).isEqualTo("NEW");
        assertThat(build.file("film.json")).doesNotExist();
        assertThat(build.log).contains("WARN no JDK 25 was found");
    }

    @Test
    void aFrozenBuildSimulatesForNoFilm() throws IOException {
        TestBuild build = withoutFilm().frozen(true).workersForbidden();
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(build.log).anyMatch(line -> line.startsWith("tiny: no film is made, for"));
    }

    @Test
    void aKilledWorkerLeavesAStoreFromWhichTheNextGoesOnWithTheSameBits() throws Exception {
        TestBuild undisturbed = new TestBuild(folder.resolve("undisturbed")).spec(TestBuild.slowSpec());
        assertThat(undisturbed.verify().isEmpty()).isTrue();

        TestBuild killed = new TestBuild(folder.resolve("killed")).spec(TestBuild.slowSpec());
        killWorkerAfterThreeRuns(killed);
        assertThat(killed.verify().errors()).singleElement().asString().contains("killed");
        int kept = killed.stored("run.json").size();
        assertThat(kept).isBetween(3, 23);

        TestBuild next = new TestBuild(folder.resolve("killed"));
        assertThat(next.verify().isEmpty()).isTrue();
        assertThat(next.log).contains("tiny: " + (24 - kept) + " of 24 simulations are to run");
        assertThat(next.digests()).isEqualTo(undisturbed.digests());
    }

    @Test
    void aKilledWorkerIsStartedAgainAsOftenAsTheSpecAllows() throws Exception {
        TestBuild build = new TestBuild(folder).spec(TestBuild.slowSpec().replace("retries: 0", "retries: 1"));
        killWorkerAfterThreeRuns(build);
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(build.log).anyMatch(line -> line.contains("retry 1 of 1"));
        assertThat(build.stored("run.json")).hasSize(24);
    }

    @Test
    void aDamagedStoreEntryIsNoticedAndComputedAgain() throws IOException {
        TestBuild build = copyOfFirst();
        Files.writeString(build.stored("run.json").get(5), "{}");
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(build.log).anyMatch(line -> line.startsWith("WARN Stored result") && line.contains("run.json"));
        assertThat(build.log).contains("tiny: 1 of 24 simulations are to run");
        assertThat(build.digests()).isEqualTo(bits);
    }

    @Test
    void twoExperimentsOnOneEnsembleShareSimulationsAndNothingElse() throws IOException {
        TestBuild build = copyOfFirst().secondSpec(TestBuild.tinySpec().replace("name: tiny", "name: second"));
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(build.digests()).isEqualTo(bits);
        assertThat(build.log).contains("second: all 24 simulations are in the store");
        Path second = build.file("../second/trainingset.json");
        assertThat(Json.read(second).path("name").asText()).isEqualTo("second");
    }

    @Test
    void oneExperimentThatFailsHindersNoOther() throws IOException {
        TestBuild build = copyOfFirst()
                .secondSpec(TestBuild.tinySpec()
                        .replace("name: tiny", "name: a-failing-one")
                        .replace("metric: rmse, max: 10", "metric: q2, min: 0.9999"));
        assertThat(build.verify().failures())
                .singleElement()
                .asString()
                .startsWith("a-failing-one: acceptance rule missed");
        assertThat(build.digests()).isEqualTo(bits);
        assertThat(build.file("../a-failing-one/verdict.json")).exists();
    }

    @Test
    void everyExperimentIsValidatedBeforeTheBuildFailsAndAllFailuresAreListed() throws IOException {
        String strict = TestBuild.tinySpec()
                .replace(
                        "- {model: chosen, metric: rmse, max: 10}",
                        "- {model: chosen, metric: q2, min: 0.9999}\n    - {model: constant, metric: rmse, max: 1e-9}");
        TestBuild build = copyOfFirst().spec(strict).secondSpec(strict.replace("name: tiny", "name: a-second-one"));
        assertThat(beginnings(build.verify()))
                .containsExactly(
                        "a-second-one: acceptance rule missed: q2 of ",
                        "a-second-one: acceptance rule missed: rmse of ",
                        "tiny: acceptance rule missed: q2 of ",
                        "tiny: acceptance rule missed: rmse of ");
        assertThat(build.file("../a-second-one/verdict.json")).exists();
        assertThat(build.file("verdict.json")).exists();

        Path model = build.file("../a-second-one/models/constant.json").normalize();
        Files.writeString(model, Files.readString(model).replaceFirst("0\\.", "1."));
        assertThat(beginnings(build.pipeline().validate()))
                .containsExactly(
                        "a-second-one: " + model + ": This model file was changed since it was written: its digest is ",
                        "tiny: acceptance rule missed: q2 of ",
                        "tiny: acceptance rule missed: rmse of ");
    }

    /** Each failure, which is one sentence, as far as it is known beforehand. */
    private static List<String> beginnings(Problems problems) {
        assertThat(problems.errors()).isEmpty();
        assertThat(problems.failures()).noneMatch(failure -> failure.contains("\n"));
        return problems.failures().stream()
                .map(failure -> failure.replaceFirst("( of | is ).*", "$1"))
                .toList();
    }

    @Test
    void resultsOfAnotherSpecCannotBeRecorded() throws IOException {
        TestBuild build = copyOfFirst();
        assertThat(build.verify().isEmpty()).isTrue();
        build.spec(TestBuild.tinySpec().replace("folds: 3", "folds: 4"));
        assertThat(build.pipeline().record().failures())
                .singleElement()
                .asString()
                .contains("another spec", "mvn verify");
        assertThat(build.lock()).doesNotExist();
    }

    @Test
    void filesThatWereCutOffAreMadeAnew() throws IOException {
        TestBuild build = copyOfFirst();
        assertThat(build.verify().isEmpty()).isTrue();
        for (String name : List.of("timeline.json", "provenance.json", "report.json", "runs.csv")) {
            Files.writeString(build.file(name), "");
        }
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(build.digests()).isEqualTo(bits);
    }

    @Test
    void frozenRefusesToSimulateAndListsWhatIsMissing() throws IOException {
        TestBuild build =
                new TestBuild(folder).spec(TestBuild.tinySpec()).frozen(true).workersForbidden();
        assertThat(build.verify().failures())
                .singleElement()
                .asString()
                .contains("24 of 24 simulations are not in the store", "experiment.frozen", "captureNumber");
    }

    @Test
    void aDeviceThatDoesNotExistIsRefusedWithThoseThatDo() throws IOException {
        TestBuild build = new TestBuild(folder).spec(TestBuild.tinySpec()).device("no-such-device");
        assertThat(build.verify().failures()).singleElement().asString().contains("no-such-device", "jvm");
    }

    @Test
    void aStoreThatCannotBeWrittenIsNamedWithItsRemedy() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        TestBuild build = new TestBuild(folder).spec(TestBuild.tinySpec()).store(file.resolve("store"));
        Problems problems = build.verify();
        String told = problems.failures() + "" + problems.errors();
        assertThat(told).contains(file.resolve("store").toString(), "experiment.store");
        assertThat(Files.readString(file)).isEqualTo("not a folder");
    }

    @Test
    void aGoalWhoseInputIsMissingNamesTheGoalThatMakesIt() throws IOException {
        TestBuild build = new TestBuild(folder).spec(TestBuild.tinySpec());
        assertThat(build.pipeline().train().failures())
                .singleElement()
                .asString()
                .contains("trainingset.csv", "assemble-trainingset", "mvn verify");
    }

    @Test
    void recordedResultsAreIdenticalAndOtherBitsHaveDrifted() throws IOException {
        TestBuild build = copyOfFirst().record(true);
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(build.verdict()).isEqualTo("IDENTICAL");
        build.record(false).requireLock(true);
        assertThat(build.verify().isEmpty()).isTrue();

        String lock = Files.readString(build.lock());
        String runs = bits.get("runs.csv");
        Files.writeString(build.lock(), lock.replace(runs, "0".repeat(runs.length())));
        assertThat(build.verify().failures()).singleElement().asString().contains("DRIFTED", "digest of runs.csv");
        assertThat(build.verdict()).isEqualTo("DRIFTED");
    }

    @Test
    void aSpecEditedAfterItsLockIsChangedAndRedWhereALockIsRequired() throws IOException {
        TestBuild build = copyOfFirst().record(true);
        assertThat(build.verify().isEmpty()).isTrue();
        build.record(false).spec(TestBuild.tinySpec().replace("folds: 3", "folds: 4"));
        assertThat(build.verify().isEmpty()).isTrue();
        assertThat(build.verdict()).isEqualTo("CHANGED");
        assertThat(build.requireLock(true).verify().failures())
                .singleElement()
                .asString()
                .contains("CHANGED", "spec train.crossValidation.folds: 3 -> 4");
    }

    @Test
    void whatIsTooLargeForMemoryIsToldBeforeAnythingOfAnyExperimentRuns() throws IOException {
        String large = TestBuild.tinySpec().replace("[12, 16, 24]", "[12, 16, 900000]");
        TestBuild build = new TestBuild(folder)
                .secondSpec(TestBuild.tinySpec().replace("name: tiny", "name: the-one-before"))
                .spec(large);
        Problems problems = build.verify();
        assertThat(problems.errors()).isEmpty();
        assertThat(problems.failures())
                .singleElement()
                .asString()
                .startsWith("tiny: 2 clusters at once, of up to 900000 bodies, need 17")
                .contains("the worker has 512 MiB", "-Dexperiment.jobs", "-Dexperiment.argLine=-Xmx")
                .doesNotContain("\n");
        assertThat(build.stored("run.json")).isEmpty();
        assertThat(build.log).noneMatch(line -> line.contains("are to run"));
        assertThat(folder.resolve("target/experiments")).doesNotExist();
    }

    @Test
    void specProblemsAreAllToldBeforeAnythingRuns() throws IOException {
        TestBuild build = new TestBuild(folder)
                .spec(TestBuild.tinySpec().replace("seed: 7", "seed: x").replace("until: 0.25", "until: -1"))
                .workersForbidden();
        assertThat(build.verify().failures())
                .singleElement()
                .asString()
                .contains("tiny.yaml:6: seed", "tiny.yaml:13: simulate.until");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    /** The first build's project and store once more. */
    private static TestBuild again() throws IOException {
        return new TestBuild(firstProject).spec(TestBuild.tinySpec());
    }

    /** A project of its own, with a copy of the first build's store. */
    private TestBuild copyOfFirst() throws IOException {
        Files.createDirectories(folder.resolve("store"));
        Folders.copy(firstProject.resolve("store"), folder.resolve("store"));
        return new TestBuild(folder).spec(TestBuild.tinySpec());
    }

    /** Kills the worker as soon as it has told which device it takes and has stored three runs. */
    private static void killWorkerAfterThreeRuns(TestBuild build) {
        Thread killer = new Thread(() -> {
            while (build.storedSoFar("run.json") < 3) {
                Thread.onSpinWait();
            }
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        });
        build.onInfo(line -> {
            if (killer.getState() == Thread.State.NEW) {
                killer.start();
            }
        });
    }
}
