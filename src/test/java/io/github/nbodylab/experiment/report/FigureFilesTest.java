package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.plot.Chart;
import io.github.nbodylab.experiment.report.record.RecordException;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.report.record.SampleVariants;
import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureFilesTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+/figures/[^\"]+)\"");

    @TempDir
    Path folder;

    private Path results;

    @BeforeEach
    void makeTheResultsFolder() {
        results = folder.resolve("results");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "classes", "process", "networks", "several", "elsewhere"})
    void eachFigureOfThisBuildHasItsDataAndItsPictureBesideThePage(String variant) throws IOException {
        ReportRecord record = record(tree(variant));
        isBuilt(record);
        String page = page(record);
        List<String> links = links(page);

        assertThat(links).hasSize(3 * (page.split("<figure ", -1).length - 1)).isNotEmpty();
        for (String link : links) {
            assertThat(file(record, link)).exists();
        }
        for (String link : links.stream().filter(l -> l.endsWith(".csv")).toList()) {
            Csv data = Csv.read(file(record, link));
            assertThat(data.header()).as(link).doesNotHaveDuplicates().doesNotContain("");
            assertThat(data.rows()).as(link).isNotEmpty();
        }
    }

    @Test
    void dataHaveAllDigitsOfTheRecord() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        ReportRecord record = record(tree);
        page(record);
        Csv data = Csv.read(file(record, "1.0.0/figures/predicted.csv"));
        JsonNode rows = tree.at("/pictures/predictions");

        assertThat(data.header())
                .containsExactly(
                        "group",
                        "captureNumber",
                        "particles",
                        "mergers_observed",
                        "mergers_predicted",
                        "sqrt(observed) - sqrt(predicted)");
        assertThat(data.rows()).hasSize(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(data.rows().get(i))
                    .startsWith(
                            rows.get(i).path("group").asText(),
                            Decimal.shortest(
                                    rows.get(i).at("/inputs/captureNumber").asDouble()));
            assertThat(data.rows().get(i).get(4))
                    .isEqualTo(Decimal.shortest(
                            rows.get(i).at("/predicted/power-law").asDouble()));
        }
    }

    @Test
    void aColumnWithAUnitNamesIt() throws IOException {
        ReportRecord record = record(SampleRecord.tree());
        page(record);

        assertThat(Csv.read(file(record, "1.0.0/figures/mergers.csv")).header())
                .containsExactly("run", "label", "time [Henon time]", "mergers");
    }

    @Test
    void aVersionThatWasRecordedHasTheDataOnly() throws IOException {
        ReportRecord record = record(SampleRecord.tree());
        String page = page(record);

        assertThat(links(page)).isNotEmpty().allMatch(link -> link.endsWith(".csv"));
    }

    @Test
    void aPageWithoutFilesLinksToNone() throws IOException {
        assertThat(links(SamplePage.of(SampleRecord.tree()))).isEmpty();
    }

    @Test
    void aPictureStandsAloneInLightColoursWithItsLegend() throws Exception {
        ReportRecord record = record(SampleRecord.tree());
        isBuilt(record);
        page(record);
        for (String id : List.of("ladder", "predicted", "cluster", "learning-curve")) {
            String svg = Files.readString(file(record, "1.0.0/figures/" + id + ".svg"));
            assertThat(svg).doesNotContain("var(", "class=").contains("<title>", "<desc>");
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("svg");
        }
        assertThat(Files.readString(file(record, "1.0.0/figures/ladder.svg")))
                .contains(">cross-validation<", ">ceiling of the noise<", "#0072b2");
    }

    @Test
    void aPdfIsTheSameBytesTwiceAndHasNeitherDateNorFont() throws IOException {
        ReportRecord record = record(SampleRecord.tree());
        isBuilt(record);
        page(record);
        Path file = file(record, "1.0.0/figures/residuals-prediction.pdf");
        byte[] first = Files.readAllBytes(file);
        page(record);

        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("Date", "/Font", "/Image");
        try (PDDocument document = Loader.loadPDF(first)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(Chart.WIDTH);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Residuals against the prediction");
        }
    }

    private static ObjectNode tree(String variant) {
        return variant.equals("sample")
                ? SampleRecord.tree()
                : SampleVariants.all().get(variant);
    }

    private static ReportRecord record(ObjectNode tree) throws RecordException {
        return ReportRecord.of(tree, "sample");
    }

    private void isBuilt(ReportRecord record) throws IOException {
        Files.createDirectories(results.resolve(record.name()));
        Json.write(
                results.resolve(record.name()).resolve("record.json"),
                Json.object().put("version", record.version()));
    }

    /** Writes the files of the record's page. */
    private String page(ReportRecord record) throws IOException {
        PageFiles files = new PageFiles(
                Optional.empty(), Optional.empty(), FigureFiles.of(record, results), List.of(), Credits.unknown());
        String page = ExperimentPage.html(record, SampleRecord.alone(record), files);
        files.figures().write(folder.resolve(record.page()));
        return page;
    }

    private Path file(ReportRecord record, String link) {
        return folder.resolve(record.page()).resolveSibling(link);
    }

    private static List<String> links(String page) {
        return LINK.matcher(page).results().map(match -> match.group(1)).toList();
    }
}
