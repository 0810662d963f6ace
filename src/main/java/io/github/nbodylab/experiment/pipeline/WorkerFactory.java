package io.github.nbodylab.experiment.pipeline;

import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Worker;

/** Makes workers. It is asked only when there is work, so that an up-to-date build needs no JDK for them. */
@FunctionalInterface
public interface WorkerFactory {

    /**
     * A worker.
     *
     * @throws JobFailedException if there is no JDK that it could run on
     */
    Worker worker() throws JobFailedException;
}
