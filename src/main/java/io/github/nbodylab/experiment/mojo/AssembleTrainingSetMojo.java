package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.Pipeline;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Makes the training set of the simulations: one table per experiment, split by design point.
 *
 * @since 1.0.0
 */
@Mojo(name = "assemble-trainingset", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public class AssembleTrainingSetMojo extends AbstractWorkerMojo {

    @Inject
    AssembleTrainingSetMojo(WorkerSource workers) {
        super(workers);
    }

    @Override
    void run(Pipeline pipeline) throws MojoExecutionException, MojoFailureException {
        throwIfAny(pipeline.assemble());
    }
}
