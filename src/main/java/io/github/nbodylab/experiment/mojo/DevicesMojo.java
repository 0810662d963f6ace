package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.DeviceList;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.WorkerCrashedException;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists the OpenCL devices of this machine, and which of them would compute the forces, once it passed the self-test.
 *
 * @since 1.0.0
 */
@Mojo(name = "devices", requiresProject = false, threadSafe = true)
public class DevicesMojo extends AbstractMojo {

    /**
     * The device that is asked for, as for the goal {@code simulate}.
     *
     * <p>Example: {@code -Dexperiment.device=opencl}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.device", defaultValue = "auto")
    private String device;

    private final WorkerSource workers;

    @Inject
    DevicesMojo(WorkerSource workers) {
        this.workers = workers;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            DeviceList.tell(workers.factory(getLog(), Options.DEFAULT), device);
        } catch (JobFailedException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (WorkerCrashedException | IOException e) {
            throw new MojoExecutionException("cannot ask for devices: " + e.getMessage(), e);
        }
    }
}
