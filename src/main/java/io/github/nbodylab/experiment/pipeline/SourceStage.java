package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ResolvedSpec;
import io.github.nbodylab.experiment.spec.Source;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Folders;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Key;
import io.github.nbodylab.experiment.trainingset.AssembleJob;
import io.github.nbodylab.experiment.trainingset.TrainingSetAssembler;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import io.github.nbodylab.experiment.worker.WorkerCrashedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the training set of an experiment whose table comes from elsewhere. */
final class SourceStage {

    /** What makes the table, and what may refuse it: there must be a group for each fold, and rules must fit the target. */
    private static final List<String> READS = List.of("name", "trainingSet.", "train.crossValidation.", "validate.");

    private static final String STAGE = TrainingSetAssembler.STAGE.name();

    private final PipelineSettings settings;
    private final Cache cache;
    private final WorkerFactory workers;

    SourceStage(PipelineSettings settings, Cache cache, WorkerFactory workers) {
        this.settings = settings;
        this.cache = cache;
        this.workers = workers;
    }

    /**
     * Has the table ready in the store, so that what is wrong with it is told before anything runs. What an earlier spec of
     * the same name has simulated is taken away.
     *
     * @throws JobFailedException if the table is unfit; the message says why
     */
    void check(Experiment experiment) throws IOException, JobFailedException, WorkerCrashedException {
        Cache.Result result = table(experiment);
        if (Files.exists(experiment.file(SimulateStage.TABLES.get(0)))) {
            Folders.delete(experiment.folder());
        }
        Files.createDirectories(experiment.folder());
        LearnStages.note(experiment, STAGE, result);
    }

    private Cache.Result table(Experiment experiment) throws IOException, JobFailedException, WorkerCrashedException {
        StageWork work = new StageWork(settings, workers, experiment, STAGE);
        return cache.obtain(key(experiment), work.output(), (folder, made) -> work.run(AssembleJob.class, made));
    }

    /** Says that there is nothing to simulate. */
    static void simulate(Experiment experiment, Progress progress) {
        Source source = experiment.spec().source().orElseThrow();
        progress.info(experiment.name() + ": its table is " + source.file() + ", so there is nothing to simulate");
    }

    /** Writes {@code resolved.yaml}, {@code trainingset.csv} and {@code trainingset.json}. */
    void assemble(Experiment experiment) throws IOException, JobFailedException, WorkerCrashedException {
        Files.createDirectories(experiment.folder());
        Files.writeString(experiment.file("resolved.yaml"), ResolvedSpec.yaml(experiment.spec()));
        Cache.Result result = table(experiment);
        Cache.layOut(result.entry(), experiment.folder());
        if (result.computed()) { // else the check has noted it
            LearnStages.note(experiment, STAGE, result);
        }
    }

    /** With the digest of what is in the file, and neither its path nor its date. */
    private static Key key(Experiment experiment) throws IOException {
        Source source = experiment.spec().source().orElseThrow();
        Path file = experiment.specFolder().resolve(source.file());
        ObjectNode inputs = Json.object();
        inputs.put("seed", experiment.spec().seed());
        ObjectNode parameters = inputs.putObject("parameters");
        KeyParameters.of(experiment.spec(), READS).forEach(parameters::put);
        inputs.putObject("digests").put("source", Digest.of(file));
        return Key.of(TrainingSetAssembler.STAGE, inputs);
    }
}
