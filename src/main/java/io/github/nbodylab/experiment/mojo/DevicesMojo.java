package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.ensemble.DevicesJob;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.WorkerCrashedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists the OpenCL devices of this machine, whether each passes the self-test, and which one would compute the forces.
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
            Path folder = Files.createTempDirectory("experiment-devices");
            Options options = new Options(device, 0, false, false, false, List.of(), Map.of());
            workers.factory(getLog(), options)
                    .worker()
                    .run(DevicesJob.class, Json.object().put("device", device), folder);
        } catch (JobFailedException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (WorkerCrashedException | IOException e) {
            throw new MojoExecutionException("cannot ask for devices: " + e.getMessage(), e);
        }
    }
}
