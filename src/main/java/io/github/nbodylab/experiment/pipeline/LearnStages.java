package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.TrainJob;
import io.github.nbodylab.experiment.model.Trainer;
import io.github.nbodylab.experiment.model.study.StudyJob;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Folders;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Key;
import io.github.nbodylab.experiment.store.Stage;
import io.github.nbodylab.experiment.trainingset.AssembleJob;
import io.github.nbodylab.experiment.trainingset.TrainingSetAssembler;
import io.github.nbodylab.experiment.validation.ValidateJob;
import io.github.nbodylab.experiment.validation.Validator;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.WorkerCrashedException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From the runs' tables to the report. Each stage reads files of the one before, and its key holds their digests. */
final class LearnStages {

    private static final String[] RUNS = {"runs.csv", "mergers.csv"};
    /** The axes say of which kind a column is, and whether models see its logarithm. */
    private static final List<String> TABLE_READS =
            List.of("name", "trainingSet.", "simulate.cluster.", "simulate.mergers.", "simulate.design.");

    static final String[] TABLE = {"trainingset.csv", "trainingset.json"};

    private final PipelineSettings settings;
    private final Cache cache;
    private final WorkerFactory workers;

    LearnStages(PipelineSettings settings, Cache cache, WorkerFactory workers) {
        this.settings = settings;
        this.cache = cache;
        this.workers = workers;
    }

    /** Writes {@code trainingset.csv} and {@code trainingset.json}. */
    void assemble(Experiment experiment) throws IOException, JobFailedException, WorkerCrashedException {
        if (!experiment.simulates()) {
            new SourceStage(settings, cache, workers).assemble(experiment);
            return;
        }
        require(experiment, "simulate", RUNS);
        List<String> reads = new ArrayList<>(TABLE_READS);
        if (experiment.spec().trainingSet().row().readsSnapshots()) {
            reads.add("simulate.integrator.softening"); // what the snapshots hold, runs.csv has the digests of
        }
        Key key = key(experiment, TrainingSetAssembler.STAGE, reads, List.of(RUNS));
        StageWork work = new StageWork(settings, workers, experiment, "assemble-trainingset");
        Cache.Result result = cache.obtain(key, work.output(), (folder, made) -> work.run(AssembleJob.class, made));
        layOut(experiment, "assemble-trainingset", result);
    }

    /** Writes {@code models/} and {@code training.json}. */
    void train(Experiment experiment) throws IOException, JobFailedException, WorkerCrashedException {
        require(experiment, "assemble-trainingset", TABLE);
        Key key = key(experiment, Trainer.STAGE, List.of("train."), List.of(TABLE));
        StageWork work = new StageWork(settings, workers, experiment, "train");
        Cache.Result result = cache.obtain(key, work.output(), (folder, made) -> work.run(TrainJob.class, made));
        Folders.delete(experiment.file("models"));
        layOut(experiment, "train", result);
        JsonNode made = result.entry().made();
        Timeline.noteModels(experiment.folder(), made.path("models"));
        Provenance.noteWorkerJdk(experiment.folder(), made.path("workerJdk").asText());
    }

    /**
     * Writes {@code report.json}.
     *
     * @param goalBefore whether another goal of this build may have done so already
     */
    void score(Experiment experiment, boolean goalBefore)
            throws IOException, JobFailedException, WorkerCrashedException {
        require(experiment, "train", TrainJob.TRAINING);
        List<String> reads = new ArrayList<>(experiment.models());
        reads.addAll(Arrays.asList(TABLE));
        reads.add(TrainJob.TRAINING);
        if (experiment.spec().validate().studies().isEmpty()) {
            Files.deleteIfExists(experiment.file(StudyJob.STUDIES));
        } else {
            study(experiment, goalBefore);
            reads.add(StudyJob.STUDIES);
        }
        Key key = key(experiment, Validator.STAGE, List.of("validate.", "name", "version", "title", "question"), reads);
        StageWork work = new StageWork(settings, workers, experiment, Validator.STAGE.name());
        Cache.Result result = cache.obtain(key, work.output(), (folder, made) -> work.run(ValidateJob.class, made));
        Cache.layOut(result.entry(), experiment.folder());
        noteOnce(experiment, Validator.STAGE, result, goalBefore);
        Cost.note(experiment.folder(), result.entry().made());
    }

    /** Writes {@code studies.json}; another rule of acceptance makes no study anew. */
    private void study(Experiment experiment, boolean goalBefore)
            throws IOException, JobFailedException, WorkerCrashedException {
        List<String> reads = new ArrayList<>(List.of(TABLE));
        reads.add(TrainJob.TRAINING);
        Key key = key(experiment, StudyJob.STAGE, List.of("train.", "trainingSet.row", "validate.studies"), reads);
        StageWork work = new StageWork(settings, workers, experiment, StudyJob.STAGE.name());
        Cache.Result result = cache.obtain(key, work.output(), (folder, made) -> work.run(StudyJob.class, made));
        Cache.layOut(result.entry(), experiment.folder());
        noteOnce(experiment, StudyJob.STAGE, result, goalBefore);
    }

    /** The goal 'package' scores, and 'validate' finds its result. */
    private static void noteOnce(Experiment experiment, Stage stage, Cache.Result result, boolean goalBefore)
            throws IOException {
        if (result.computed() || !goalBefore) {
            note(experiment, stage.name(), result);
        }
    }

    private static void require(Experiment experiment, String goal, String... files) throws JobFailedException {
        for (String file : files) {
            if (!Files.isRegularFile(experiment.file(file))) {
                throw new JobFailedException(file + " is not there yet; run the goal '" + goal
                        + "' first, or the whole of it with 'mvn verify'");
            }
        }
    }

    /** The key of a stage: its part of the spec, the seed, and the digests of what it reads. */
    private static Key key(Experiment experiment, Stage stage, List<String> parts, List<String> files)
            throws IOException {
        ObjectNode inputs = Json.object();
        inputs.put("seed", experiment.spec().seed());
        ObjectNode parameters = inputs.putObject("parameters");
        KeyParameters.of(experiment.spec(), parts).forEach(parameters::put);
        ObjectNode digests = inputs.putObject("digests");
        for (String file : files) {
            digests.put(file, Digest.of(experiment.file(file)));
        }
        return Key.of(stage, inputs);
    }

    static void layOut(Experiment experiment, String stage, Cache.Result result) throws IOException {
        Cache.layOut(result.entry(), experiment.folder());
        note(experiment, stage, result);
    }

    static void note(Experiment experiment, String stage, Cache.Result result) throws IOException {
        Timeline.note(
                experiment.folder(), stage, result.seconds(), result.computed() ? 1 : 0, result.computed() ? 0 : 1);
    }
}
