package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.nbody.snapshot.ContentDigest;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.nbody.snapshot.SnapshotReader;
import io.github.nbodylab.experiment.store.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file of snapshots of one run, which must hold what {@code runs.csv} says. */
final class RunSnapshots implements AutoCloseable {

    /** Folder with a file for each run. */
    static final String FOLDER = "snapshots";

    private static final double NEAR = 1e-9;

    private final SnapshotReader reader;
    private final double[] times;

    private RunSnapshots(SnapshotReader reader) {
        this.reader = reader;
        times = reader.times();
    }

    /**
     * Opens the file.
     *
     * @throws TrainingSetException if there is none, or it holds something else
     * @throws IOException if it cannot be read
     */
    static RunSnapshots open(Path folder, Runs.Run run) throws TrainingSetException, IOException {
        Path file = folder.resolve(FOLDER).resolve(run.id() + ".hdf5");
        if (!Files.isRegularFile(file)) {
            throw new TrainingSetException("There is no file of snapshots " + file + ": run simulate again.");
        }
        if (!ContentDigest.of(file).equals(run.cell("snapshots"))) {
            throw new TrainingSetException(
                    file + " does not hold what " + Runs.RUNS + " says of it: run simulate again.");
        }
        return new RunSnapshots(SnapshotReader.open(file));
    }

    int count() {
        return times.length;
    }

    double time(int index) {
        return times[index];
    }

    Snapshot read(int index) throws IOException {
        return reader.read(index);
    }

    /** The snapshot of a time; empty where the run ended before. */
    Optional<Snapshot> at(double time) throws IOException {
        for (int i = 0; i < times.length; i++) {
            if (StrictMath.abs(times[i] - time) <= NEAR * Math.max(1, time)) {
                return Optional.of(read(i));
            }
        }
        return Optional.empty();
    }

    /** A digest of the bits of the first snapshot: equal for equal initial conditions. */
    String initialConditions() throws IOException {
        Snapshot first = read(0);
        StringBuilder bits = new StringBuilder();
        for (double[] field : first.bodies().fields()) {
            for (int i = 0; i < first.bodies().count(); i++) {
                bits.append(Long.toHexString(Double.doubleToLongBits(field[i]))).append(' ');
            }
        }
        return Digest.of(bits.toString());
    }

    @Override
    public void close() {
        reader.close();
    }
}
