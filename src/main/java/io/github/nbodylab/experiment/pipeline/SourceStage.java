package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ResolvedSpec;
import io.github.nbodylab.experiment.spec.Source;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Key;
import io.github.nbodylab.experiment.trainingset.SourceAssembler;
import io.github.nbodylab.experiment.trainingset.TrainingSetAssembler;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import io.github.nbodylab.experiment.worker.WorkerCrashedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the training set of an experiment whose table comes from elsewhere. */
final class SourceStage {

    /** What makes the table; folds only refuse it. */
    private static final List<String> READS = List.of("name", "trainingSet.");

    private final Cache cache;

    SourceStage(Cache cache) {
        this.cache = cache;
    }

    /**
     * Reads the table, so that what is wrong with it is told before anything runs.
     *
     * @throws JobFailedException if the table is unfit; the message says why
     */
    void check(Experiment experiment) throws JobFailedException {
        try {
            assembler(experiment).table();
        } catch (TrainingSetException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
    }

    /** Says that there is nothing to simulate. What an earlier spec of the same name has simulated is taken away. */
    void simulate(Experiment experiment, Progress progress) throws IOException {
        Source source = experiment.spec().source().orElseThrow();
        progress.info(experiment.name() + ": its table is " + source.file() + ", so there is nothing to simulate");
        if (Files.exists(experiment.file(SimulateStage.TABLES.get(0)))) {
            Folders.delete(experiment.folder());
        }
    }

    /**
     * Writes {@code resolved.yaml}, {@code trainingset.csv} and {@code trainingset.json}.
     *
     * @param scratch a folder for what is being made
     */
    void assemble(Experiment experiment, Path scratch) throws IOException, JobFailedException, WorkerCrashedException {
        Files.createDirectories(experiment.folder());
        Files.writeString(experiment.file("resolved.yaml"), ResolvedSpec.yaml(experiment.spec()));
        Cache.Result result = cache.obtain(key(experiment), scratch, (folder, made) -> {
            try {
                assembler(experiment).assemble(folder);
            } catch (TrainingSetException e) {
                throw new JobFailedException(e.getMessage(), e);
            }
        });
        LearnStages.layOut(experiment, "assemble-trainingset", result);
    }

    private static SourceAssembler assembler(Experiment experiment) {
        return new SourceAssembler(experiment.spec(), experiment.specFolder());
    }

    /** With the digest of what is in the file, and neither its path nor its date. */
    private static Key key(Experiment experiment) throws IOException {
        Source source = experiment.spec().source().orElseThrow();
        ObjectNode inputs = Json.object();
        inputs.put("seed", experiment.spec().seed());
        ObjectNode parameters = inputs.putObject("parameters");
        KeyParameters.of(experiment.spec(), READS).forEach(parameters::put);
        inputs.putObject("digests")
                .put("source", Digest.of(experiment.specFolder().resolve(source.file())));
        return Key.of(TrainingSetAssembler.STAGE, inputs);
    }
}
