package io.github.nbodylab.experiment.nbody.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads initial conditions, or a snapshot to go on from.
 *
 * <p>{@code .hdf5} and {@code .h5}: GADGET's layout. All groups {@code PartType0} to {@code PartType5} are read, in this
 * order, each with {@code Coordinates (n, 3)}, {@code Velocities (n, 3)} and {@code Masses (n)}, of any type of numbers;
 * masses may stand in the header's {@code MassTable} instead, and {@code ParticleIDs (n)} may be missing. Of a file that
 * {@link SnapshotFile} wrote this is the last snapshot.
 *
 * <p>{@code .csv}: a header line with the columns {@code mass}, {@code x}, {@code y}, {@code z}, {@code vx}, {@code vy},
 * {@code vz} and, if the bodies have any, {@code id}, in any order, among any others; lines that begin with {@code #} and
 * empty ones mean nothing. Its time is 0.
 *
 * <p>Bodies without ids are numbered from 1. Numbers are Henon's, as they are. Only where the file names its units
 * ({@code UnitLength_in_cm}, {@code UnitMass_in_g}, {@code UnitVelocity_in_cm_per_s}) and units are wanted are they
 * converted, to multiples of those.
 */
public final class BodiesFile {

    private BodiesFile() {}

    /**
     * Reads a file, for a spec without units.
     *
     * @return two bodies or more, with finite numbers, positive masses, ids of their own, and no two at one place
     * @throws BodiesFileException if the file is missing or anything in it is wrong, with all problems; also if G is not 1
     *     in the units that it names
     */
    public static Snapshot read(Path file) throws BodiesFileException {
        return read(file, SnapshotUnits.HENON);
    }

    /**
     * Reads a file.
     *
     * @param units what the result is in
     * @return as {@link #read(Path)}
     * @throws BodiesFileException as {@link #read(Path)}; also if it is not clear whether the numbers are still to be
     *     divided by the header's {@code HubbleParam}
     */
    public static Snapshot read(Path file, SnapshotUnits units) throws BodiesFileException {
        Problems problems = new Problems(file);
        if (!Files.isRegularFile(file)) {
            problems.add(
                    Files.exists(file) ? "this is a folder, not a file" : "there is no such file; is the path right?");
        } else if (!Files.isReadable(file)) {
            problems.add("it may not be read; give yourself the right to");
        }
        problems.check();
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return CsvBodies.read(file, problems).check(problems);
        }
        if (name.endsWith(".hdf5") || name.endsWith(".h5")) {
            return GadgetBodies.read(file, units, problems).check(problems);
        }
        problems.add("it is known by its end what a file is, and this is none of .hdf5, .h5 and .csv");
        problems.check();
        throw new AssertionError("a problem was noted");
    }
}
