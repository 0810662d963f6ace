package io.github.nbodylab.experiment.ensemble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Merger;
import io.github.nbodylab.experiment.nbody.Simulation;
import io.github.nbodylab.experiment.nbody.TimeSeries;
import io.github.nbodylab.experiment.nbody.snapshot.SnapshotFile;
import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of one run in the store. All that stands in them is the same on every device. */
final class RunFiles {

    static final String RUN = "run.json";
    static final String MERGERS = "mergers.csv";
    static final String FINAL = "final.csv";
    static final String DIAGNOSTICS = "diagnostics.csv";
    static final String SNAPSHOTS = "snapshots.hdf5";

    static final String COMPLETED = "completed";
    static final String FAILED = "failed";

    static final List<String> MERGER_COLUMNS = List.of(
            "time",
            "x",
            "y",
            "z",
            "vx",
            "vy",
            "vz",
            "id1",
            "id2",
            "mass1",
            "mass2",
            "relativeSpeed",
            "remnantMass",
            "kickSpeed",
            "history");
    private static final List<String> FINAL_COLUMNS = List.of("id", "mass", "x", "y", "z", "vx", "vy", "vz");

    private RunFiles() {}

    /** Writes a finished simulation. */
    static void write(Path folder, Missing missing, Simulation simulation) throws IOException {
        ObjectNode run = run(simulation);
        mergers(simulation).write(folder.resolve(MERGERS));
        bodies(simulation).write(folder.resolve(FINAL));
        diagnostics(simulation).write(folder.resolve(DIAGNOSTICS));
        if (!simulation.snapshots().isEmpty()) {
            Path file = folder.resolve(SNAPSHOTS);
            SortedMap<String, String> facts = new TreeMap<>(Map.of(
                    "run", missing.run().id(),
                    "seed", missing.run().seed().digest()));
            run.put("snapshots", SnapshotFile.write(file, simulation.snapshots(), missing.units(), facts));
        }
        Json.write(folder.resolve(RUN), run);
    }

    private static Csv diagnostics(Simulation simulation) {
        List<List<String>> rows = new ArrayList<>();
        for (double[] line : simulation.series().lines()) {
            List<String> row = new ArrayList<>();
            for (int k = 0; k < line.length; k++) {
                row.add(figure(line[k], TimeSeries.isWhole(k)));
            }
            rows.add(row);
        }
        return new Csv(TimeSeries.COLUMNS, rows);
    }

    private static String figure(double number, boolean whole) {
        if (Double.isNaN(number)) {
            return "";
        }
        return whole ? Long.toString((long) number) : Decimal.shortest(number);
    }

    private static ObjectNode run(Simulation simulation) {
        ObjectNode node = Json.object();
        node.put("status", simulation.failure().isPresent() ? FAILED : COMPLETED);
        node.put("cause", simulation.failure().or(simulation::note).orElse(null));
        node.put("steps", simulation.steps());
        node.put("bodySteps", simulation.bodySteps());
        double error = simulation.energyError();
        node.put("energyError", Double.isFinite(error) ? Double.valueOf(error) : null);
        node.put("mergers", simulation.mergers().size());
        node.put("finalTime", simulation.time());
        node.put("pairInteractions", simulation.interactions());
        return node;
    }

    static Csv mergers(Simulation simulation) {
        List<List<String>> rows = new ArrayList<>();
        for (Merger merger : simulation.mergers()) {
            List<String> row = new ArrayList<>();
            row.add(Decimal.shortest(merger.time()));
            for (double x : merger.position()) {
                row.add(Decimal.shortest(x));
            }
            for (double v : merger.velocity()) {
                row.add(Decimal.shortest(v));
            }
            row.add(Integer.toString(merger.id1()));
            row.add(Integer.toString(merger.id2()));
            row.add(Decimal.shortest(merger.mass1()));
            row.add(Decimal.shortest(merger.mass2()));
            row.add(Decimal.shortest(merger.relativeSpeed()));
            row.add(Decimal.shortest(merger.remnantMass()));
            row.add(Decimal.shortest(merger.kickSpeed()));
            row.add(merger.history().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            rows.add(row);
        }
        return new Csv(MERGER_COLUMNS, rows);
    }

    private static Csv bodies(Simulation simulation) {
        Bodies bodies = simulation.bodies();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < bodies.count(); i++) {
            List<String> row = new ArrayList<>();
            row.add(Integer.toString(simulation.id(i)));
            row.add(Decimal.shortest(bodies.mass[i]));
            double[][] fields = bodies.fields();
            for (int f = 0; f < 6; f++) {
                row.add(Decimal.shortest(f < 3 ? fields[f][i] + bodies.low()[f][i] : fields[f][i]));
            }
            rows.add(row);
        }
        return new Csv(FINAL_COLUMNS, rows);
    }

    /** Whether a run.json tells of a failure. */
    static boolean failed(JsonNode run) {
        return run.path("status").asText().equals(FAILED);
    }
}
