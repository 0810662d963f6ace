package io.github.nbodylab.experiment.report;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.report.paper.Extracts;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The files of a result that can be fetched from its page, copied beside it; there are none of older versions. */
public final class Downloads {

    /** Larger files stay where the build left them. */
    static final long LARGEST = 20_000_000;

    /** What a page offers, where it is there, and what it is. */
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("resolved.yaml", "the spec with every default filled in");
        FILES.put("runs.csv", "one row for each simulation");
        FILES.put("mergers.csv", "one row for each merger");
        FILES.put("diagnostics.csv", "energies and radii of the simulations over time");
        FILES.put("units.json", "what the units are");
        FILES.put("trainingset.csv", "the training set");
        FILES.put("trainingset.json", "what its columns are");
        FILES.put("report.json", "all that was found");
        FILES.put("record.json", "what this page is made of");
        FILES.put(Extracts.METRICS, "the metrics, for programs");
        FILES.put(Extracts.NUMBERS, "the numbers as macros, for LaTeX");
        FILES.put(Extracts.BADGE, "the verdict as a picture, for a README");
        FILES.put(Extracts.CITATION, "how to cite this, for programs");
    }

    private final ReportRecord record;
    private final Path folder;
    private final Path site;
    private final Consumer<String> complaints;
    private final List<Download> offered = new ArrayList<>();

    private Downloads(ReportRecord record, Path folder, Path site, Consumer<String> complaints) {
        this.record = record;
        this.folder = folder;
        this.site = site;
        this.complaints = complaints;
    }

    /**
     * A file on offer.
     *
     * @param name of the file
     * @param about what is in it, plain text
     * @param link from the page; empty if it is too large to stand beside the page
     * @param bytes its size
     * @param sha256 its digest; empty of several files
     */
    public record Download(String name, String about, Optional<String> link, long bytes, String sha256) {

        public Download {
            requireNonNull(link, "link");
        }
    }

    /**
     * Copies them, if the results of this build are those that the record tells of.
     *
     * @param results the folder with {@code NAME/}; may be missing
     * @param lockFolder the folder with {@code NAME.lock.yaml}; may be missing
     * @param site its root
     * @param complaints hears of files that are of other results than the record, and left out
     * @return in the order in which they are to be listed; none of another version
     * @throws IOException if they cannot be read or written
     */
    public static List<Download> write(
            ReportRecord record, Path results, Path lockFolder, Path site, Consumer<String> complaints)
            throws IOException {
        Path folder = results.resolve(record.name());
        if (!Beside.isCurrent(record, folder)) {
            return List.of();
        }
        Downloads downloads = new Downloads(record, folder, site, complaints);
        downloads.offer(lockFolder);
        return List.copyOf(downloads.offered);
    }

    private void offer(Path lockFolder) throws IOException {
        Path spec = place().resolve(record.name() + ".yaml");
        Files.createDirectories(spec.getParent());
        Files.writeString(spec, record.spec());
        offer(spec, spec.getFileName().toString(), "the spec as it was written");
        String lock = record.name() + ".lock.yaml";
        if (Files.isRegularFile(lockFolder.resolve(lock))) {
            offer(lockFolder.resolve(lock), lock, "what was accepted last");
        }
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            if (Files.isRegularFile(folder.resolve(file.getKey()))) {
                offer(folder.resolve(file.getKey()), file.getKey(), file.getValue());
            }
        }
        for (Path model : in("models")) {
            String name = model.getFileName().toString();
            offer(model, "models/" + name, "a fitted model: " + Terms.words(name.replaceFirst("\\.json$", "")));
        }
        List<Path> snapshots = in("snapshots");
        if (!snapshots.isEmpty()) {
            long bytes = 0;
            for (Path snapshot : snapshots) {
                bytes += Files.size(snapshot);
            }
            offered.add(new Download(
                    "snapshots/",
                    Numbers.counted(snapshots.size(), "file", "files") + " of bodies at many times",
                    Optional.empty(),
                    bytes,
                    ""));
        }
    }

    private void offer(Path file, String name, String about) throws IOException {
        long bytes = Files.size(file);
        String digest = Digest.of(file);
        String told = record.provenance()
                .map(provenance -> provenance.digests().getOrDefault(name, digest))
                .orElse(digest);
        if (!told.equals(digest)) {
            complaints.accept(file + " is of other results than the record of " + record.name() + " " + record.version()
                    + ", so its page does not offer it; 'mvn verify site' makes both anew");
            return;
        }
        Optional<String> link = Optional.empty();
        if (bytes <= LARGEST) {
            Path copy = place().resolve(name);
            Files.createDirectories(copy.getParent());
            if (!copy.equals(file)) {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            link = Optional.of(record.version() + "/" + name);
        }
        offered.add(new Download(name, about, link, bytes, digest));
    }

    private Path place() {
        return site.resolve(record.page()).resolveSibling(record.version());
    }

    private List<Path> in(String name) throws IOException {
        if (!Files.isDirectory(folder.resolve(name))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
