package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.Pipeline;
import io.github.nbodylab.experiment.pipeline.PipelineSettings;
import io.github.nbodylab.experiment.pipeline.Problems;
import java.io.File;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals that work on experiments share: where things are, and how problems reach the build. */
abstract class AbstractExperimentMojo extends AbstractMojo {

    /**
     * The folder of the experiment specs, {@code *.yaml}.
     *
     * <p>Example: {@code <specDirectory>experiments</specDirectory>}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.specDirectory", defaultValue = "${project.basedir}/src/main/experiments")
    private File specDirectory;

    /**
     * Names of the experiments that are meant, separated by commas; all if empty.
     *
     * <p>Example: {@code -Dexperiment.only=merger-count}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.only")
    private Set<String> only = Set.of();

    /**
     * The folder of lock files and, in {@code records/}, of the recorded versions. It belongs into version control.
     *
     * <p>Example: {@code <lockDirectory>${project.basedir}/locks</lockDirectory>}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.lockDirectory", defaultValue = "${project.basedir}/src/main/experiments")
    private File lockDirectory;

    /**
     * The folder in which results are kept from build to build; by default {@code experiment-maven-plugin} in the
     * user's cache folder.
     *
     * <p>Example: {@code -Dexperiment.store=/scratch/experiments}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.store")
    private File store;

    /**
     * Skips the goal.
     *
     * <p>Example: {@code -Dexperiment.skip}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Computes again what is in the store.
     *
     * <p>Example: {@code -Dexperiment.force}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.force", defaultValue = "false")
    private boolean force;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true)
    private File buildDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${project.build.outputTimestamp}", readonly = true)
    private String date;

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String pluginVersion;

    private final WorkerSource workers;

    AbstractExperimentMojo(WorkerSource workers) {
        this.workers = workers;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: experiment.skip is set");
            skipped();
        } else {
            run(pipeline());
        }
    }

    final MavenProject project() {
        return project;
    }

    /** Does the goal's work. */
    abstract void run(Pipeline pipeline) throws MojoExecutionException, MojoFailureException;

    /** What the goal does all the same when it is skipped. */
    void skipped() throws MojoExecutionException {
        // nothing
    }

    /** What the goal itself lets the user set. */
    Options options() {
        return Options.DEFAULT;
    }

    private Pipeline pipeline() throws MojoExecutionException {
        Options options = options();
        try {
            PipelineSettings settings = new PipelineSettings(
                    specDirectory.toPath(),
                    only,
                    buildDirectory.toPath().resolve("experiments"),
                    buildDirectory.toPath().resolve("experiment-work"),
                    lockDirectory.toPath(),
                    store == null ? CacheFolder.ofUser() : store.toPath().toAbsolutePath(),
                    options.device(),
                    options.jobs(),
                    options.frozen(),
                    force,
                    options.requireLock(),
                    options.record(),
                    pluginVersion,
                    ProjectCredits.of(project, date));
            return new Pipeline(settings, workers.factory(getLog(), options), new LogProgress(getLog()));
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Turns the problems of a goal into the build's failure. */
    static void throwIfAny(Problems problems) throws MojoExecutionException, MojoFailureException {
        if (problems.isEmpty()) {
            return;
        }
        GitHubActions.here().ifPresent(runner -> runner.annotate("error", problems));
        if (problems.errors().isEmpty()) {
            MojoFailureException failure = new MojoFailureException(text(problems.failures()));
            problems.causes().forEach(failure::addSuppressed); // as causes, Maven would print their messages once more
            throw failure;
        }
        MojoExecutionException error = new MojoExecutionException(text(problems.failures()) + text(problems.errors()));
        problems.causes().forEach(error::addSuppressed);
        throw error;
    }

    private static String text(List<String> problems) {
        return problems.stream()
                .map(problem -> "\n  " + problem.replace("\n", "\n  "))
                .reduce("", String::concat);
    }
}
