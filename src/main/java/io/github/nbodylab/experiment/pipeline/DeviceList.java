package io.github.nbodylab.experiment.pipeline;

import io.github.nbodylab.experiment.ensemble.DevicesJob;
import io.github.nbodylab.experiment.store.Folders;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.WorkerCrashedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks a worker which devices there are, outside of any experiment. */
public final class DeviceList {

    private DeviceList() {}

    /**
     * Lists the devices, and the one that would be used, on the worker's progress.
     *
     * @param workers make the worker
     * @param device the device that is asked for
     * @throws JobFailedException if there is no such device, or no JDK for the worker
     * @throws WorkerCrashedException if a driver took the worker down
     * @throws IOException if the worker cannot be started
     */
    public static void tell(WorkerFactory workers, String device)
            throws JobFailedException, WorkerCrashedException, IOException {
        Path folder = Files.createTempDirectory("experiment-devices");
        try {
            workers.worker().run(DevicesJob.class, Json.object().put("device", device), folder);
        } finally {
            Folders.delete(folder);
        }
    }
}
