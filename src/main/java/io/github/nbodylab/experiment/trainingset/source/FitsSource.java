package io.github.nbodylab.experiment.trainingset.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.TableHDU;

/** Reads a binary or ASCII table of a FITS file (Pence et al. 2010, Astronomy and Astrophysics 524, A42). */
final class FitsSource {

    private static final String START = "SIMPLE  =";

    private FitsSource() {}

    static SourceTable read(Path file, Optional<String> table, Collection<String> wanted) throws SourceException {
        List<String> problems = new ArrayList<>();
        requireFits(file);
        try (Fits fits = new Fits(file.toFile())) {
            Optional<TableHDU<?>> hdu = choose(fits.read(), table, problems);
            Map<String, SourceColumn> columns = new LinkedHashMap<>();
            if (hdu.isPresent()) {
                List<String> names = names(hdu.get());
                problems.addAll(SourceTable.problems(wanted, names));
                for (String name : wanted) {
                    if (names.contains(name)) {
                        new FitsColumn(hdu.get(), names.indexOf(name), name)
                                .read(problems)
                                .ifPresent(column -> columns.put(name, column));
                    }
                }
            }
            if (problems.isEmpty()) {
                return new SourceTable(hdu.orElseThrow().getNRows(), columns, row -> "row " + (row + 1));
            }
        } catch (IOException | RuntimeException e) { // the library has many kinds for a damaged file
            problems.add("it cannot be read as FITS: " + e.getMessage());
        }
        throw new SourceException(file.toString(), problems);
    }

    /** The library tells the log much of a file that is none. */
    private static void requireFits(Path file) throws SourceException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!new String(in.readNBytes(START.length()), StandardCharsets.US_ASCII).equals(START)) {
                throw new SourceException(
                        file.toString(), List.of("it is no FITS file; such a one begins with SIMPLE"));
            }
        } catch (IOException e) {
            throw new SourceException(file.toString(), List.of("it cannot be read: " + e.getMessage()));
        }
    }

    private static Optional<TableHDU<?>> choose(BasicHDU<?>[] hdus, Optional<String> wanted, List<String> problems) {
        Map<String, TableHDU<?>> tables = new LinkedHashMap<>();
        for (int i = 0; hdus != null && i < hdus.length; i++) {
            if (hdus[i] instanceof TableHDU<?> table) {
                String name = extension(table);
                if (wanted.isPresent()
                        && (wanted.get().equalsIgnoreCase(name) || wanted.get().equals(Integer.toString(i)))) {
                    return Optional.of(table);
                }
                tables.put(i + (name.isEmpty() ? "" : " (" + name + ")"), table);
            }
        }
        if (wanted.isEmpty() && tables.size() == 1) {
            return Optional.of(tables.values().iterator().next());
        }
        String all = tables.isEmpty() ? "no table" : "the extensions " + String.join(", ", tables.keySet());
        problems.add(
                wanted.isPresent()
                        ? "it has no table '" + wanted.get() + "', but " + all + "; name one in trainingSet.table"
                        : "it has " + all + (tables.isEmpty() ? "" : "; name one in trainingSet.table"));
        return Optional.empty();
    }

    private static String extension(TableHDU<?> table) {
        String name = table.getHeader().getStringValue("EXTNAME");
        return name == null ? "" : name.strip();
    }

    private static List<String> names(TableHDU<?> table) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < table.getNCols(); c++) {
            String name = table.getColumnName(c);
            names.add(name == null ? "" : name.strip());
        }
        return names;
    }
}
