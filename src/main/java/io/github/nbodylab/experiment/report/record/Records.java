package io.github.nbodylab.experiment.report.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every version of every experiment that can be shown: the recorded ones, and what this build found. */
public final class Records {

    private static final String ENDING = ".json";

    private Records() {}

    /**
     * Reads them. What this build found stands in for the record of the same version. A record that is damaged or too new
     * is told and left out.
     *
     * @param resultFolder with {@code NAME/record.json}; may be missing
     * @param recordFolder with {@code NAME/VERSION.json}; may be missing
     * @param complaints hears of records that cannot be shown
     * @return by name
     * @throws IOException if a folder cannot be read
     */
    public static List<History> read(Path resultFolder, Path recordFolder, Consumer<String> complaints)
            throws IOException {
        return History.of(
                read(files(recordFolder, ""), complaints), read(files(resultFolder, "record.json"), complaints));
    }

    /**
     * The versions of an experiment that were recorded, whether their records can be read or not.
     *
     * @param recordFolder with {@code NAME/VERSION.json}; may be missing
     * @return the newest first
     * @throws IOException if a folder cannot be read
     */
    public static List<String> versions(Path recordFolder, String name) throws IOException {
        return newestFirst(files(recordFolder, "").stream()
                .filter(file -> file.getParent().endsWith(name))
                .map(file -> file.getFileName().toString())
                .toList());
    }

    /**
     * The versions in the names of records, {@code VERSION.json}; other files are passed over.
     *
     * @return the newest first
     */
    public static List<String> newestFirst(List<String> files) {
        return files.stream()
                .filter(file -> file.endsWith(ENDING))
                .map(file -> file.substring(0, file.length() - ENDING.length()))
                .sorted(VersionOrder.OLDEST_FIRST.reversed())
                .toList();
    }

    private static List<ReportRecord> read(List<Path> files, Consumer<String> complaints) {
        List<ReportRecord> records = new ArrayList<>();
        for (Path file : files) {
            try {
                records.add(ReportRecord.read(file));
            } catch (IOException e) { // damaged, of a newer schema, or no JSON at all
                complaints.accept(e.getMessage());
            }
        }
        return records;
    }

    /** The JSON files two levels down, whose names end so. */
    private static List<Path> files(Path folder, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.find(folder, 2, (path, attributes) -> attributes.isRegularFile())) {
            return tree.filter(file -> folder.relativize(file).getNameCount() == 2)
                    .filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(file -> file.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
