package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** Looks at a site that the plugin has made; system property {@code site.folder} says where it is. */
class SitePagesIT {

    private static final Path OUT = Path.of("target", "screenshots", "site");
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start();
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    /**
     * The sites to look at: the one named, or else that of an experiment with one version and that of one with two; and the
     * project's own if it has been made with experiments.
     */
    static List<Path> sites() {
        String named = System.getProperty("site.folder");
        List<Path> sites = new ArrayList<>();
        if (named == null) {
            sites.add(Path.of("target/it/site-report/target/site"));
            sites.add(Path.of("target/it/flow/target/site"));
        } else {
            sites.add(Path.of(named));
        }
        sites.add(Path.of("target", "site"));
        return sites.stream()
                .filter(site -> site.equals(sites.get(0)) || Files.exists(site.resolve("experiments.html")))
                .map(Path::toAbsolutePath)
                .distinct()
                .toList();
    }

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path site : sites()) {
            pages.addAll(pages(site, false));
        }
        return pages;
    }

    /** Those of versions, or those that tell what has changed between them. */
    private static List<Path> pages(Path site, boolean changes) throws IOException {
        try (Stream<Path> files = Files.walk(site.resolve("experiments"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> file.getParent().endsWith("changes") == changes)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theListOfASiteLeadsToEachOfItsPages(Path site) throws IOException {
        for (int width : new int[] {360, 800, 1400}) {
            browser.look(width, width == 800);
            browser.open(site.resolve("experiments.html"));
            browser.screenshot(OUT.resolve("experiments-" + width + ".png"));
            assertThat(browser.visible(".exp-card")).isPositive();
            assertThat(browser.visible(".exp-card .exp-badge")).isPositive();
            assertThat(browser.horizontalOverflow()).isZero();
            assertThat(browser.consoleErrors()).isEmpty();
        }
        for (Path page : pages(site, false)) {
            String link = site.relativize(page).toString().replace('\\', '/');
            assertThat(browser.visible(".exp-card a[href='" + link + "']"))
                    .as(link)
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void whatHasChangedBetweenVersionsHasAPageToWhichThatOfTheVersionLeads(Path site) throws IOException {
        List<Path> all = pages(site, true);
        assumeFalse(all.isEmpty(), "no experiment of this site has two versions");
        for (Path changes : all) {
            Path experiment = changes.getParent().getParent();
            browser.look(360, false);
            browser.open(experiment.resolve(changes.getFileName()));
            assertThat(browser.visible(".exp-versions a[href='changes/" + changes.getFileName() + "']"))
                    .isEqualTo(1);
            browser.open(changes);
            browser.screenshot(OUT.resolve(experiment.getFileName() + "-changes-" + changes.getFileName() + ".png"));
            assertThat(browser.visible(".exp-changes .exp-answer")).isEqualTo(1);
            assertThat(browser.visible(".exp-trail a"))
                    .as("to the list and to the version")
                    .isEqualTo(2);
            assertThat(browser.horizontalOverflow()).isZero();
            assertThat(browser.consoleErrors()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theChosenModelOfEachExperimentAnswersOnAPage(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site.resolve("experiments"))) {
            List<Path> models = files.filter(file -> file.endsWith("model.js")).toList();
            assertThat(models).isNotEmpty();
            for (Path model : models) {
                Path version = model.getParent();
                for (int width : new int[] {360, 1400}) {
                    browser.look(width, width == 360);
                    browser.open(version.resolveSibling(version.getFileName() + ".html"));
                    browser.string("document.getElementById('exp-ask').scrollIntoView()");
                    browser.await("document.querySelector('#exp-ask-panel[aria-busy=false]')");
                    browser.screenshotOf(
                            "#exp-ask-panel",
                            OUT.resolve(version.getParent().getFileName() + "-ask-" + width + ".png"));
                    assertThat(browser.text(".exp-ask-domain")).contains("inside the training set");
                    assertThat(browser.visible(".exp-ask-value")).isPositive();
                    assertThat(browser.visible("#exp-ask-panel svg.exp-svg")).isPositive();
                    assertThat(browser.horizontalOverflow()).isZero();
                    assertThat(browser.consoleErrors()).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void anExperimentsPageShowsItsVerdictAndItsPlots(Path page) throws IOException {
        String name = page.getParent().getFileName() + "-" + page.getFileName();
        for (int width : new int[] {360, 800, 1400}) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.look(width, dark);
                browser.open(page);
                browser.screenshot(OUT.resolve(name + "-" + width + (dark ? "-dark" : "-light") + ".png"));
                assertThat(browser.text("#exp-verdict"))
                        .containsAnyOf("IDENTICAL", "EQUIVALENT", "CHANGED", "NEW", "DRIFTED");
                assertThat(browser.visible("#exp-verdict .exp-badge")).isEqualTo(2);
                long drawn = browser.number("return document.querySelectorAll('figure.exp-figure').length");
                assertThat(browser.visible("figure.exp-figure svg.exp-svg")).isEqualTo(drawn);
                assertThat(browser.visible("#exp-fig-ladder svg.exp-svg")).isEqualTo(1);
                assertThat(browser.visible("#exp-fig-predicted svg.exp-svg, #exp-fig-roc svg.exp-svg"))
                        .isEqualTo(1);
                assertThat(browser.horizontalOverflow()).isZero();
                assertThat(browser.consoleErrors()).isEmpty();
            }
        }
    }

    /** The skin of a user's site is not ours; what the goal writes into it is, and so is the whole of the project's own site. */
    @ParameterizedTest
    @MethodSource("sites")
    void nobodyIsKeptOutOfAPage(Path site) throws IOException {
        boolean own = Files.exists(site.resolve("tutorial.html"));
        for (Path page : Links.pages(site)) {
            boolean report = page.startsWith(site.resolve("experiments"));
            if (own || report || page.endsWith("experiments.html")) {
                nobodyIsKeptOut(page, own ? "html" : ".exp-report", report ? List.of(360, 800, 1400) : List.of(360));
            }
        }
    }

    private static void nobodyIsKeptOut(Path page, String part, List<Integer> widths) {
        for (int width : widths) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.look(width, dark);
                browser.open(page);
                String which = page + ", " + width + " pixels wide, " + (dark ? "dark" : "light");
                assertThat(browser.barriers(part)).as(which).isEmpty();
                assertThat(browser.horizontalOverflow()).as(which).isZero();
                assertThat(browser.consoleErrors()).as(which).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theProjectsOwnSiteIsSearchedWithoutAServer(Path site) {
        assumeTrue(Files.exists(site.resolve("search.html")), "only the project's own site has a search");
        browser.look(1400, false);
        browser.open(site.resolve("reference/keys.html"));
        browser.type(".site-search input", "sobol replicates", Keys.ENTER);
        browser.await("document.querySelector('#search-results li')");
        assertThat(browser.text("#search-results")).contains("Spec").contains("simulate.design");
        browser.type(".site-search input", " nowhere", Keys.ENTER);
        browser.await("/Nothing/.test(document.getElementById('search-results').innerText)");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void noLinkLeadsNowhere(Path site) throws IOException {
        assertThat(Links.broken(site)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theCurrentVersionOfAnExperimentThatSimulatesPlays(Path site) throws IOException {
        List<Path> films;
        try (Stream<Path> files = Files.walk(site.resolve("experiments"))) {
            films = files.filter(file -> file.endsWith("film.js")).sorted().toList();
        }
        assertThat(films).isNotEmpty();
        try (Browser player = Browser.startWithWebGl()) {
            for (Path film : films) {
                Path version = film.getParent();
                player.look(1400, false);
                player.open(version.resolveSibling(version.getFileName() + ".html"));
                player.await("document.documentElement.classList.contains('exp-plays')");
                player.screenshotOf(
                        "#exp-viewer",
                        OUT.resolve(version.getParent().getFileName() + "-" + version.getFileName() + "-player.png"));
                assertThat(player.visible("#exp-viewer canvas")).isEqualTo(1);
                assertThat(player.horizontalOverflow()).isZero();
                assertThat(player.consoleErrors()).isEmpty();
            }
        }
    }
}
