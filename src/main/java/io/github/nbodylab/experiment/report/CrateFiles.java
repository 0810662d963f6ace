package io.github.nbodylab.experiment.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.Downloads.Download;
import io.github.nbodylab.experiment.report.crate.CrateMetadata;
import io.github.nbodylab.experiment.report.crate.LeftOut;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The crate of the results of this build as a zip file beside their page. The same crate is the same bytes. */
public final class CrateFiles {

    /** Snapshots that take more bytes than this are left out. */
    private static final long LARGEST_SNAPSHOTS = 50_000_000;

    private static final String SNAPSHOTS = "snapshots/";

    /** The oldest date that a zip file can hold. */
    private static final LocalDateTime OLDEST = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

    private CrateFiles() {}

    /**
     * Writes it, if the results of this build are those that the record tells of.
     *
     * @param results the folder with {@code NAME/ro-crate-metadata.json} and what it names; may be missing
     * @param site its root
     * @param complaints hears why there is no crate for a page that should have one
     * @return what the page offers; empty if there is none
     * @throws IOException if it cannot be written
     */
    public static Optional<Download> write(ReportRecord record, Path results, Path site, Consumer<String> complaints)
            throws IOException {
        Path folder = results.resolve(record.name());
        if (!Beside.isCurrent(record, folder) || !Files.isRegularFile(folder.resolve(CrateMetadata.FILE))) {
            return Optional.empty();
        }
        ObjectNode metadata = (ObjectNode) Json.read(folder.resolve(CrateMetadata.FILE));
        Optional<String> changed = changed(metadata, folder);
        if (changed.isPresent()) {
            complaints.accept(folder.resolve(changed.get()) + " is not the file that " + CrateMetadata.FILE
                    + " tells of, so the page has no crate; 'mvn verify site' makes both anew");
            return Optional.empty();
        }
        String name = record.name() + "-" + record.version() + "-crate.zip";
        Path zip = site.resolve(record.page()).resolveSibling(record.version()).resolve(name);
        Files.createDirectories(zip.getParent());
        Path temporary = zip.resolveSibling(name + ".tmp");
        pack(temporary, folder, metadata);
        Files.move(temporary, zip, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(new Download(
                name,
                "all of it, with this page, as an RO-Crate that opens anywhere",
                Optional.of(record.version() + "/" + name),
                Files.size(zip),
                Digest.of(zip)));
    }

    /** A file that was changed since it was described. */
    private static Optional<String> changed(JsonNode metadata, Path folder) throws IOException {
        for (JsonNode entity : metadata.path("@graph")) {
            if (entity.path("@type").asText().equals("File")) {
                Path file = folder.resolve(path(entity));
                if (!Files.isRegularFile(file)
                        || !Digest.of(file).equals(entity.path("sha256").asText())) {
                    return Optional.of(path(entity));
                }
            }
        }
        return Optional.empty();
    }

    private static String path(JsonNode entity) {
        return URLDecoder.decode(entity.path("@id").asText().replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void pack(Path zip, Path folder, ObjectNode metadata) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (JsonNode entity : metadata.path("@graph")) {
            if (entity.path("@type").asText().equals("File")) {
                files.put(path(entity), folder.resolve(path(entity)));
            }
        }
        SortedMap<String, Path> snapshots = below(folder, SNAPSHOTS);
        long size = 0;
        for (Path file : snapshots.values()) {
            size += Files.size(file);
        }
        if (size > LARGEST_SNAPSHOTS) {
            LeftOut.take(
                    metadata,
                    SNAPSHOTS,
                    "The snapshots, " + size / 1_000_000
                            + " MB, are left out of this archive; 'mvn verify' makes them with the same bits.");
        } else {
            files.putAll(snapshots);
        }
        if (Files.isRegularFile(folder.resolve(CrateMetadata.PREVIEW))) {
            files.put(CrateMetadata.PREVIEW, folder.resolve(CrateMetadata.PREVIEW));
            files.putAll(below(folder, StandalonePage.FILES));
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, CrateMetadata.FILE);
            out.write(Json.canonical(metadata).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, Path> file : files.entrySet()) {
                entry(out, file.getKey());
                Files.copy(file.getValue(), out);
            }
        }
    }

    private static void entry(ZipOutputStream out, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(OLDEST);
        out.putNextEntry(entry);
    }

    private static SortedMap<String, Path> below(Path folder, String part) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        if (Files.isDirectory(folder.resolve(part))) {
            try (Stream<Path> tree = Files.walk(folder.resolve(part))) {
                tree.filter(Files::isRegularFile)
                        .forEach(file ->
                                files.put(folder.relativize(file).toString().replace('\\', '/'), file));
            }
        }
        return files;
    }
}
