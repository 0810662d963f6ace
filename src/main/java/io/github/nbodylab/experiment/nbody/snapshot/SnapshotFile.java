package io.github.nbodylab.experiment.nbody.snapshot;

import io.github.nbodylab.experiment.compute.Bodies;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Writes the snapshots of one run as one HDF5 file in the layout of GADGET (Springel 2005), which h5py, yt and pynbody read.
 *
 * <p>The groups {@code Snapshot_0000}, {@code Snapshot_0001} and so on, in the order of times, hold a whole GADGET snapshot
 * each: {@code Header}, {@code Units} and {@code PartType1} with {@code Coordinates (n, 3)}, {@code Velocities (n, 3)},
 * {@code Masses (n)} and {@code ParticleIDs (n)}. GADGET has one time a file, so the last one stands at the root as well:
 * there the programs that know nothing of the others find it. Group {@code Experiment} says what was run, and its
 * {@code Times} are those of all snapshots.
 *
 * <p>{@code BoxSize} is 0, for nothing is periodic. A file has no time stamp: the same snapshots give the same bytes on one
 * machine, and the same {@link ContentDigest} on all.
 */
public final class SnapshotFile {

    private static final int TYPES = 6;
    private static final int HALO = 1; // the type that GADGET has for bodies without gas

    private SnapshotFile() {}

    /**
     * Writes a file, whole or not at all; one that is there is replaced.
     *
     * @param file ends with {@code .hdf5}; its folder exists
     * @param snapshots one or more, in the order of their times
     * @param units goes into the headers; the numbers stay Henon's
     * @param facts what was run (its name, its seed, ...), as attributes of the group {@code Experiment}
     * @return the file's {@link ContentDigest}, for which it was read back
     * @throws IOException if it cannot be written; the message names the file
     * @throws IllegalArgumentException if there is no snapshot, or one is not after the one before it
     */
    public static String write(
            Path file, List<Snapshot> snapshots, SnapshotUnits units, SortedMap<String, String> facts)
            throws IOException {
        requireOrder(snapshots);
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(temporary); // the writer would leave the end of a longer file standing
        try {
            try (WritableHdfFile hdf = HdfFile.write(temporary)) {
                fill(hdf, snapshots, units, facts);
            }
            String digest = ContentDigest.of(temporary);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return digest;
        } catch (HdfException e) {
            throw new IOException(file + " cannot be written: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void requireOrder(List<Snapshot> snapshots) {
        if (snapshots.isEmpty()) {
            throw new IllegalArgumentException("a file of snapshots has at least one");
        }
        for (int i = 1; i < snapshots.size(); i++) {
            if (!(snapshots.get(i).time() > snapshots.get(i - 1).time())) {
                throw new IllegalArgumentException(
                        "a snapshot at " + snapshots.get(i).time() + " comes after one at "
                                + snapshots.get(i - 1).time());
            }
        }
    }

    private static void fill(
            WritableGroup root, List<Snapshot> snapshots, SnapshotUnits units, SortedMap<String, String> facts) {
        WritableGroup experiment = root.putGroup("Experiment");
        experiment.putDataset(
                "Times", snapshots.stream().mapToDouble(Snapshot::time).toArray());
        facts.forEach(experiment::putAttribute);
        put(root, snapshots.get(snapshots.size() - 1), units);
        for (int i = 0; i < snapshots.size(); i++) {
            put(root.putGroup(String.format(Locale.ROOT, "Snapshot_%04d", i)), snapshots.get(i), units);
        }
    }

    private static void put(WritableGroup group, Snapshot snapshot, SnapshotUnits units) {
        header(group.putGroup("Header"), snapshot, units);
        WritableGroup unitGroup = group.putGroup("Units"); // newer codes have them here
        units(unitGroup, units);
        unitGroup.putAttribute("UnitTime_in_s", units.seconds());
        describe(unitGroup, "What all numbers of a snapshot are multiples of.");
        Bodies bodies = snapshot.bodies();
        int n = bodies.count();
        double[][] coordinates = new double[n][3];
        double[][] velocities = new double[n][3];
        double[] masses = new double[n];
        for (int i = 0; i < n; i++) {
            for (int axis = 0; axis < 3; axis++) {
                coordinates[i][axis] = bodies.fields()[axis][i] + bodies.low()[axis][i];
                velocities[i][axis] = bodies.fields()[3 + axis][i];
            }
            masses[i] = bodies.mass[i];
        }
        WritableGroup type = group.putGroup("PartType" + HALO);
        type.putDataset("Coordinates", coordinates);
        type.putDataset("Velocities", velocities);
        type.putDataset("Masses", masses);
        type.putDataset("ParticleIDs", snapshot.ids());
    }

    private static void header(WritableGroup header, Snapshot snapshot, SnapshotUnits units) {
        int[] counts = new int[TYPES];
        counts[HALO] = snapshot.bodies().count();
        header.putAttribute("NumPart_ThisFile", counts);
        header.putAttribute("NumPart_Total", counts, true);
        header.putAttribute("NumPart_Total_HighWord", new int[TYPES], true);
        header.putAttribute("MassTable", new double[TYPES]); // zeros: each body has its own mass
        header.putAttribute("Time", snapshot.time());
        header.putAttribute("NumFilesPerSnapshot", 1);
        header.putAttribute("BoxSize", 0.0);
        header.putAttribute("Redshift", 0.0);
        header.putAttribute("Omega0", 0.0);
        header.putAttribute("OmegaLambda", 0.0);
        header.putAttribute("HubbleParam", 1.0);
        for (String flag : List.of("Sfr", "Feedback", "Cooling", "StellarAge", "Metals")) {
            header.putAttribute("Flag_" + flag, 0);
        }
        header.putAttribute("Flag_DoublePrecision", 1);
        units(header, units);
        header.putAttribute("UnitSystem", units.physical() ? UnitAttributes.PHYSICAL : UnitAttributes.HENON);
        describe(header, "Header of a snapshot in the layout of GADGET; PartType1 holds all bodies.");
    }

    /**
     * Gives a group that has attributes alone a dataset: jhdf 0.13 ends a file with a line after the dataset that it wrote
     * last, over any group that it wrote later. With a dataset in each group there is none.
     */
    private static void describe(WritableGroup group, String text) {
        group.putDataset("Description", text);
    }

    private static void units(WritableGroup group, SnapshotUnits units) {
        group.putAttribute(UnitAttributes.LENGTH, units.centimetres());
        group.putAttribute(UnitAttributes.MASS, units.grams());
        group.putAttribute(UnitAttributes.VELOCITY, units.centimetresPerSecond());
    }
}
