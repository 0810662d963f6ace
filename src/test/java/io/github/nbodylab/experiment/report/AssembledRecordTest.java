package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.TrainJob;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.SpecReader;
import io.github.nbodylab.experiment.spec.Train;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Experiments;
import io.github.nbodylab.experiment.trainingset.SourceAssembler;
import io.github.nbodylab.experiment.validation.RecordFile;
import io.github.nbodylab.experiment.worker.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What validation puts into a record is what a report reads out of it. */
class AssembledRecordTest {

    private static final List<ModelSpec> SHORT = List.of(new ModelSpec.Constant(), new ModelSpec.PowerLaw());

    @TempDir
    Path folder;

    /** The record of the spec; what the new parts do not look at is that of the sample. */
    private ObjectNode record(ExperimentSpec spec) throws Exception {
        TrainJob.train(spec, folder, folder, new Heard());
        ObjectNode sample = SampleRecord.tree();
        for (String part : List.of("report", "verdict", "provenance", "timeline")) {
            Json.write(folder.resolve(part + ".json"), sample.get(part));
        }
        Path finalState = Files.writeString(folder.resolve("final.csv"), "x,y,mass\n0.1,0.2,0.5\n-0.1,-0.2,0.5\n");
        return RecordFile.assemble(spec, "name: sample\n", folder, run -> finalState);
    }

    private ExperimentSpec simulated() throws Exception {
        ExperimentSpec spec = Experiments.spec();
        ExperimentSpec small = Experiments.spec(
                spec.trainingSet(), new Train(SHORT, 4, Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR));
        Experiments.simulate(folder, 24, 3);
        Experiments.assemble(small, folder);
        return small;
    }

    private static String page(ObjectNode tree) throws IOException {
        ReportRecord record = ReportRecord.of(tree, "assembled");
        return DesignSection.html(record, FigureFiles.none())
                + SimulationsSection.html(record, FigureFiles.none())
                + TrainingSetSection.html(record, FigureFiles.none());
    }

    @Test
    void ofSimulationsThePageHasDesignErrorsAndTrainingSet() throws Exception {
        assertThat(page(record(simulated())))
                .contains("24\u00a0points of a Sobol sequence, each simulated 3 times")
                .contains(", 1 of 24 from ")
                .contains("id=\"exp-fig-design\"", "id=\"exp-fig-energy-errors\"")
                .contains("36\u00a0rows of 6\u00a0design points", "25\u00a0% of the")
                .contains("id=\"exp-fig-target\"", "id=\"exp-fig-inputs\"")
                .doesNotContain("exp-fig-track", "NaN");
    }

    @Test
    void theSameRunsGiveTheSameRecord() throws Exception {
        ExperimentSpec spec = simulated();

        assertThat(Json.canonical(record(spec))).isEqualTo(Json.canonical(record(spec)));
    }

    @Test
    void ofATableFromElsewhereThePageHasItsRowsAndItsGaps() throws Exception {
        Path file = Files.writeString(folder.resolve("table.yaml"), """
                apiVersion: experiment/v1
                name: table
                version: 1.0.0
                title: Table
                question: What is it?
                seed: 3
                trainingSet: {source: table.csv, group: id, inputs: [u, v, field], target: z, missing: impute, split: {test: 25%}}
                train: {models: [constant], crossValidation: {folds: 2}}
                """);
        StringBuilder table = new StringBuilder("id,u,v,field,z\n");
        for (int i = 0; i < 400; i++) {
            table.append(i / 2)
                    .append(',')
                    .append(i == 7 ? "" : i * 7 % 400 / 100.0)
                    .append(',');
            table.append(i * 31 % 97)
                    .append(i % 2 == 0 ? ",north," : ",south,")
                    .append(i % 11 / 3.0)
                    .append('\n');
        }
        Files.writeString(folder.resolve("table.csv"), table);
        ExperimentSpec spec = new SpecReader().read(file, folder);
        new SourceAssembler(spec, folder).assemble(folder);
        ObjectNode record = record(spec);

        assertThat(record.has("runs")).isFalse();
        assertThat(record.at("/design/every").asInt()).isEqualTo(2);
        assertThat(page(record))
                .contains("they are the 400\u00a0rows of the table", "200 are shown, evenly taken")
                .contains("The rows come from table.csv (SHA-256 ", "those with the same id are a group.")
                .contains("Missing are u in 1\u00a0row:")
                .doesNotContain("exp-fig-energy-errors", "NaN", folder.toString());
    }
}
