package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.Pipeline;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Tells what differs between the results of the last {@code mvn verify} and results that were accepted: keys of the spec,
 * revisions of the code, sizes and digests of the data, and metrics. It computes nothing and changes nothing.
 *
 * @since 1.0.0
 */
@Mojo(name = "diff", threadSafe = true)
public class DiffMojo extends AbstractExperimentMojo {

    /**
     * What the results are compared with: a recorded version, or {@code git:} and a revision of the git repository in which
     * the records are, of which the newest version is taken. By default it is what was accepted last: the record of the same
     * version if its results are others, and else the newest of another version.
     *
     * <p>Example: {@code -Dexperiment.against=1.2.0} or {@code -Dexperiment.against=git:main}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.against")
    private String against;

    @Inject
    DiffMojo(WorkerSource workers) {
        super(workers);
    }

    @Override
    void run(Pipeline pipeline) throws MojoExecutionException, MojoFailureException {
        throwIfAny(pipeline.diff(Optional.ofNullable(against).map(String::strip)));
    }
}
