package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.Pipeline;
import io.github.nbodylab.experiment.pipeline.Problems;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Scores the models on the held-out test set, unless the goal {@code package} has done so, and holds the results against the
 * acceptance rules and the lock. A worker JVM scores. All files are written before it fails.
 *
 * @since 1.0.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class ValidateMojo extends AbstractWorkerMojo {

    /**
     * Fails also where there is no lock yet (NEW) or the spec is not the lock's (CHANGED). For continuous integration.
     *
     * <p>Example: {@code -Dexperiment.requireLock}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.requireLock", defaultValue = "false")
    private boolean requireLock;

    /**
     * Accepts the results: writes the lock and the record, if every acceptance rule is met.
     *
     * <p>Example: {@code mvn verify -Dexperiment.record}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.record", defaultValue = "false")
    private boolean record;

    /**
     * Only warns where it would fail.
     *
     * <p>Example: {@code -Dexperiment.failureIgnore}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.failureIgnore", defaultValue = "false")
    private boolean failureIgnore;

    @Inject
    ValidateMojo(WorkerSource workers) {
        super(workers);
    }

    @Override
    void run(Pipeline pipeline) throws MojoExecutionException, MojoFailureException {
        Problems problems = pipeline.validate();
        Optional<GitHubActions> runner = GitHubActions.here();
        if (runner.isPresent()) {
            try {
                runner.get().summarize(pipeline.summary());
            } catch (IOException e) {
                getLog().warn("No summary for GitHub: " + e.getMessage());
            }
        }
        if (failureIgnore && problems.errors().isEmpty()) {
            runner.ifPresent(there -> there.annotate("warning", problems));
            problems.failures().forEach(failure -> failure.lines().forEach(getLog()::warn));
        } else {
            throwIfAny(problems);
        }
    }

    @Override
    Options options() {
        return new Options("auto", 0, false, requireLock, record, argLine(), jdkToolchain());
    }
}
