package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.Pipeline;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fits the models of the ladder to the training set, cross-validates them by design point, and chooses one.
 *
 * @since 1.0.0
 */
@Mojo(name = "train", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true)
public class TrainMojo extends AbstractWorkerMojo {

    @Inject
    TrainMojo(WorkerSource workers) {
        super(workers);
    }

    @Override
    void run(Pipeline pipeline) throws MojoExecutionException, MojoFailureException {
        throwIfAny(pipeline.train());
    }
}
