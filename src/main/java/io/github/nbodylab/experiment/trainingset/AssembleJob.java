package io.github.nbodylab.experiment.trainingset;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.worker.Job;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;

/**
 * Makes the training set of a spec, out of its simulations or of a table from elsewhere. Its arguments are
 * {@link StageFiles}: the folder has {@code runs.csv}, {@code mergers.csv} and {@code snapshots}, if there are simulations;
 * {@code trainingset.csv} and {@code trainingset.json} are written to the output. It is done here and not within Maven,
 * whose log would show each step of the library that reads HDF5.
 */
public final class AssembleJob implements Job {

    @Override
    public void run(JsonNode arguments, Progress progress) throws JobFailedException, IOException {
        StageFiles files = StageFiles.of(arguments);
        ExperimentSpec spec = files.experiment();
        try {
            if (spec.source().isPresent()) {
                new SourceAssembler(spec, files.specFolder()).assemble(files.output());
            } else {
                TrainingSetAssembler.assemble(spec, files.folder(), files.output(), progress);
            }
        } catch (TrainingSetException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
    }
}
