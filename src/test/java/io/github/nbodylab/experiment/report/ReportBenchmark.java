package io.github.nbodylab.experiment.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.Records;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.store.Folders;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to make all pages of some experiments from their records, with the data of their figures, and of the current versions
 * the pictures too: the newest records of the shipped experiments in turn, under other names.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ReportBenchmark {

    private static final Path SHIPPED = Path.of("experiments", "src", "main", "experiments", "records");

    /** How many experiments. */
    @Param("8")
    public int experiments;

    /** How many versions each of them has. */
    @Param({"1", "10"})
    public int versions;

    private Path folder;

    @Setup
    public void records() throws IOException {
        System.setProperty("java.awt.headless", "true");
        folder = Files.createTempDirectory("report-benchmark");
        List<Path> shipped = newest();
        for (int e = 0; e < experiments; e++) {
            ObjectNode record = (ObjectNode) Json.read(shipped.get(e % shipped.size()));
            String name = "experiment-" + (char) ('a' + e);
            record.put("name", name);
            for (int v = 0; v < versions; v++) {
                record.put("version", "1." + v + ".0");
                write(record, folder.resolve("records").resolve(name).resolve("1." + v + ".0.json"));
            }
            write(record, folder.resolve("results").resolve(name).resolve("record.json"));
        }
    }

    /** All pages: the list, that of each version, and that of what has changed in it. */
    @Benchmark
    public Path pages() throws IOException {
        Path site = folder.resolve("site");
        Path results = folder.resolve("results");
        List<History> all = Records.read(results, folder.resolve("records"), line -> {
            throw new IllegalStateException(line);
        });
        for (History history : all) {
            for (ReportRecord record : history.versions()) {
                FigureFiles figures = FigureFiles.of(record, results);
                PageFiles files =
                        new PageFiles(Optional.empty(), Optional.empty(), figures, List.of(), Credits.unknown());
                write(site.resolve(record.page()), ExperimentPage.html(record, history, files));
                figures.write(site.resolve(record.page()));
                Optional<ReportRecord> before = history.before(record);
                if (before.isPresent()) {
                    write(site.resolve(ChangesPage.page(record)), ChangesPage.html(before.get(), record));
                }
            }
        }
        write(site.resolve("experiments.html"), IndexPage.html(all, List.of()));
        return site;
    }

    @TearDown
    public void clear() throws IOException {
        Folders.delete(folder);
    }

    /** The newest record of each shipped experiment. */
    static List<Path> newest() throws IOException {
        List<History> all = Records.read(Path.of("none"), SHIPPED, line -> {
            throw new IllegalStateException(line);
        });
        return all.stream()
                .map(History::current)
                .map(record -> SHIPPED.resolve(record.name()).resolve(record.version() + ".json"))
                .toList();
    }

    private static void write(ObjectNode record, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Json.write(file, record);
    }

    private static void write(Path file, String html) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, html);
    }
}
