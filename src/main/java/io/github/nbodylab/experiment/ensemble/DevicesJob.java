package io.github.nbodylab.experiment.ensemble;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.compute.Devices;
import io.github.nbodylab.experiment.worker.Job;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;

/** Says what OpenCL sees and what would be used. Argument {@code device}, as in {@link SimulateJob}. */
public final class DevicesJob implements Job {

    /** Creates the job. */
    public DevicesJob() {}

    /**
     * Lists the devices, one a line with its {@code PLATFORM:DEVICE}, and the choice.
     *
     * @throws JobFailedException if the device that is asked for does not exist or cannot be used
     */
    @Override
    public void run(JsonNode arguments, Progress progress) throws JobFailedException {
        Devices devices = Devices.probe();
        devices.lines().forEach(progress::info);
        devices.problem().ifPresent(problem -> progress.info("OpenCL sees no device: " + problem));
        Devices.Choice choice = devices.choose(arguments.path("device").asText("auto"));
        choice.engine().close();
        progress.info("Would be used: " + choice.why());
    }
}
