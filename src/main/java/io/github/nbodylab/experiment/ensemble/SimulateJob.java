package io.github.nbodylab.experiment.ensemble;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.compute.Capacity;
import io.github.nbodylab.experiment.compute.Devices;
import io.github.nbodylab.experiment.compute.EngineRace;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.Load;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
     * @throws JobFailedException if the device does not exist, cannot be used or is too small, or the store cannot be used
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
        missing.sort(Comparator.comparingDouble(Missing::work).reversed());
        int threads =
                Math.max(1, arguments.path("threads").asInt(Runtime.getRuntime().availableProcessors()));
        Load load = Loads.of(missing, threads);
        EngineRace race = new EngineRace(
                load.systems(), load, engine -> SampleBatch.of(missing, engine, batch(missing, threads, engine)));
        refuse(Capacity.host().refusal(load));
        Devices.Choice choice = Devices.probe().choose(arguments.path("device").asText("auto"), race);
        progress.info(choice.why());
        try (ForceEngine engine = choice.engine()) {
            refuse(engine.capacity().refusal(load));
            new Runner(engine, threads, batch(missing, threads, engine), store, progress).simulate(missing);
        }
    }

    private static int batch(List<Missing> missing, int threads, ForceEngine engine) {
        return Loads.batch(
                missing, threads, Runner.batch(engine), Runtime.getRuntime().maxMemory());
    }

    private static void refuse(Optional<String> refusal) throws JobFailedException {
        if (refusal.isPresent()) {
            throw new JobFailedException(refusal.get());
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
