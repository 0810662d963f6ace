package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.Pipeline;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Accepts the results that the last {@code mvn verify} left: writes lock and record. With {@code mvn verify
 * -Dexperiment.record} both are one command.
 *
 * @since 1.0.0
 */
@Mojo(name = "record", threadSafe = true)
public class RecordMojo extends AbstractWorkerMojo {

    @Inject
    RecordMojo(WorkerSource workers) {
        super(workers);
    }

    @Override
    void run(Pipeline pipeline) throws MojoExecutionException, MojoFailureException {
        throwIfAny(pipeline.record());
    }
}
