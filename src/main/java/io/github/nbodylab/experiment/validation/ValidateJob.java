package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.StageFiles;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.worker.Job;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Scores the trained ladder of a spec on the held-out rows. Its arguments are {@link StageFiles}: the folder has
 * {@code trainingset.csv}, {@code trainingset.json}, {@code training.json}, {@code models}, and {@code studies.json} where
 * the spec asks for studies; {@code report.json} and {@code timing.json} are written to the output. The last one differs from
 * run to run.
 */
public final class ValidateJob implements Job {

    /** What validation found. */
    public static final String REPORT = "report.json";

    /** The member of {@code timing.json} that says how long the chosen model takes for a prediction. */
    public static final String PREDICTION_SECONDS = "predictionSeconds";

    @Override
    public void run(JsonNode arguments, Progress progress) throws JobFailedException, IOException {
        StageFiles files = StageFiles.of(arguments);
        validate(files.experiment(), files.folder(), files.output(), progress);
    }

    /**
     * Scores, and judges the acceptance rules, whether they hold or not.
     *
     * @param spec the experiment
     * @param folder which has the training set and what training and studies found
     * @param output where the files go; made if it is not there
     * @param progress hears what is scored
     * @throws JobFailedException if the files do not fit each other, all held-out targets are equal (no q2 is defined then),
     *     or a rule names a model that was not trained
     * @throws IOException if a file cannot be read or written
     */
    static void validate(ExperimentSpec spec, Path folder, Path output, Progress progress)
            throws JobFailedException, IOException {
        try {
            TrainedLadder ladder = TrainedLadder.read(folder);
            Files.createDirectories(output);
            Json.write(output.resolve(REPORT), new Validator(spec, ladder).validate(progress));
            Json.write(
                    output.resolve(StageFiles.TIMING),
                    Json.object().put(PREDICTION_SECONDS, PredictionTime.seconds(ladder)));
        } catch (TrainingSetException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
    }
}
