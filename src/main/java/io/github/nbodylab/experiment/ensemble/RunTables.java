package io.github.nbodylab.experiment.ensemble;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.compute.Device;
import io.github.nbodylab.experiment.ensemble.RunSummary.Failure;
import io.github.nbodylab.experiment.nbody.TimeSeries;
import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.spec.Value;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Entry;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables of an ensemble whose runs are in the store. Touches no native code. */
public final class RunTables {

    /** One row a run. */
    public static final String RUNS = "runs.csv";

    /** One row for each run and time of the grid. */
    public static final String DIAGNOSTICS = "diagnostics.csv";

    /** Folder with a file for each run, where snapshots are asked for. */
    public static final String SNAPSHOTS = "snapshots";

    /** One row a merger. */
    public static final String MERGERS = "mergers.csv";

    private final Ensemble ensemble;
    private final List<String> parameters;
    private final List<List<String>> runRows = new ArrayList<>();
    private final List<List<String>> mergerRows = new ArrayList<>();
    private final List<List<String>> diagnosticsRows = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Map<Device, Integer> devices = new LinkedHashMap<>();
    private double seconds;

    private RunTables(Ensemble ensemble) {
        this.ensemble = ensemble;
        TreeSet<String> names = new TreeSet<>();
        ensemble.points().forEach(point -> names.addAll(point.parameters().keySet()));
        parameters = List.copyOf(names);
    }

    /**
     * Writes {@code runs.csv}, {@code mergers.csv}, {@code diagnostics.csv} and the files of snapshots: the same bytes wherever and in whatever order the runs were made.
     *
     * @param folder is created where it is missing
     * @return what the runs came to
     * @throws JobFailedException if a run is not in the store
     * @throws IOException if the store cannot be read or a table cannot be written
     */
    public static RunSummary write(Ensemble ensemble, Store store, Path folder) throws IOException, JobFailedException {
        RunTables tables = new RunTables(ensemble);
        for (Run run : ensemble.runs()) {
            Entry entry = store.find(run.key())
                    .orElseThrow(() -> new JobFailedException("The result of simulation " + run.id()
                            + " is not in the store " + store.root() + ": run the goal simulate again"));
            tables.add(run, entry);
        }
        Files.createDirectories(folder);
        tables.runs().write(folder.resolve(RUNS));
        tables.mergers().write(folder.resolve(MERGERS));
        tables.diagnostics().write(folder.resolve(DIAGNOSTICS));
        tables.copySnapshots(store, folder.resolve(SNAPSHOTS));
        return tables.summary();
    }

    private void add(Run run, Entry entry) throws IOException {
        JsonNode result = Json.read(entry.file(RunFiles.RUN));
        String error = result.path("energyError").isNumber()
                ? Decimal.shortest(result.path("energyError").doubleValue())
                : "";
        List<String> row = new ArrayList<>(List.of(run.id(), run.point().id(), Integer.toString(run.replicate())));
        for (String name : parameters) {
            Value value = run.point().parameters().get(name);
            row.add(value == null ? "" : value.text());
        }
        row.add(run.seed().digest());
        row.add(result.path("status").asText());
        row.add(result.path("cause").asText(""));
        row.add(Decimal.shortest(result.path("finalTime").doubleValue()));
        row.add(error);
        row.add(result.path("steps").asText());
        row.add(result.path("mergers").asText());
        if (hasSnapshots()) {
            row.add(result.path("snapshots").asText());
        }
        runRows.add(row);
        for (List<String> line : Csv.read(entry.file(RunFiles.DIAGNOSTICS)).rows()) {
            diagnosticsRows.add(named(run, line));
        }
        for (List<String> merger : Csv.read(entry.file(RunFiles.MERGERS)).rows()) {
            mergerRows.add(named(run, merger));
        }
        if (RunFiles.failed(result)) {
            failures.add(new Failure(run, result.path("cause").asText()));
        }
        seconds += entry.made().path("seconds").doubleValue();
        devices.merge(device(entry.made()), 1, Integer::sum);
    }

    private static Device device(JsonNode made) {
        return new Device(
                made.path("engine").asText(),
                made.path("device").asText(),
                made.path("driver").asText());
    }

    private Csv runs() {
        List<String> header = new ArrayList<>(List.of("run", "point", "replicate"));
        header.addAll(parameters);
        header.addAll(List.of("seed", "status", "cause", "finalTime", "energyError", "steps", "mergers"));
        if (hasSnapshots()) {
            header.add("snapshots"); // digest of what they hold
        }
        return new Csv(header, runRows);
    }

    private Csv mergers() {
        List<String> header = new ArrayList<>(List.of("run"));
        header.addAll(RunFiles.MERGER_COLUMNS);
        return new Csv(header, mergerRows);
    }

    private Csv diagnostics() {
        List<String> header = new ArrayList<>(List.of("run"));
        header.addAll(TimeSeries.COLUMNS);
        return new Csv(header, diagnosticsRows);
    }

    private static List<String> named(Run run, List<String> row) {
        List<String> named = new ArrayList<>(row.size() + 1);
        named.add(run.id());
        named.addAll(row);
        return named;
    }

    private boolean hasSnapshots() {
        return ensemble.spec().simulate().snapshotsEvery().isPresent();
    }

    /** A file for each run; what else is in the folder is of an earlier ensemble. */
    private void copySnapshots(Store store, Path folder) throws IOException {
        Set<Path> wanted = new HashSet<>();
        if (hasSnapshots()) {
            Files.createDirectories(folder);
            for (Run run : ensemble.runs()) {
                Path file = folder.resolve(run.id() + ".hdf5");
                Entry entry = store.find(run.key()).orElseThrow();
                Files.copy(entry.file(RunFiles.SNAPSHOTS), file, StandardCopyOption.REPLACE_EXISTING);
                wanted.add(file);
            }
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> !wanted.contains(path)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private RunSummary summary() {
        return new RunSummary(ensemble.runs().size(), failures, seconds, devices);
    }
}
