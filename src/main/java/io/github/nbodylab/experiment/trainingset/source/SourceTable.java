package io.github.nbodylab.experiment.trainingset.source;

import io.github.nbodylab.experiment.spec.Spelling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Some columns of a table.
 *
 * @param rows how many there are
 * @param columns by name
 * @param places where a row, counted from 0, stands in the file: {@code line 17} or {@code row 17}
 */
public record SourceTable(int rows, Map<String, SourceColumn> columns, IntFunction<String> places) {

    private static final int NAMES_SHOWN = 30;

    public SourceTable {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /**
     * Reads some columns of a file: {@code .csv} and {@code .csv.gz}, of which the first line has the names; {@code .fits}
     * and {@code .fit}, of which a binary or ASCII table is read; {@code .hdf5} and {@code .h5}, of which a compound data
     * set or a group of data sets of one dimension is.
     *
     * @param table the extension of a FITS file by name or number, or a path in an HDF5 file; empty for the only one
     * @param wanted names of columns
     * @throws SourceException if the file cannot be read, or a column is missing, ambiguous or has more than one value a
     *     row; with all problems
     */
    public static SourceTable read(Path file, Optional<String> table, Collection<String> wanted)
            throws SourceException {
        if (!Files.isReadable(file)) {
            throw new SourceException(file.toString(), List.of("there is no such file that can be read"));
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".fits") || name.endsWith(".fit")) {
            return FitsSource.read(file, table, wanted);
        }
        if (name.endsWith(".hdf5") || name.endsWith(".h5")) {
            return HdfSource.read(file, table, wanted);
        }
        return CsvSource.read(file, wanted);
    }

    /** What is wrong with the wanted names: those that are missing, with the nearest known one, or there twice. */
    static List<String> problems(Collection<String> wanted, List<String> names) {
        List<String> problems = new ArrayList<>();
        for (String name : wanted) {
            int count = Collections.frequency(names, name);
            if (count == 0) {
                problems.add("there is no column '" + name + "'; " + remedy(name, names));
            } else if (count > 1) {
                problems.add("there are " + count + " columns '" + name + "'; give each a name of its own");
            }
        }
        return problems;
    }

    private static String remedy(String name, List<String> names) {
        return Spelling.nearest(name, names)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> "there are "
                        + String.join(", ", names.stream().limit(NAMES_SHOWN).toList())
                        + (names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : ""));
    }
}
