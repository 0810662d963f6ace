package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the small scripts inside of a page do, in a browser. */
class PageScriptsTest {

    private static final Path OUT = Path.of("target", "screenshots");

    private static final String TABLE = Html.table(
            "Things",
            List.of("name", "number", "version", "time"),
            List.of(
                    List.of(
                            "power law",
                            Html.withInterval(Numbers.fixed(0.5, 2), "0.1 to 0.9"),
                            "1.10.0",
                            "2\u00a0min 5\u00a0s"),
                    List.of("\u00c4ther", Numbers.significant(-1.2e-5, 2), "1.9.0", "140\u00a0s"),
                    List.of("constant", Numbers.count(12345), "1.9.0", "< 0.001\u00a0s"),
                    List.of("zeta", "\u2013", "1.0.0", "1\u00a0h 2\u00a0min"),
                    List.of("beta", Numbers.significant(3e9, 2), "1.9.0", "80\u00a0s")));

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        page = write("scripts", TABLE + "<pre data-copy=\"Copy as text\" tabindex=\"0\">one\ntwo</pre>");
    }

    /** Writes a page that has the scripts where a site has them. */
    private static Path write(String name, String html) throws IOException {
        PageScripts.write(OUT);
        String place = "experiments/scripts/" + name + ".html";
        return ExperimentPageBrowserTest.write(
                OUT.resolve(place),
                name,
                Style.element() + "<div class=\"exp-report\">" + html + "</div>" + PageScripts.html(place));
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.look(900, false);
        browser.open(page);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | \u00c4ther beta constant power law zeta
            2 | \u00c4ther power law constant beta zeta
            3 | zeta \u00c4ther constant beta power law
            4 | constant beta power law \u00c4ther zeta
            """)
    void aColumnSortsByWhatItHolds(int column, String expected) {
        sort(column);

        assertThat(names()).isEqualTo(expected);
        assertThat(browser.string(
                        "return document.querySelector('th:nth-child(' + arguments[0] + ')').ariaSort", column))
                .isEqualTo("ascending");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void theSecondTimeItSortsTheOtherWayWithNoneLastAndTheThirdTimeAsItWas() {
        sort(2);
        sort(2);
        assertThat(names()).isEqualTo("beta constant power law \u00c4ther zeta");
        assertThat(browser.visible("th[aria-sort=descending]")).isEqualTo(1);
        sort(2);
        assertThat(names()).isEqualTo("power law \u00c4ther constant zeta beta");
        assertThat(browser.visible("th[aria-sort]")).isZero();
    }

    @Test
    void oneColumnIsSortedByAtATime() {
        sort(1);
        sort(3);

        assertThat(browser.visible("th[aria-sort]")).isEqualTo(1);
    }

    @Test
    void theKeyboardSortsToo() {
        browser.type("th:nth-child(1) button", " ");

        assertThat(names()).isEqualTo("\u00c4ther beta constant power law zeta");
    }

    @Test
    void aTableOfOneRowHasNoButtons() throws IOException {
        browser.open(write("one-row", Html.table("One", List.of("a", "b"), List.of(List.of("1", "2")))));

        assertThat(browser.visible("th button")).isZero();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aTableThatIsWiderThanThePageSaysSo() throws IOException {
        List<String> row = Collections.nCopies(20, "123456789");
        Path wide = write("wide", Html.table("Wide", row, List.of(row)));
        browser.open(wide);

        assertThat(browser.visible(".exp-scrolls")).isEqualTo(1);
        browser.open(write("narrow", Html.table("Narrow", List.of("a", "b"), List.of(List.of("1", "2")))));
        assertThat(browser.visible(".exp-scrolls")).isZero();
    }

    @Test
    void aTextThatIsMeantForItIsCopied() {
        assertThat(browser.text(".exp-copy")).isEqualTo("Copy as text");
        browser.click(".exp-copy");
        browser.await("document.querySelector('.exp-copy + [role=status]').textContent !== ''");

        assertThat(browser.text(".exp-copy + [role=status]")).isIn("Copied.", "Press Ctrl+C to copy what is marked.");
    }

    @Test
    void everyTableOfAPageSorts() throws IOException {
        browser.open(write("sortable", SamplePage.of(SampleRecord.tree())));
        browser.number("document.querySelectorAll('.exp-sort').forEach(button => button.click()); return 0");

        assertThat(browser.visible(".exp-ladder th button")).isEqualTo(11);
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aPageThatLiesDeeperFindsTheScriptsToo() {
        assertThat(PageScripts.html("experiments/tiny/changes/1.0.0.html")).contains("\"../../assets/tables.js\"");
    }

    private static void sort(int column) {
        browser.click("th:nth-child(" + column + ") button");
    }

    private static String names() {
        return String.join(
                " ",
                Arrays.asList(browser.string(
                                "return [...document.querySelectorAll('tbody th')].map(cell => cell.textContent).join('\\n')")
                        .split("\n", -1)));
    }
}
