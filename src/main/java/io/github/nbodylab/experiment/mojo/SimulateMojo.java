package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.Pipeline;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the simulations that the experiments ask for and the store does not have. A worker JVM runs them, on an OpenCL
 * device or on its JVM twin; the bits are the same.
 *
 * @since 1.0.0
 */
@Mojo(name = "simulate", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public class SimulateMojo extends AbstractWorkerMojo {

    /**
     * What computes the forces: {@code auto}, {@code opencl}, {@code jvm}, or a platform and a device, each by number or
     * by a part of its name; the goal {@code devices} lists them. {@code auto} tries the first OpenCL device and the JVM
     * twin on the runs ahead and takes the faster. Results do not depend on it.
     *
     * <p>Example: {@code -Dexperiment.device=0:1}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.device", defaultValue = "auto")
    private String device;

    /**
     * Simulations that run at once; 0 for one per processor. Results do not depend on it.
     *
     * <p>Example: {@code -Dexperiment.jobs=4}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.jobs", defaultValue = "0")
    private int jobs;

    /**
     * Never simulates: fails, and lists what is missing, if the store does not have every simulation.
     *
     * <p>Example: {@code -Dexperiment.frozen}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.frozen", defaultValue = "false")
    private boolean frozen;

    @Inject
    SimulateMojo(WorkerSource workers) {
        super(workers);
    }

    @Override
    void run(Pipeline pipeline) throws MojoExecutionException, MojoFailureException {
        throwIfAny(pipeline.simulate());
    }

    @Override
    Options options() {
        return new Options(device, jobs, frozen, false, false, argLine(), jdkToolchain());
    }
}
