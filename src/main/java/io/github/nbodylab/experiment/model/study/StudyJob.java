package io.github.nbodylab.experiment.model.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.model.TrainJob;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Stage;
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
 * Makes the studies of a spec. Its arguments are {@link StageFiles}: the folder has {@code trainingset.csv},
 * {@code trainingset.json} and {@code training.json}; {@code studies.json} is written to the output.
 */
public final class StudyJob implements Job {

    /** This stage. */
    public static final Stage STAGE = new Stage("study", 1, "first version");

    /** What the studies found. */
    public static final String STUDIES = "studies.json";

    @Override
    public void run(JsonNode arguments, Progress progress) throws JobFailedException, IOException {
        StageFiles files = StageFiles.of(arguments);
        study(files.experiment(), files.folder(), files.output(), progress);
    }

    /**
     * Makes the studies.
     *
     * @param spec the experiment
     * @param folder which has the training set and what training found
     * @param output where the file goes; made if it is not there
     * @param progress hears how many fits are done
     * @throws JobFailedException if the files do not fit each other
     * @throws IOException if a file cannot be read or written
     */
    public static void study(ExperimentSpec spec, Path folder, Path output, Progress progress)
            throws JobFailedException, IOException {
        String chosen =
                Json.read(folder.resolve(TrainJob.TRAINING)).path("chosen").asText();
        try {
            Studies studies =
                    new Studies(spec, chosen, TrainingTable.read(folder).trainingRows());
            Files.createDirectories(output);
            Json.write(output.resolve(STUDIES), studies.make(progress));
        } catch (TrainingSetException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
    }
}
