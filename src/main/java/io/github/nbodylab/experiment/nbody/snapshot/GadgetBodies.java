package io.github.nbodylab.experiment.nbody.snapshot;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Reads bodies from a GADGET snapshot. */
final class GadgetBodies {

    private static final String COORDINATES = "Coordinates";
    private static final String VELOCITIES = "Velocities";
    private static final String MASSES = "Masses";
    private static final String IDS = "ParticleIDs";

    /**
     * The bodies of one type.
     *
     * @param columns {@code double[7][n]}
     * @param ids {@code long[n]}, or empty
     */
    @SuppressWarnings("ArrayRecordComponent") // large, and compared by nobody
    private record Part(String name, double[][] columns, Optional<long[]> ids) {
        int count() {
            return columns[0].length;
        }
    }

    private final GadgetFile file;
    private final Problems problems;
    private final List<Part> parts = new ArrayList<>();

    private GadgetBodies(GadgetFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static BodyTable read(Path path, SnapshotUnits units, Problems problems) throws BodiesFileException {
        try (HdfFile hdf = new HdfFile(path)) {
            return new GadgetBodies(new GadgetFile(hdf), problems).table(units);
        } catch (RuntimeException e) { // of every kind, where a file is damaged
            String cause = e instanceof HdfException ? e.getMessage() : e.toString();
            problems.add("it is no HDF5 file, or a damaged one (" + cause + "); a table's name ends with .csv");
            problems.check();
            throw e;
        }
    }

    private BodyTable table(SnapshotUnits units) throws BodiesFileException {
        if (file.number("NumFilesPerSnapshot").orElse(1.0) > 1) {
            problems.add("Header", "this is one of several files of a snapshot; join them to one");
        }
        List<Group> types = file.types();
        if (types.isEmpty()) {
            problems.add("no group is called PartType0 to PartType5; give a snapshot in the layout of GADGET");
        }
        problems.check();
        types.forEach(this::part);
        problems.check(); // without all shapes right there are no bodies to look at
        double[][] columns = new double[BodyTable.NAMES.size()][];
        for (int f = 0; f < columns.length; f++) {
            int field = f;
            columns[f] = parts.stream()
                    .flatMapToDouble(part -> Arrays.stream(part.columns[field]))
                    .toArray();
        }
        double time = UnitAttributes.convert(file, units, columns, problems);
        boolean known = parts.stream().allMatch(part -> part.ids.isPresent());
        long[] ids = parts.stream()
                .flatMapToLong(part -> part.ids.stream().flatMapToLong(LongStream::of))
                .toArray();
        return new BodyTable(time, columns, known ? Optional.of(ids) : Optional.empty(), new Datasets());
    }

    private void part(Group group) {
        GadgetDatasets datasets = new GadgetDatasets(group, problems);
        Optional<double[][]> coordinates = datasets.vectors(COORDINATES);
        Optional<double[][]> velocities = datasets.vectors(VELOCITIES);
        double tabled = file.number("MassTable", group.getName().charAt("PartType".length()) - '0')
                .orElse(0.0);
        Optional<double[]> masses = datasets.has(MASSES) || tabled == 0
                ? datasets.scalars(MASSES, "; or give the header's MassTable the mass of all of this type")
                : Optional.of(new double[0]);
        Optional<long[]> ids = datasets.has(IDS) ? datasets.ids(IDS) : Optional.empty();
        if (coordinates.isEmpty() || velocities.isEmpty() || masses.isEmpty()) {
            return;
        }
        int n = coordinates.get()[0].length;
        double[] mass = datasets.has(MASSES) || tabled == 0 ? masses.get() : new double[n];
        if (mass.length == n && !datasets.has(MASSES)) {
            Arrays.fill(mass, tabled);
        }
        boolean even = sameRows(group, VELOCITIES, velocities.get()[0].length, n);
        even &= sameRows(group, MASSES, mass.length, n);
        even &= ids.isEmpty() || sameRows(group, IDS, ids.get().length, n);
        if (even && n > 0) {
            double[][] columns = new double[BodyTable.NAMES.size()][];
            System.arraycopy(coordinates.get(), 0, columns, 0, 3);
            System.arraycopy(velocities.get(), 0, columns, 3, 3);
            columns[BodyTable.MASS] = mass;
            parts.add(new Part(group.getName(), columns, ids));
        }
    }

    private boolean sameRows(Group group, String name, int rows, int expected) {
        if (rows != expected) {
            problems.add(
                    group.getName() + "/" + name,
                    "it has " + rows + " rows where " + COORDINATES + " has " + expected + "; each body needs one");
        }
        return rows == expected;
    }

    private final class Datasets implements BodyTable.Places {

        @Override
        public String of(int body) {
            return place(body, COORDINATES);
        }

        @Override
        public String of(int body, int column) {
            return place(body, column < 3 ? COORDINATES : column < BodyTable.MASS ? VELOCITIES : MASSES);
        }

        @Override
        public String ofId(int body) {
            return place(body, IDS);
        }

        /** Rows count from 0, as in whatever shows an HDF5 file. */
        private String place(int body, String dataset) {
            int row = body;
            for (Part part : parts) {
                if (row < part.count()) {
                    return part.name + "/" + dataset + "[" + row + "]";
                }
                row -= part.count();
            }
            throw new IndexOutOfBoundsException(body);
        }
    }
}
