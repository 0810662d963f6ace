package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.store.Json;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The player of a simulation, in a real browser whose WebGL the processor draws. */
class ViewerTest {

    private static final Path OUT = Path.of("target", "screenshots");

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.startWithWebGl();
        page = site(folder.resolve("site"), 120);
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    /** The page as the report goal writes it. */
    private static Path site(Path site, int bodies) throws IOException {
        ReportRecord record = ReportRecord.of(SampleRecord.tree(), "sample");
        Path results = Files.createDirectories(site.resolve("results").resolve(record.name()));
        Json.write(results.resolve("record.json"), SampleRecord.tree());
        Json.write(results.resolve("film.json"), SampleFilm.of(bodies));
        Optional<String> film = FilmFiles.write(record, site.resolve("results"), site);
        Path file = site.resolve(record.page());
        return Files.writeString(
                file,
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width\"><title>page</title><style>:root{color-scheme:light dark}"
                        + "body{margin:1rem;background:light-dark(#fff,#12171e)}</style></head><body>"
                        + ExperimentPage.html(
                                record,
                                SampleRecord.alone(record),
                                new PageFiles(Optional.empty(), film, FigureFiles.none(), List.of(), Credits.unknown()))
                        + "</body></html>");
    }

    @BeforeEach
    void calmPage() {
        browser.look(900, false);
        browser.calm(true);
        browser.open(page);
        browser.await("document.documentElement.classList.contains('exp-plays')");
    }

    /** What is on the canvas, drawn to the end. */
    private static BufferedImage picture(String name) throws IOException {
        settle();
        Path file = OUT.resolve("viewer-" + name + ".png");
        browser.screenshotOf("#exp-viewer canvas", file);
        return ImageIO.read(file.toFile());
    }

    /** Two pictures later what was asked for is drawn. */
    private static void settle() {
        browser.number(
                "window.settled = 0; requestAnimationFrame(() => requestAnimationFrame(() => settled = 1)); return 0");
        browser.await("window.settled === 1");
    }

    private static int different(BufferedImage a, BufferedImage b) {
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                count += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private static void seek(double time) {
        browser.number(
                "const e = document.querySelector('[data-part=time]'); e.value = arguments[0];"
                        + " e.dispatchEvent(new Event('input', {bubbles: true})); return 0",
                time);
    }

    private static String part(String name) {
        return browser.text("[data-part=" + name + "]");
    }

    @Test
    void thePictureIsDrawnAndDiffersBetweenTwoTimes() throws IOException {
        seek(0.2);
        BufferedImage early = picture("early");
        seek(0.85);
        BufferedImage late = picture("late");

        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < early.getWidth(); x++) {
            for (int y = 0; y < early.getHeight(); y++) {
                colours.add(early.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(50);
        assertThat(different(early, late)).isGreaterThan(2000);
        assertThat(part("now")).isEqualTo("t = 0.850");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void thePlayerTakesThePlaceOfThePictureThatStandsStill() {
        assertThat(browser.visible("#exp-viewer canvas")).isEqualTo(1);
        assertThat(browser.visible("#exp-fig-cluster svg")).isZero();
        assertThat(browser.visible(".exp-without-film")).isZero();
    }

    @Test
    void theListOfMergersLeadsToEachMoment() throws IOException {
        BufferedImage start = picture("start");
        browser.number("document.querySelectorAll('.exp-mergers button')[3].click(); return 0");

        assertThat(browser.visible(".exp-mergers button")).isEqualTo(SampleFilm.MERGERS);
        assertThat(part("now")).isEqualTo("t = 0.400");
        assertThat(part("told")).startsWith("Follows no. 4").contains("2 times the least", "swallowed 1");
        assertThat(browser.text(".exp-mergers [aria-current]")).isEqualTo("t = 0.400: 4 and 117");
        assertThat(different(start, picture("merger"))).isGreaterThan(2000);
    }

    @Test
    void itPlaysToTheEndAndStops() {
        seek(0.95);
        browser.number(
                "const s = document.querySelector('[data-part=speed]'); s.value = '4';"
                        + " s.dispatchEvent(new Event('change')); document.querySelector('[data-part=play]').click(); return 0");
        assertThat(part("play")).isEqualTo("Pause");
        browser.await("document.querySelector('[data-part=play]').textContent === 'Play again'");
        assertThat(part("now")).isEqualTo("t = 1.000");
    }

    @Test
    void itStartsByItselfOnlyForWhoHasNotAskedForLessMotion() {
        String scroll = "document.querySelector('#exp-viewer canvas').scrollIntoView({block: 'center'}); return 0";
        browser.number(scroll);
        settle();
        assertThat(part("play")).isEqualTo("Play");
        browser.calm(false);
        browser.open(page);
        browser.number(scroll);
        browser.await("document.querySelector('[data-part=play]').textContent === 'Pause'");
    }

    @Test
    void everythingCanBeDoneByKeys() throws IOException {
        String canvas = "#exp-viewer canvas";
        browser.type(canvas, Keys.ESCAPE); // from here on it has the focus
        BufferedImage start = picture("keys-start");
        browser.type(canvas, Keys.ARROW_LEFT, Keys.ARROW_UP);
        BufferedImage turned = picture("keys-turned");
        browser.type(canvas, "+++");
        BufferedImage near = picture("keys-near");
        assertThat(different(start, turned)).isGreaterThan(1000);
        assertThat(different(turned, near)).isGreaterThan(1000);

        browser.type(canvas, Keys.PAGE_DOWN, Keys.PAGE_DOWN);
        assertThat(part("now")).isEqualTo("t = 0.200");
        browser.type(canvas, ".");
        assertThat(part("now")).isEqualTo("t = 0.205");
        browser.type(canvas, Keys.END);
        assertThat(part("now")).isEqualTo("t = 1.000");
        browser.type(canvas, Keys.ESCAPE);
        assertThat(part("told")).isEqualTo("Click a black hole to follow it.");
        browser.type(canvas, "0");
        assertThat(different(start, picture("keys-reset")))
                .isLessThan(20); // the ring of the focus is drawn by another hand
    }

    @Test
    void whoFollowsABodyThatIsSwallowedFollowsWhatIsLeft() {
        browser.number("const s = document.querySelector('[data-part=follow]'); s.value = '119';"
                + " s.dispatchEvent(new Event('change')); return 0");
        assertThat(part("told")).startsWith("Follows no. 120");
        seek(0.5);
        settle();
        seek(0.5);
        assertThat(part("told")).startsWith("Follows no. 1:");
    }

    @Test
    void aClickOnABodyFollowsIt() {
        seek(0);
        settle();
        // body 1 of the sample is at (.2, 0, 0) and the camera looks along z, so the click is right of the middle
        browser.number("const c = document.querySelector('#exp-viewer canvas'); const b = c.getBoundingClientRect();"
                + " const pixel = parseFloat(document.querySelector('[data-part=bar]').style.width)"
                + " / parseFloat(document.querySelector('[data-part=length]').textContent);"
                + " const at = {clientX: b.left + b.width / 2 + .2 * pixel, clientY: b.top + b.height / 2, pointerId: 1};"
                + " c.setPointerCapture = () => {};"
                + " c.dispatchEvent(new PointerEvent('pointerdown', at)); c.dispatchEvent(new PointerEvent('pointerup', at));"
                + " return 0");
        assertThat(part("told")).startsWith("Follows no. 1:");
    }

    @ParameterizedTest
    @CsvSource({"360,false", "360,true", "800,true", "1400,false"})
    void itFitsEveryWidth(int width, boolean dark) throws IOException {
        browser.look(width, dark);
        browser.open(page);
        browser.await("document.documentElement.classList.contains('exp-plays')");
        settle();
        browser.screenshotOf("#exp-viewer", OUT.resolve("viewer-" + width + (dark ? "-dark" : "-light") + ".png"));

        assertThat(browser.horizontalOverflow()).isZero();
        assertThat(browser.number(
                        "const c = document.querySelector('#exp-viewer canvas'); return c.width - c.clientWidth"))
                .isZero();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"schema,2", "times,[0]", "places,'\"?\"'"})
    void aFilmThatCannotBePlayedLeavesThePictureThatStandsStill(String damaged, String value) throws IOException {
        Path site = folder.resolve("damaged-" + damaged);
        Path file = site(site, 20);
        Path film = file.resolveSibling("1.0.0").resolve("film.js");
        String broken = Json.canonical(SampleFilm.of(20))
                .replaceFirst("\"" + damaged + "\": .*", "\"" + damaged + "\": " + value + ",");
        Files.writeString(film, "experimentFilm(" + broken.strip() + ");");
        browser.open(file);
        browser.await("document.readyState === 'complete'");

        assertThat(browser.visible("#exp-fig-cluster svg")).isEqualTo(1);
        assertThat(browser.visible("#exp-viewer")).isZero();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void withoutWebGlThePictureThatStandsStillStays() throws IOException {
        try (Browser plain = Browser.start()) {
            plain.look(900, false);
            plain.open(page);
            plain.await("document.readyState === 'complete'");
            assertThat(plain.visible("#exp-fig-cluster svg")).isEqualTo(1);
            assertThat(plain.visible("#exp-viewer")).isZero();
            assertThat(plain.visible(".exp-without-film")).isEqualTo(1);
            assertThat(plain.consoleErrors()).isEmpty();
        }
    }

    @Test
    void anotherVersionThanThatOfTheResultsGetsNoFilm() throws IOException {
        ReportRecord older = ReportRecord.of(SampleRecord.tree().put("version", "0.9.0"), "older");

        assertThat(FilmFiles.write(older, folder.resolve("site/results"), folder.resolve("site")))
                .isEmpty();
        assertThat(ExperimentPage.html(older, SampleRecord.alone(older), PageFiles.none()))
                .contains("run &#39;mvn verify site&#39;")
                .doesNotContain("<script");
    }

    @Test
    void aThousandBodiesPlay() throws IOException {
        browser.open(site(folder.resolve("thousand"), 1000));
        browser.await("document.documentElement.classList.contains('exp-plays')");
        browser.number("window.spent = []; const ask = window.requestAnimationFrame.bind(window);"
                + " window.requestAnimationFrame = f => ask(now => { const before = performance.now(); f(now);"
                + " spent.push(performance.now() - before); });"
                + " document.querySelector('[data-part=play]').click(); return 0");
        browser.await("window.spent.length >= 60"); // how long they take is told, not held against a limit
        System.out.println("Frame of 1000 bodies, CPU time of the script: median "
                + browser.string("return spent.sort((a, b) => a - b)[spent.length >> 1].toFixed(3)") + " ms, 95 % "
                + browser.string("return spent[Math.floor(.95 * spent.length)].toFixed(3)") + " ms");
        assertThat(browser.consoleErrors()).isEmpty();
    }
}
