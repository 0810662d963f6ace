package io.github.nbodylab.experiment.nbody.snapshot;

import io.github.nbodylab.experiment.compute.Bodies;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads the snapshots of one run, one at a time, from a file that {@link SnapshotFile} has written. */
public final class SnapshotReader implements AutoCloseable {

    private final Path file;
    private final HdfFile hdf;
    private final double[] times;

    private SnapshotReader(Path file, HdfFile hdf) {
        this.file = file;
        this.hdf = hdf;
        times = (double[]) data("Experiment/Times");
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it is not there, or is no file of snapshots; the message names it
     */
    public static SnapshotReader open(Path file) throws IOException {
        HdfFile hdf = null;
        try {
            hdf = new HdfFile(file);
            return new SnapshotReader(file, hdf);
        } catch (RuntimeException e) { // of every kind, where a file is damaged
            if (hdf != null) {
                hdf.close();
            }
            throw unreadable(file, e);
        }
    }

    /** The times of the snapshots, Henon units, rising; a copy. */
    public double[] times() {
        return times.clone();
    }

    /**
     * A snapshot.
     *
     * @param index from 0, in the order of the times
     * @throws IOException if it cannot be read; the message names the file
     */
    public Snapshot read(int index) throws IOException {
        try {
            String part = String.format(Locale.ROOT, "Snapshot_%04d/PartType1/", index);
            double[][] coordinates = (double[][]) data(part + "Coordinates");
            double[][] velocities = (double[][]) data(part + "Velocities");
            double[] masses = (double[]) data(part + "Masses");
            Bodies bodies = new Bodies(masses.length);
            for (int i = 0; i < masses.length; i++) {
                for (int axis = 0; axis < 3; axis++) {
                    bodies.fields()[axis][i] = coordinates[i][axis];
                    bodies.fields()[3 + axis][i] = velocities[i][axis];
                }
                bodies.mass[i] = masses[i];
            }
            return new Snapshot(times[index], (int[]) data(part + "ParticleIDs"), bodies);
        } catch (RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    private Object data(String path) {
        return ((Dataset) hdf.getByPath(path)).getData();
    }

    private static IOException unreadable(Path file, RuntimeException e) {
        String cause = e instanceof HdfException ? e.getMessage() : e.toString();
        return new IOException(file + " cannot be read as snapshots: " + cause, e);
    }

    @Override
    public void close() {
        hdf.close();
    }
}
