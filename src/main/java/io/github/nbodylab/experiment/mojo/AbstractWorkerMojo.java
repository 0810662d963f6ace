package io.github.nbodylab.experiment.mojo;

import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that fork a worker. */
abstract class AbstractWorkerMojo extends AbstractExperimentMojo {

    /**
     * Further flags of the worker's JVM, separated by blanks.
     *
     * <p>Example: {@code -Dexperiment.argLine=-Xmx8g}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.argLine", defaultValue = "")
    private String argLine;

    /**
     * Which JDK of Maven's toolchains the worker runs on; it must be a JDK 25 or newer. Without it, the toolchain that
     * the build selected is taken; where it selected none, Maven's own JDK if it is new enough, else one found on the
     * machine.
     *
     * <p>Example: {@code <jdkToolchain><version>[25,)</version></jdkToolchain>}
     *
     * @since 1.0.0
     */
    @Parameter
    private Map<String, String> jdkToolchain = Map.of();

    AbstractWorkerMojo(WorkerSource workers) {
        super(workers);
    }

    final List<String> argLine() {
        return argLine == null || argLine.isBlank()
                ? List.of()
                : List.of(argLine.trim().split("\\s+"));
    }

    final Map<String, String> jdkToolchain() {
        return jdkToolchain;
    }

    @Override
    Options options() {
        return new Options("auto", 0, false, false, false, argLine(), jdkToolchain());
    }
}
