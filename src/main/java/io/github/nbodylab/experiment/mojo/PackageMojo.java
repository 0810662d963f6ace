package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.Experiment;
import io.github.nbodylab.experiment.pipeline.Packager;
import io.github.nbodylab.experiment.pipeline.Pipeline;
import io.github.nbodylab.experiment.spec.SpecException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.archiver.MavenArchiver;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Makes the main artifact, a jar with the spec, the chosen model and the report of each experiment under {@code
 * META-INF/experiments/NAME/}, and attaches each training set and chosen model by itself. For the report a worker JVM scores
 * the models on the held-out test set.
 *
 * @since 1.0.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public class PackageMojo extends AbstractWorkerMojo {

    @Parameter(defaultValue = "${project.build.directory}/${project.build.finalName}.jar", readonly = true)
    private File jar;

    /**
     * The date of the jar's entries, so that the same content is the same bytes.
     *
     * <p>Example: {@code <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>}
     *
     * @since 1.0.0
     */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private String outputTimestamp;

    private final MavenProjectHelper helper;

    @Inject
    PackageMojo(WorkerSource workers, MavenProjectHelper helper) {
        super(workers);
        this.helper = helper;
    }

    @Override
    void run(Pipeline pipeline) throws MojoExecutionException, MojoFailureException {
        throwIfAny(pipeline.score());
        try {
            List<Experiment> experiments = pipeline.experiments();
            write(experiments);
            for (Experiment experiment : experiments) {
                Path model = Packager.chosenModel(experiment);
                helper.attachArtifact(
                        project(),
                        "csv",
                        experiment.name() + "-trainingset",
                        experiment.file("trainingset.csv").toFile());
                helper.attachArtifact(project(), "json", experiment.name() + "-model", model.toFile());
            }
        } catch (SpecException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + jar + ": " + e.getMessage(), e);
        }
    }

    /** An empty jar, for {@code install} fails where the main artifact has no file. */
    @Override
    void skipped() throws MojoExecutionException {
        try {
            write(List.of());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + jar + ": " + e.getMessage(), e);
        }
    }

    private void write(List<Experiment> experiments) throws IOException {
        Packager.write(jar.toPath(), experiments, MavenArchiver.parseBuildOutputTimestamp(outputTimestamp));
        project().getArtifact().setFile(jar);
    }
}
