package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.compute.Load;
import io.github.nbodylab.experiment.ensemble.CapacityJob;
import io.github.nbodylab.experiment.ensemble.Ensemble;
import io.github.nbodylab.experiment.ensemble.InitialConditions;
import io.github.nbodylab.experiment.ensemble.Loads;
import io.github.nbodylab.experiment.ensemble.Run;
import io.github.nbodylab.experiment.ensemble.RunSummary;
import io.github.nbodylab.experiment.ensemble.RunTables;
import io.github.nbodylab.experiment.ensemble.SimulateJob;
import io.github.nbodylab.experiment.spec.ResolvedSpec;
import io.github.nbodylab.experiment.spec.Unit;
import io.github.nbodylab.experiment.spec.Units;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import io.github.nbodylab.experiment.worker.WorkerCrashedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs the simulations that are not in the store, and writes what they have found as tables. */
final class SimulateStage {

    /** The tables that it writes. */
    static final List<String> TABLES = List.of("runs.csv", "mergers.csv", "diagnostics.csv");

    private static final int SHOWN = 5;

    private final PipelineSettings settings;
    private final Store store;
    private final WorkerFactory workers;
    private final Progress progress;

    SimulateStage(PipelineSettings settings, Store store, WorkerFactory workers, Progress progress) {
        this.settings = settings;
        this.store = store;
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Reads the file of the bodies, if there is one: what is wrong in it is told before anything runs.
     *
     * @return how much memory is needed for what is to run; empty if nothing is
     */
    Optional<Load> check(Experiment experiment) throws IOException, JobFailedException {
        Ensemble ensemble = Ensemble.of(experiment.spec(), experiment.specFolder());
        InitialConditions initial = InitialConditions.of(ensemble);
        return settings.frozen()
                ? Optional.empty()
                : Loads.of(ensemble, initial, settings.force() ? Optional.empty() : Optional.of(store), threads());
    }

    /**
     * Asks a worker whether all fits into memory, so that no experiment computes for hours before another is refused. Where
     * only one is to run, its own worker looks first.
     *
     * @param loads by name of the experiment
     */
    void requireMemory(Map<String, Load> loads) throws IOException, JobFailedException {
        if (loads.size() < 2) {
            return;
        }
        Path folder = settings.workDirectory().resolve("capacity");
        try {
            workers.worker().run(CapacityJob.class, CapacityJob.arguments(loads, settings.device()), folder);
        } catch (WorkerCrashedException e) {
            progress.warn(e.getMessage()); // each experiment's own worker looks again, as often as its spec allows
        }
    }

    void run(Experiment experiment) throws IOException, JobFailedException, WorkerCrashedException {
        Files.createDirectories(experiment.folder());
        Files.writeString(experiment.file("resolved.yaml"), ResolvedSpec.yaml(experiment.spec()));
        writeUnits(experiment);
        Ensemble ensemble = Ensemble.of(experiment.spec(), experiment.specFolder());
        if (settings.force()) {
            for (Run run : ensemble.runs()) {
                store.remove(run.key());
            }
        }
        List<Run> missing = missing(ensemble);
        int total = ensemble.runs().size();
        if (missing.isEmpty()) {
            progress.info(experiment.name() + ": all " + total + " simulations are in the store");
        } else if (settings.frozen()) {
            throw new JobFailedException(frozen(missing, total));
        } else {
            progress.info(experiment.name() + ": " + missing.size() + " of " + total + " simulations are to run");
            simulate(experiment);
        }
        RunSummary summary = RunTables.write(ensemble, store, experiment.folder());
        Timeline.note(experiment.folder(), "simulate", summary.seconds(), missing.size(), total - missing.size());
        Provenance.noteDevices(experiment.folder(), summary.devices());
        summary.requireFewFailures(experiment.spec().simulate().failures().maxFailed());
    }

    /** What a number in Henon units, of which all tables are, is to be multiplied by for physical ones. */
    private static void writeUnits(Experiment experiment) throws IOException {
        Path file = experiment.file("units.json");
        Optional<Units> units = experiment.spec().units();
        if (units.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        ObjectNode factors = Json.object();
        for (Unit unit : Unit.values()) {
            factors.withObjectProperty(unit.dimension().noun())
                    .put(unit.symbol(), units.get().in(unit));
        }
        Json.write(file, factors);
    }

    private List<Run> missing(Ensemble ensemble) throws IOException {
        List<Run> missing = new ArrayList<>();
        for (Run run : ensemble.runs()) {
            if (store.find(run.key()).isEmpty()) {
                missing.add(run);
            }
        }
        return missing;
    }

    /** A worker that crashed left every finished simulation in the store, so another one goes on from there. */
    private void simulate(Experiment experiment) throws IOException, JobFailedException, WorkerCrashedException {
        Path folder = settings.workDirectory().resolve(experiment.name()).resolve("simulate");
        Files.createDirectories(folder);
        Path spec = folder.resolve("spec.yaml");
        Files.writeString(spec, experiment.text());
        ObjectNode arguments = Json.object();
        arguments.putArray("specs").add(spec.toString());
        arguments.put("folder", experiment.specFolder().toString());
        arguments.put("store", store.root().toString());
        arguments.put("device", settings.device());
        arguments.put("threads", threads());
        int retries = experiment.spec().simulate().failures().retries();
        for (int attempt = 0; ; attempt++) {
            try {
                workers.worker().run(SimulateJob.class, arguments, folder);
                return;
            } catch (WorkerCrashedException e) {
                if (!e.isKilled() || attempt == retries) {
                    throw e;
                }
                progress.warn(e.getMessage());
                progress.warn(
                        "If an OpenCL driver is to blame, -Dexperiment.device=jvm computes the same bits without");
                progress.warn("Starting it again; finished simulations are kept (retry " + (attempt + 1) + " of "
                        + retries + ")");
            }
        }
    }

    private int threads() {
        return settings.jobs() > 0 ? settings.jobs() : Runtime.getRuntime().availableProcessors();
    }

    private static String frozen(List<Run> missing, int total) {
        String examples = missing.stream()
                .limit(SHOWN)
                .map(run -> run.point().parameters().entrySet().stream()
                        .map(p -> p.getKey() + " " + p.getValue().text())
                        .collect(Collectors.joining(", ", "\n  " + run.id() + ": ", "")))
                .collect(Collectors.joining());
        return missing.size() + " of " + total + " simulations are not in the store, and experiment.frozen forbids to"
                + " run them; build once without it, or use the store in which they are:" + examples
                + (missing.size() > SHOWN ? "\n  and " + (missing.size() - SHOWN) + " more" : "");
    }
}
