package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.nbody.snapshot.SnapshotFile;
import io.github.nbodylab.experiment.nbody.snapshot.SnapshotUnits;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.SpecException;
import io.github.nbodylab.experiment.spec.SpecReader;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.worker.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Runs of two time units, made by hand, for tests of rows. */
final class SmallRuns {

    static final int BODIES = 12;

    final Heard heard = new Heard();

    private final Path folder;
    private final List<List<String>> runs = new ArrayList<>();
    private final List<List<String>> mergers = new ArrayList<>();

    SmallRuns(Path folder) {
        this.folder = folder;
    }

    /** Bodies 1 to 12, without some, drawn anew for each seed and time. */
    static Snapshot cloud(long seed, double time, int... gone) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {seed, (long) (8 * time), 3, 4});
        int[] ids = IntStream.rangeClosed(1, BODIES)
                .filter(id -> Arrays.stream(gone).noneMatch(other -> other == id))
                .toArray();
        Bodies bodies = new Bodies(ids.length);
        for (int i = 0; i < ids.length; i++) {
            for (int f = 0; f < 6; f++) {
                bodies.fields()[f][i] = 2 * random.nextDouble() - 1;
            }
            bodies.mass[i] = 1.0 / BODIES;
        }
        return new Snapshot(time, ids, bodies);
    }

    /** Snapshots every half a time unit, all with all bodies. */
    static List<Snapshot> clouds(long seed) {
        return IntStream.rangeClosed(0, 4).mapToObj(i -> cloud(seed, i / 2.0)).toList();
    }

    /** A merger at a time of two bodies at a place (time, 0, 0). */
    static double[] merger(double time, int kept, int gone) {
        return new double[] {time, kept, gone};
    }

    /** Adds a run of a design point of its own. */
    SmallRuns run(long seed, List<Snapshot> snapshots, double[]... events) throws IOException {
        return run("p" + seed + "-1", seed, 2, snapshots, events);
    }

    /** Adds a run; the design point is what stands before the hyphen of its name. */
    SmallRuns run(String id, long seed, double end, List<Snapshot> snapshots, double[]... events) throws IOException {
        Path file = Files.createDirectories(folder.resolve("snapshots")).resolve(id + ".hdf5");
        String digest = SnapshotFile.write(file, snapshots, SnapshotUnits.HENON, new TreeMap<>());
        runs.add(List.of(
                id,
                id.substring(0, id.indexOf('-')),
                "1",
                "12",
                Long.toString(seed),
                "completed",
                Double.toString(end),
                Integer.toString(events.length),
                digest));
        for (double[] event : events) {
            mergers.add(List.of(
                    id,
                    Double.toString(event[0]),
                    Double.toString(event[0]),
                    "0",
                    "0",
                    Integer.toString((int) event[1]),
                    Integer.toString((int) event[2]),
                    "0.1",
                    "0.2",
                    "1.5",
                    "0.3"));
        }
        return this;
    }

    /** A spec of these runs with some lines under {@code trainingSet}. */
    ExperimentSpec spec(String... trainingSet) throws IOException, SpecException {
        Path file = Files.writeString(
                folder.resolve("small.yaml"),
                """
                apiVersion: experiment/v1
                name: small
                version: 1.0.0
                title: Small
                question: What?
                seed: 5
                simulate:
                  cluster:
                    particles: 12
                  mergers:
                    captureNumber: 2
                  until: 2
                  snapshots: {every: 0.5}
                  design: {method: grid, replicates: 40}
                trainingSet:
                  split: {by: simulation, test: 20%}
                """ + String.join("\n", trainingSet).indent(2) + """
                train:
                  models: [constant]
                """);
        return new SpecReader().read(file);
    }

    TrainingTable assemble(String... trainingSet) throws IOException, SpecException, TrainingSetException {
        new Csv(
                        List.of(
                                "run",
                                "point",
                                "replicate",
                                "particles",
                                "seed",
                                "status",
                                "finalTime",
                                "mergers",
                                "snapshots"),
                        runs)
                .write(folder.resolve("runs.csv"));
        new Csv(
                        List.of(
                                "run",
                                "time",
                                "x",
                                "y",
                                "z",
                                "id1",
                                "id2",
                                "mass1",
                                "mass2",
                                "relativeSpeed",
                                "remnantMass"),
                        mergers)
                .write(folder.resolve("mergers.csv"));
        return TrainingSetAssembler.assemble(spec(trainingSet), folder, folder, heard);
    }
}
