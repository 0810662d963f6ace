package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.report.record.SampleVariants;
import io.github.nbodylab.experiment.report.words.Html;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentPageBrowserTest {

    private static final Path OUT = Path.of("target", "screenshots");
    private static Browser browser;
    private static Path page;
    private static Path index;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start();
        ReportRecord record = ReportRecord.of(SampleRecord.tree(), "sample");
        page = write(
                "page.html",
                ExperimentPage.title(record),
                ExperimentPage.html(record, SampleRecord.alone(record), PageFiles.none()));
        index = write("index.html", IndexPage.title(), IndexPage.html(List.of(SampleRecord.alone(record)), List.of()));
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"360,false", "360,true", "800,false", "800,true", "1400,false", "1400,true"})
    void thePageIsWholeAtEveryWidthLightAndDark(int width, boolean dark) throws IOException {
        browser.look(width, dark);
        browser.open(page);
        browser.screenshot(OUT.resolve("page-" + width + (dark ? "-dark" : "-light") + ".png"));

        assertThat(browser.text("#exp-verdict")).contains("IDENTICAL");
        assertThat(browser.visible("#exp-verdict .exp-badge")).isEqualTo(2);
        assertThat(browser.visible("svg.exp-svg")).isEqualTo(14);
        assertThat(browser.number("return Math.min(...[...document.querySelectorAll('svg.exp-svg')]"
                        + ".map(e => Math.round(e.getBoundingClientRect().width)))"))
                .isGreaterThan(280);
        assertThat(browser.horizontalOverflow()).isZero();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"360,false", "1400,true"})
    void theListIsWhole(int width, boolean dark) throws IOException {
        browser.look(width, dark);
        browser.open(index);
        browser.screenshot(OUT.resolve("index-" + width + (dark ? "-dark" : "-light") + ".png"));

        assertThat(browser.visible(".exp-card")).isEqualTo(1);
        assertThat(browser.horizontalOverflow()).isZero();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void textInPicturesIsLightOnDarkAndDarkOnLight() {
        String colour = "return getComputedStyle(document.querySelector('svg.exp-svg text')).fill";
        browser.look(800, false);
        browser.open(page);
        String light = browser.string(colour);
        browser.look(800, true);

        assertThat(light).isEqualTo("rgb(85, 96, 112)");
        assertThat(browser.string(colour)).isEqualTo("rgb(163, 175, 191)");
    }

    @Test
    void aSiteThatIsAlwaysLightGetsLightPictures() throws IOException {
        Path plain = Files.writeString(
                OUT.resolve("plain.html"),
                Files.readString(page).replaceFirst("<style>:root.*?</style>", "<style>body{background:#fff}</style>"));
        browser.look(800, true);
        browser.open(plain);

        assertThat(browser.string("return getComputedStyle(document.querySelector('svg.exp-svg text')).fill"))
                .isEqualTo("rgb(85, 96, 112)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classes", "process", "networks", "several", "elsewhere"})
    void pagesOfEveryKindOfExperimentAreWhole(String variant) throws IOException {
        ReportRecord record = ReportRecord.of(SampleVariants.all().get(variant), variant);
        String html = ExperimentPage.html(record, SampleRecord.alone(record), PageFiles.none());
        Path file = write(variant + ".html", ExperimentPage.title(record), html);
        int pictures = html.split("<svg ", -1).length - 1;
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {400, 1200}) {
                browser.look(width, dark);
                browser.open(file);
                browser.screenshot(OUT.resolve(variant + "-" + width + (dark ? "-dark" : "-light") + ".png"));

                assertThat(browser.visible("svg.exp-svg")).isEqualTo(pictures).isPositive();
                assertThat(browser.horizontalOverflow()).isZero();
                assertThat(browser.consoleErrors()).isEmpty();
            }
        }
    }

    private static Path write(String file, String title, String fragment) throws IOException {
        return write(OUT.resolve(file), title, fragment);
    }

    /** Writes a page around a fragment. */
    static Path write(Path file, String title, String fragment) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file,
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width\"><title>page</title><style>:root{color-scheme:light dark}"
                        + "body{margin:1rem;background:light-dark(#fff,#12171e)}</style></head><body><h1>"
                        + Html.escape(title) + "</h1>" + fragment + "</body></html>");
    }
}
