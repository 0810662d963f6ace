package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.StageFiles;
import io.github.nbodylab.experiment.worker.Job;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.WorkerCrashedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The work of one stage of one experiment, done by a worker. */
final class StageWork {

    private final WorkerFactory workers;
    private final Experiment experiment;
    private final Path folder;

    /** Work whose job file and output are in a folder of this stage. */
    StageWork(PipelineSettings settings, WorkerFactory workers, Experiment experiment, String stage) {
        this.workers = workers;
        this.experiment = experiment;
        this.folder = settings.workDirectory().resolve(experiment.name()).resolve(stage);
    }

    /** Where the job writes. */
    Path output() {
        return folder.resolve("output");
    }

    /**
     * Runs a job whose arguments are {@link StageFiles}. How long its parts took is taken out of its results, which it would
     * make others every time.
     *
     * @param job its class
     * @param made gets {@code workerJdk}, the version of the JDK that it ran on, and how long parts took
     */
    void run(Class<? extends Job> job, ObjectNode made) throws IOException, JobFailedException, WorkerCrashedException {
        Path spec = Files.createDirectories(folder).resolve("spec.yaml");
        Files.writeString(spec, experiment.text());
        StageFiles files = new StageFiles(spec, experiment.specFolder(), experiment.folder(), output());
        made.put("workerJdk", workers.worker().run(job, files.arguments(), folder));
        Path timing = output().resolve(StageFiles.TIMING);
        if (Files.exists(timing)) {
            made.setAll((ObjectNode) Json.read(timing));
            Files.delete(timing);
        }
    }
}
