package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.StageFiles;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.Job;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains the ladder of a spec. Its arguments are {@link StageFiles}: the folder has {@code trainingset.csv} and
 * {@code trainingset.json}; {@code models/MODEL.json}, {@code training.json} and {@code timing.json} are written to the
 * output. The last one differs from run to run.
 */
public final class TrainJob implements Job {

    /** What training found. */
    public static final String TRAINING = "training.json";

    /** The folder of the fitted models. */
    public static final String MODELS = "models";

    @Override
    public void run(JsonNode arguments, Progress progress) throws JobFailedException, IOException {
        StageFiles files = StageFiles.of(arguments);
        train(files.experiment(), files.folder(), files.output(), progress);
    }

    /**
     * Trains.
     *
     * @param spec the experiment
     * @param folder which has the training set
     * @param output where the files go; made if it is not there
     * @param progress hears of every model
     * @throws JobFailedException if the training set is unfit, or a model cannot be fitted
     * @throws IOException if a file cannot be read or written
     */
    public static void train(ExperimentSpec spec, Path folder, Path output, Progress progress)
            throws JobFailedException, IOException {
        TrainingTable rows;
        try {
            rows = TrainingTable.read(folder).trainingRows();
        } catch (TrainingSetException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
        progress.info(spec.name() + ": " + spec.train().fitted().size() + " models, each fitted to " + rows.size()
                + " rows of " + rows.groupCount() + " groups, and without each of "
                + spec.train().folds() + " folds");
        Trainer trainer = new Trainer(spec.train(), spec.seed(), progress);
        Training training = trainer.train(rows);
        Path models = Files.createDirectories(output.resolve(MODELS));
        for (TrainedModel model : training.models()) {
            Json.write(
                    models.resolve(model.name() + ".json"),
                    ModelFile.withDigest(model.fit().json()));
        }
        Json.write(output.resolve(TRAINING), training.toJson(rows, spec.train().folds()));
        ObjectNode timing = Json.object();
        ArrayNode array = timing.putArray("models");
        for (TrainedModel model : training.models()) {
            array.addObject()
                    .put("name", model.name())
                    .put("fitSeconds", trainer.seconds().get(model.name()));
        }
        Json.write(output.resolve(StageFiles.TIMING), timing);
    }
}
