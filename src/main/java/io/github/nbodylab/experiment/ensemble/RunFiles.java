package io.github.nbodylab.experiment.ensemble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Merger;
import io.github.nbodylab.experiment.nbody.Simulation;
import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of one run in the store. All that stands in them is the same on every device. */
final class RunFiles {

    static final String RUN = "run.json";
    static final String MERGERS = "mergers.csv";
    static final String FINAL = "final.csv";

    static final String COMPLETED = "completed";
    static final String FAILED = "failed";

    static final List<String> MERGER_COLUMNS =
            List.of("time", "x", "y", "z", "vx", "vy", "vz", "id1", "id2", "mass1", "mass2");
    private static final List<String> FINAL_COLUMNS = List.of("id", "mass", "x", "y", "z", "vx", "vy", "vz");

    private RunFiles() {}

    /** Writes a finished simulation. */
    static void write(Path folder, Simulation simulation) throws IOException {
        Json.write(folder.resolve(RUN), run(simulation));
        mergers(simulation).write(folder.resolve(MERGERS));
        bodies(simulation).write(folder.resolve(FINAL));
    }

    private static ObjectNode run(Simulation simulation) {
        ObjectNode node = Json.object();
        node.put("status", simulation.failure().isPresent() ? FAILED : COMPLETED);
        node.put("cause", simulation.failure().or(simulation::note).orElse(null));
        node.put("steps", simulation.steps());
        double error = simulation.energyError();
        node.put("energyError", Double.isFinite(error) ? Double.valueOf(error) : null);
        node.put("mergers", simulation.mergers().size());
        node.put("finalParticles", simulation.bodies().count());
        node.put("finalTime", simulation.time());
        node.put("pairInteractions", simulation.interactions());
        return node;
    }

    private static Csv mergers(Simulation simulation) {
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
                row.add(Decimal.shortest(fields[f][i]));
            }
            rows.add(row);
        }
        return new Csv(FINAL_COLUMNS, rows);
    }

    /** What a run.json says failed; empty text where nothing did. */
    static boolean failed(JsonNode run) {
        return run.path("status").asText().equals(FAILED);
    }
}
