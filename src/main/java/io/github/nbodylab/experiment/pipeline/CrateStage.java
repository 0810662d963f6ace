package io.github.nbodylab.experiment.pipeline;

import io.github.nbodylab.experiment.ensemble.Ensemble;
import io.github.nbodylab.experiment.report.StandalonePage;
import io.github.nbodylab.experiment.report.crate.CrateMetadata;
import io.github.nbodylab.experiment.report.crate.ExternalInput;
import io.github.nbodylab.experiment.store.Stage;
import io.github.nbodylab.experiment.trainingset.TrainingSetAssembler;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Describes all results of an experiment as a crate, when they are there; no verdict depends on it. */
final class CrateStage {

    private final PipelineSettings settings;
    private final Progress progress;

    CrateStage(PipelineSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Writes {@code spec.yaml}, {@code ro-crate-metadata.json} and {@code ro-crate-preview.html}. */
    void write(Experiment experiment) throws IOException {
        Files.writeString(experiment.file("spec.yaml"), experiment.text());
        CrateMetadata.write(
                experiment.spec(),
                experiment.folder(),
                inputs(experiment),
                settings.credits(),
                settings.pluginVersion());
        System.setProperty("java.awt.headless", "true"); // plots are drawn as text, and no display is needed
        try {
            StandalonePage.write(settings.outputDirectory(), experiment.name(), settings.credits(), progress::warn);
        } catch (RuntimeException | LinkageError e) { // the report goal makes the page too; results are whole without
            Files.deleteIfExists(experiment.file(CrateMetadata.PREVIEW));
            progress.warn(experiment.name() + ": " + CrateMetadata.PREVIEW + " cannot be drawn: " + e);
        }
    }

    private static List<ExternalInput> inputs(Experiment experiment) throws IOException {
        List<ExternalInput> inputs = new ArrayList<>();
        experiment
                .spec()
                .source()
                .ifPresent(source -> inputs.add(new ExternalInput(
                        TrainingSetAssembler.STAGE.name(),
                        source.file(),
                        experiment.specFolder().resolve(source.file()))));
        if (experiment.simulates()) {
            Stage stage = Ensemble.STAGE;
            Ensemble.of(experiment.spec(), experiment.specFolder())
                    .file()
                    .ifPresent(file -> inputs.add(new ExternalInput(
                            stage.name(),
                            experiment
                                    .specFolder()
                                    .relativize(file.toAbsolutePath())
                                    .toString(),
                            file)));
        }
        return inputs;
    }
}
