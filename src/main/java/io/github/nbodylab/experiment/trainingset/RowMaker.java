package io.github.nbodylab.experiment.trainingset;

import java.io.IOException;

/** Makes the rows of one kind. Targets come in the order of the spec, features in that of the kind. */
interface RowMaker {

    /**
     * Makes the rows of a run.
     *
     * @param rows receives them
     * @throws TrainingSetException if the files of the run do not fit each other
     * @throws IOException if one of them cannot be read
     */
    void make(Runs.Run run, Rows rows) throws TrainingSetException, IOException;
}
