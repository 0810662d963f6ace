package io.github.nbodylab.experiment.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.report.ExperimentPage;
import io.github.nbodylab.experiment.report.IndexPage;
import io.github.nbodylab.experiment.report.PageFiles;
import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises of a build whose table comes from elsewhere. */
class SourcePipelineTest {

    private static final Problems NONE = new Problems(List.of(), List.of(), List.of());

    private static final String SPEC = """
            apiVersion: experiment/v1
            name: tiny
            version: 1.0.0
            title: Quasars among stars
            question: Which of them are quasars?
            seed: 7
            trainingSet:
              source: catalogue.csv
              inputs: [colour, field]
              target: class
            train:
              models: [constant]
              crossValidation: {folds: 3}
            """;

    private static final String NUMBERS = SPEC.replace("target: class", "target: redshift\n  missing: impute")
            .replace("[constant]", "[constant, polynomial: {degree: 1}]");

    @TempDir
    Path folder;

    @BeforeEach
    void catalogue() throws IOException {
        Files.createDirectories(folder.resolve("specs"));
        write("catalogue.csv", table(60));
    }

    @Test
    void aClassificationRunsToItsVerdictAndItsPageWithoutSimulations() throws IOException {
        TestBuild build = build(SPEC);

        assertThat(build.verify()).isEqualTo(NONE);
        assertThat(build.verdict()).isEqualTo("NEW");
        assertThat(build.log).contains("tiny: its table is catalogue.csv, so there is nothing to simulate");
        assertThat(build.digests())
                .containsKeys("resolved.yaml", "trainingset.csv", "models/constant.json", "report.json")
                .doesNotContainKeys("runs.csv", "mergers.csv", "diagnostics.csv");
        page(build);
    }

    @Test
    void aTableFromElsewhereIsAnInputOfTheCrateByItsDigestAndNothingWasSimulated() throws IOException {
        TestBuild build = build(SPEC);
        assertThat(build.verify()).isEqualTo(NONE);

        String crate = Files.readString(build.file("ro-crate-metadata.json"));
        assertThat(crate)
                .contains("\"#input-catalogue.csv\"")
                .contains(Digest.of(folder.resolve("specs/catalogue.csv")))
                .contains("\"#assemble-trainingset\"")
                .doesNotContain("\"#simulate\"")
                .doesNotContain("\"#film\"");
        assertThat(build.file("ro-crate-preview.html")).isRegularFile();
    }

    @Test
    void aRegressionWithGapsRunsToItsVerdictAndItsPage() throws IOException {
        write("catalogue.csv", table(60).replace("0.7,north", ",north"));
        TestBuild build = build(NUMBERS);

        assertThat(build.verify()).isEqualTo(NONE);
        assertThat(Json.read(build.file("models/polynomial.json"))
                        .path("missing")
                        .path("colour")
                        .isNumber())
                .isTrue();
        page(build);
    }

    @Test
    void severalTargetsRunToTheirVerdictAndTheirPage() throws IOException {
        TestBuild build =
                build(NUMBERS.replace("[colour, field]", "[field]").replace("redshift", "[redshift, colour]"));

        assertThat(build.verify()).isEqualTo(NONE);
        page(build);
    }

    @Test
    void aSecondBuildComputesNothingAlsoWhenTheFileHasAnotherNameAndDate() throws IOException {
        TestBuild first = build(SPEC);
        assertThat(first.verify()).isEqualTo(NONE);
        Files.move(folder.resolve("specs/catalogue.csv"), folder.resolve("specs/moved.csv"));
        TestBuild second = build(SPEC.replace("catalogue.csv", "moved.csv")).workersForbidden();

        assertThat(second.verify()).isEqualTo(NONE);
        assertThat(second.digests())
                .containsEntry("report.json", first.digests().get("report.json"));
        assertThat(second.verdict()).isEqualTo("NEW");
    }

    @Test
    void anotherValueInTheFileIsADrift() throws IOException {
        assertThat(build(SPEC).record(true).verify()).isEqualTo(NONE);
        assertThat(build(SPEC).verify()).isEqualTo(NONE);
        write("catalogue.csv", table(60).replaceFirst("quasar", "star"));
        TestBuild changed = build(SPEC);

        assertThat(changed.verify().failures()).singleElement().asString().contains("DRIFTED");
    }

    @Test
    void whatIsWrongWithAnyTableIsToldBeforeAnySimulationRuns() throws IOException {
        TestBuild build = build(SPEC.replace("[colour, field]", "[color, field]"))
                .secondSpec(TestBuild.tinySpec().replace("name: tiny", "name: second"));

        assertThat(build.verify().failures())
                .singleElement()
                .asString()
                .startsWith("tiny: ")
                .endsWith("catalogue.csv: there is no column 'color'; did you mean 'colour'?");
        assertThat(folder.resolve("target/experiments/second")).doesNotExist();
    }

    @Test
    void aTableThatIsInTheStoreIsHeldAgainstFoldsAndRulesAnew() throws IOException {
        assertThat(build(SPEC).verify()).isEqualTo(NONE);

        assertThat(build(SPEC + "\nvalidate: {accept: [{model: chosen, metric: q2, min: 0}]}\n")
                        .verify()
                        .failures())
                .singleElement()
                .asString()
                .contains("'q2' is no metric of the target 'class'");
    }

    @Test
    void aFileThatIsNotThereIsAComplaintOfTheSpecWithItsLine() throws IOException {
        TestBuild build = build(SPEC.replace("catalogue.csv", "catalog.csv")).workersForbidden();

        assertThat(build.verify().failures())
                .singleElement()
                .asString()
                .contains("tiny.yaml:8: trainingSet.source: there is no file ")
                .endsWith("catalog.csv; put it there, or correct its name");
    }

    @Test
    void whatAnEarlierSpecOfTheNameHasSimulatedIsTakenAway() throws IOException {
        TestBuild simulated = build(TestBuild.tinySpec());
        assertThat(simulated.verify()).isEqualTo(NONE);
        TestBuild build = build(SPEC);

        assertThat(build.verify()).isEqualTo(NONE);
        assertThat(build.digests()).doesNotContainKeys("runs.csv", "mergers.csv", "models/power-law.json");
        assertThat(Json.read(build.file("provenance.json")).has("devices")).isFalse();
    }

    private static void page(TestBuild build) throws IOException {
        ReportRecord record = ReportRecord.read(build.file("record.json"));
        History history = new History(List.of(record), Optional.of(record.version()));
        assertThat(ExperimentPage.html(record, history, PageFiles.none()))
                .contains("Which of them are quasars?")
                .doesNotContain("NaN");
        assertThat(IndexPage.html(List.of(history), List.of())).contains("Quasars among stars");
    }

    private TestBuild build(String spec) throws IOException {
        return new TestBuild(folder).spec(spec);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("specs").resolve(name), text);
    }

    private static String table(int rows) {
        StringBuilder table = new StringBuilder("colour,field,class,redshift\n");
        for (int i = 0; i < rows; i++) {
            table.append("0." + i % 10)
                    .append(i % 3 == 0 ? ",south" : ",north")
                    .append(i % 10 < 5 == (i % 7 != 0) ? ",quasar," : ",star,")
                    .append(i % 10 + i % 7 * 0.25)
                    .append('\n');
        }
        return table.toString();
    }
}
