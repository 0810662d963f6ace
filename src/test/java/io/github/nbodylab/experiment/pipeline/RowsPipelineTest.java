package io.github.nbodylab.experiment.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.report.ExperimentPage;
import io.github.nbodylab.experiment.report.PageFiles;
import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.RecordException;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole builds whose rows are made of snapshots. */
class RowsPipelineTest {

    private static final Problems NONE = new Problems(List.of(), List.of(), List.of());

    @TempDir
    Path folder;

    private static String spec(String mergers, String trainingSet) {
        return """
                apiVersion: experiment/v1
                name: tiny
                version: 1.0.0
                title: Black holes of very small clusters
                question: What becomes of each?
                seed: 7

                simulate:
                  cluster:
                    particles: 12
                  mergers:
                    %s
                  until: 0.5
                  snapshots: {every: 0.25}
                  design: {method: grid, replicates: 20}

                trainingSet: {row: black-hole, split: {by: simulation}, %s}

                train:
                  models: [constant]
                  crossValidation: {folds: 3}
                """.formatted(mergers, trainingSet);
    }

    /** What the site shows of a build's results. */
    private static String page(TestBuild build) throws IOException, RecordException {
        ReportRecord record = ReportRecord.of(Json.read(build.file("record.json")), "record.json");
        return ExperimentPage.html(
                record, new History(List.of(record), Optional.of(record.version())), PageFiles.none());
    }

    private JsonNode description(TestBuild build) throws IOException {
        return Json.read(build.file("trainingset.json"));
    }

    @Test
    void simulationsWithoutMergersTellWhereBodiesWillBe() throws Exception {
        TestBuild build = new TestBuild(folder).spec(spec("criterion: none", "lead: 0.25, target: laterRadius"));

        assertThat(build.verify()).isEqualTo(NONE);
        assertThat(Csv.read(build.file("trainingset.csv")).rows()).hasSize(20 * 12);
        assertThat(description(build).at("/target/unit").asText()).isEqualTo("Henon length");
        assertThat(build.verdict()).isEqualTo("NEW");
        assertThat(page(build)).contains("later radius");
    }

    @Test
    void anotherQuestionAboutTheSameSnapshotsAssemblesAgainAndSimulatesNothing() throws Exception {
        TestBuild build = new TestBuild(folder).spec(spec("captureNumber: 4", "before: 0.25"));
        assertThat(build.verify()).isEqualTo(NONE);
        JsonNode first = description(build);
        Csv rows = Csv.read(build.file("trainingset.csv"));
        assertThat(rows.rows()).anyMatch(row -> row.contains("yes"));
        assertThat(page(build)).contains("merges");

        build.frozen(true).spec(spec("captureNumber: 4", "at: 0.25, target: timeToMerger"));
        assertThat(build.verify()).isEqualTo(NONE);
        assertThat(description(build).path("censored").isEmpty()).isFalse();

        build.workersForbidden().spec(spec("captureNumber: 4", "before: 0.25"));
        assertThat(build.verify()).isEqualTo(NONE);
        assertThat(description(build)).isEqualTo(first);
    }
}
