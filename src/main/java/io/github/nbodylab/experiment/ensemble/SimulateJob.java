package io.github.nbodylab.experiment.ensemble;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.compute.Devices;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.SpecException;
import io.github.nbodylab.experiment.spec.SpecReader;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.worker.Job;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Simulates what of the ensembles is not in the store yet. Arguments:
 *
 * <ul>
 *   <li>{@code specs}: paths of spec files
 *   <li>{@code folder}: path to which the files that the specs name are relative; default the folder of each spec
 *   <li>{@code store}: path of the store's folder
 *   <li>{@code device}: {@code auto}, {@code opencl}, {@code jvm} or {@code PLATFORM:DEVICE}; default {@code auto}
 *   <li>{@code threads}: driver threads; default one for each core
 * </ul>
 */
public final class SimulateJob implements Job {

    /** Creates the job. */
    public SimulateJob() {}

    /**
     * Simulates. Each run is stored as soon as it is finished, so that a worker that is killed loses only those it was at.
     *
     * @throws JobFailedException if the device does not exist or cannot be used, or the store cannot be used
     */
    @Override
    public void run(JsonNode arguments, Progress progress) throws Exception {
        Store store = new Store(Path.of(arguments.path("store").asText()), progress::warn);
        List<Missing> missing = new ArrayList<>();
        int total = 0;
        for (JsonNode path : arguments.path("specs")) {
            Path spec = Path.of(path.asText());
            Path folder = Path.of(arguments
                    .path("folder")
                    .asText(spec.toAbsolutePath().getParent().toString()));
            Ensemble ensemble = Ensemble.of(read(spec, folder), folder);
            total += ensemble.runs().size();
            missing.addAll(missing(ensemble, InitialConditions.of(ensemble), store));
        }
        if (missing.isEmpty()) {
            progress.info("All " + total + " simulations are in the store");
            return;
        }
        Devices.Choice choice = Devices.probe().choose(arguments.path("device").asText("auto"));
        progress.info(choice.why());
        int threads = arguments.path("threads").asInt(Runtime.getRuntime().availableProcessors());
        try (ForceEngine engine = choice.engine()) {
            boolean device = engine.device().engine().equals("opencl");
            new Runner(engine, Math.max(1, threads), device ? Runner.DEVICE_BATCH : Runner.JVM_BATCH, store, progress)
                    .simulate(missing);
        }
    }

    private static ExperimentSpec read(Path file, Path folder) throws JobFailedException, IOException {
        try {
            return new SpecReader().read(file, folder);
        } catch (SpecException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
    }

    private static List<Missing> missing(Ensemble ensemble, InitialConditions initial, Store store)
            throws JobFailedException {
        List<Missing> missing = new ArrayList<>();
        try {
            for (Run run : ensemble.runs()) {
                if (store.find(run.key()).isEmpty()) {
                    missing.add(new Missing(ensemble, initial, run));
                }
            }
        } catch (IOException e) {
            throw Runner.unusable(store, e);
        }
        return missing;
    }
}
