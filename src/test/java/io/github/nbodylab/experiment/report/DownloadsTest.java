package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.Downloads.Download;
import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.paper.Credits.Author;
import io.github.nbodylab.experiment.report.paper.Extracts;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

    private static final Credits CREDITS = new Credits(
            List.of(Author.person("Ada <b>Lovelace", "", "")),
            Optional.empty(),
            Optional.empty(),
            "https://example.org/",
            Optional.of(Instant.parse("2026-01-02T00:00:00Z")));

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();
    private Path site;
    private Path results;
    private ReportRecord record;

    @BeforeEach
    void build() throws IOException {
        site = folder.resolve("site");
        results = folder.resolve("results");
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) tree.at("/provenance")).putObject("digests"); // of what no test has on disk
        record = ReportRecord.of(tree, "sample");
        Path own =
                Files.createDirectories(results.resolve("merger-count/models")).getParent();
        Json.write(own.resolve("record.json"), tree);
        Files.writeString(own.resolve("models/power-law.json"), "{}\n");
        Files.writeString(own.resolve("runs.csv"), "run\n1\n");
        Files.writeString(folder.resolve("merger-count.lock.yaml"), "lockVersion: 1\n");
        Extracts.write(record, CREDITS, own);
    }

    @Test
    void whatIsAtHandIsCopiedBesideThePageWithItsSizeAndItsDigest() throws IOException {
        List<Download> downloads = write();

        assertThat(downloads)
                .extracting(Download::name)
                .containsExactly(
                        "merger-count.yaml",
                        "merger-count.lock.yaml",
                        "runs.csv",
                        "record.json",
                        "metrics.json",
                        "numbers.tex",
                        "badge.svg",
                        "CITATION.cff",
                        "models/power-law.json");
        for (Download download : downloads) {
            Path copy =
                    site.resolve(record.page()).resolveSibling(download.link().orElseThrow());
            assertThat(Files.size(copy)).isEqualTo(download.bytes());
            assertThat(Digest.of(copy)).isEqualTo(download.sha256());
        }
        assertThat(site.resolve("experiments/merger-count/1.0.0/merger-count.yaml"))
                .hasContent(record.spec());
    }

    @Test
    void aFileOfOtherResultsThanTheRecordIsNotOffered() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) tree.at("/provenance")).putObject("digests").put("runs.csv", "0".repeat(64));
        record = ReportRecord.of(tree, "sample");

        assertThat(write()).extracting(Download::name).contains("metrics.json").doesNotContain("runs.csv");
        assertThat(complaints).singleElement().asString().contains("runs.csv is of other results than the record of");
    }

    @Test
    void thePageListsThemAndSaysHowToCite() throws IOException {
        String page = page(files(write()));

        assertThat(page)
                .contains("href=\"1.0.0/runs.csv\" download", "href=\"1.0.0/CITATION.cff\" download", "6\u00a0B")
                .contains("Ada &lt;b&gt;Lovelace (2026). How many mergers")
                .contains("year = {2026}");
    }

    @Test
    void aLargeFileIsNamedWithItsPlace() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(results.resolve("merger-count/mergers.csv").toFile(), "rw")) {
            file.setLength(Downloads.LARGEST + 1);
        }
        List<Download> downloads = write();

        assertThat(page(files(downloads)))
                .contains("target/experiments/merger-count/")
                .contains("20.0\u00a0MB")
                .doesNotContain("href=\"1.0.0/mergers.csv\"", folder.toString());
        assertThat(site.resolve("experiments/merger-count/1.0.0/mergers.csv")).doesNotExist();
    }

    @Test
    void anOlderVersionSaysHowItsFilesAreMadeAgainAndHasNoDateOfThisBuild() throws IOException {
        Json.write(results.resolve("merger-count/record.json"), Json.object().put("version", "2.0.0"));
        List<Download> downloads = write();

        assertThat(downloads).isEmpty();
        assertThat(page(files(downloads)))
                .contains("git checkout $(git log -1 --format=%H -- &#39;*records/merger-count/1.0.0.json&#39;)")
                .contains("Version 1.0.0 [data set]")
                .doesNotContain("(2026)", "year = ");
    }

    @Test
    void aProjectWithoutAuthorsIsToldWhereTheyStand() throws IOException {
        assertThat(page(PageFiles.none())).contains("The authors of merger-count. How many", "as developers");
    }

    private List<Download> write() throws IOException {
        return Downloads.write(record, results, folder, site, complaints::add);
    }

    private static PageFiles files(List<Download> downloads) {
        return new PageFiles(Optional.empty(), Optional.empty(), FigureFiles.none(), downloads, CREDITS);
    }

    private String page(PageFiles files) {
        return ExperimentPage.html(record, SampleRecord.alone(record), files);
    }
}
