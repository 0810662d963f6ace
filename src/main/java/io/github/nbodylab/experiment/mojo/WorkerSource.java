package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.WorkerFactory;
import io.github.nbodylab.experiment.worker.JdkFinder;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Worker;
import io.github.nbodylab.experiment.worker.WorkerSettings;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.slf4j.Logger;

/** Knows from Maven what a worker needs: its JDK and its class path. */
@Named
class WorkerSource {

    private final ToolchainManager toolchains;
    private final MavenSession session;
    private final MojoExecution execution;

    @Inject
    WorkerSource(ToolchainManager toolchains, MavenSession session, MojoExecution execution) {
        this.toolchains = toolchains;
        this.session = session;
        this.execution = execution;
    }

    WorkerFactory factory(Log log, Options options) {
        return () -> {
            Path java = JdkFinder.ofMachine(System.getenv()).find(toolchain(options.jdkToolchain()));
            log.debug("Worker's JDK: " + java);
            return new Worker(new WorkerSettings(java, classPath(), options.argLine()), new LogProgress(log));
        };
    }

    private Optional<Path> toolchain(Map<String, String> requirements) throws JobFailedException {
        if (requirements.isEmpty()) {
            return java(toolchains.getToolchainFromBuildContext("jdk", session));
        }
        List<Toolchain> found = toolchains.getToolchains(session, "jdk", requirements);
        if (found.isEmpty()) {
            throw new JobFailedException(
                    "No JDK toolchain meets " + requirements + " of <jdkToolchain>; add one to toolchains.xml");
        }
        return java(found.get(0));
    }

    private static Optional<Path> java(Toolchain toolchain) {
        return Optional.ofNullable(toolchain).map(jdk -> jdk.findTool("java")).map(Path::of);
    }

    /** The plugin and its dependencies, without what only Maven's side uses; and SLF4J, which Maven itself provides. */
    private List<Path> classPath() {
        Stream<Path> own = execution.getMojoDescriptor().getPluginDescriptor().getArtifacts().stream()
                .filter(artifact -> !isOfMaven(artifact))
                .map(Artifact::getFile)
                .map(File::toPath);
        return Stream.concat(own, Stream.of(slf4j())).toList();
    }

    private static boolean isOfMaven(Artifact artifact) {
        return Stream.of("org.apache.maven", "org.codehaus.plexus", "org.apache.velocity", "org.eclipse")
                .anyMatch(group -> artifact.getGroupId().startsWith(group));
    }

    private static Path slf4j() {
        try {
            return Path.of(Logger.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("SLF4J is in a place without a path", e);
        }
    }
}
