package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What scripts beside a page have in common: whose they are, and those that all pages share. */
final class Beside {

    /** The folder of shared scripts, from a page. */
    static final String SHARED = "../assets/";

    /** The same folder, from the site's root. */
    static final String FOLDER = "experiments/assets";

    private Beside() {}

    /**
     * Whether the results of this build are those that a record tells of.
     *
     * @param folder the experiment's, with {@code record.json}; may be missing
     */
    static boolean isCurrent(ReportRecord record, Path folder) {
        Path file = folder.resolve("record.json");
        try {
            return Files.isRegularFile(file)
                    && Json.read(file).path("version").asText().equals(record.version());
        } catch (IOException e) {
            return false; // who read the records has told
        }
    }

    /**
     * Copies a script from the class path to the shared ones.
     *
     * @param resource its name, from this class
     * @param page beside whose folder the shared ones stand
     * @throws IOException if it cannot be written
     */
    static void share(String resource, Path page) throws IOException {
        copy(resource, page.resolveSibling(SHARED).normalize());
    }

    /**
     * Copies a script from the class path to a folder.
     *
     * @param resource its name, from this class
     * @throws IOException if it cannot be written
     */
    static void copy(String resource, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream in = Beside.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing on the class path");
            }
            Files.copy(
                    in,
                    folder.resolve(resource.substring(resource.lastIndexOf('/') + 1)),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
