package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.report.record.SampleVariants;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Domain;
import io.github.nbodylab.experiment.surrogate.ResidualBand;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The panel that asks the chosen model, in a page from a file. */
class AskSectionTest {

    private static final Path SITE = Path.of("target", "screenshots", "ask");
    private static final String READY = "document.querySelector('#exp-ask-panel[aria-busy=false]')";
    private static final String CAPTURE = "[data-input=captureNumber] ";
    private static final String PARTICLES = "[data-input=particles] ";

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

    @ParameterizedTest
    @CsvSource({"360,false", "360,true", "1000,false", "1000,true"})
    void thePanelShowsTheDigitsOfJavaAfterASliderMoves(int width, boolean dark) throws IOException {
        Surrogate model = SampleModels.powerLaw();
        browser.look(width, dark);
        show("power-law", SampleRecord.tree(), SampleModels.POWER_LAW);
        isWhatJavaSays(model);
        for (int step = 0; step < 4; step++) {
            browser.type(CAPTURE + "[type=range]", Keys.PAGE_UP);
            browser.type(PARTICLES + "[type=range]", Keys.PAGE_UP, Keys.ARROW_LEFT);
            browser.await(READY);
            isWhatJavaSays(model);
        }
        browser.screenshotOf("#exp-ask-panel", SITE.resolve("ask-" + width + (dark ? "-dark" : "-light") + ".png"));

        assertThat(browser.visible("#exp-ask-panel svg.exp-svg path")).isPositive();
        assertThat(browser.horizontalOverflow()).isZero();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    private static double[] point() {
        return new double[] {
            Double.parseDouble(browser.string("return document.querySelector('" + CAPTURE + "[type=number]').value")),
            Double.parseDouble(browser.string("return document.querySelector('" + PARTICLES + "[type=number]').value"))
        };
    }

    private static void isWhatJavaSays(Surrogate model) {
        double[] raw = point();
        ResidualBand.Range range = model.interval(raw, 0).orElseThrow();
        Domain.Reading reading = model.reading(raw).orElseThrow();
        assertThat(browser.text(".exp-ask-value")).isEqualTo(Numbers.significant(model.predict(raw), 4));
        assertThat(browser.text(".exp-ask-interval"))
                .endsWith(Numbers.significant(range.low(), 4) + " to " + Numbers.significant(range.high(), 4));
        assertThat(browser.string("return document.querySelector('.exp-ask-domain').dataset.position"))
                .isEqualToIgnoringCase(reading.position().name());
    }

    @Test
    void whatIsTypedBeyondTheTrainedRangeIsSaidToBeOutside() throws IOException {
        browser.look(1000, false);
        show("outside", SampleRecord.tree(), SampleModels.POWER_LAW);
        type(CAPTURE, "100");

        assertThat(browser.text(".exp-ask-domain"))
                .contains("outside of the training set")
                .contains("There the model only guesses")
                .contains("capture number is beyond the trained range 0.1 to 8");
        assertThat(browser.text(".exp-ask-figure figcaption")).contains("dotted");
        browser.screenshotOf("#exp-ask-panel", SITE.resolve("ask-outside.png"));
    }

    @Test
    void whatIsNoPointIsRefusedInASentence() throws IOException {
        browser.look(1000, false);
        show("refused", SampleRecord.tree(), SampleModels.POWER_LAW);
        type(CAPTURE, "-1");
        assertThat(browser.text("#exp-ask-panel output")).contains("captureNumber must be above 0");
        type(CAPTURE, "");
        assertThat(browser.text("#exp-ask-panel output")).contains("Give a number for");
        type(CAPTURE, "1");
        assertThat(browser.text(".exp-ask-domain")).contains("inside the training set");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    private static void type(String input, String text) {
        browser.type(input + "[type=number]", Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, text);
        browser.await(READY);
    }

    @Test
    void theArrowsOfAWholeNumbersSliderStepByOne() throws IOException {
        browser.look(1000, false);
        show("steps", SampleRecord.tree(), SampleModels.POWER_LAW);
        double before = point()[1];
        browser.type(PARTICLES + "[type=range]", Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT);

        assertThat(point()[1]).isEqualTo(before + 1);
    }

    @Test
    void thePointIsAFileForTheGoalPredict() throws IOException {
        browser.look(1000, false);
        show("csv", SampleRecord.tree(), SampleModels.POWER_LAW);
        type(CAPTURE, "2.5");
        type(PARTICLES, "100");

        assertThat(browser.string("return document.getElementById('exp-ask-csv').value"))
                .isEqualTo("captureNumber,particles\n2.5,100\n");
        browser.type("#exp-ask-panel button", Keys.ENTER);
        browser.await("document.querySelector('.exp-ask-copied').textContent");
        assertThat(browser.text(".exp-ask-copied")).isNotEmpty();
    }

    @Test
    void classesHaveTheProbabilitiesOfJava() throws IOException {
        ObjectNode record = SampleVariants.all().get("classes");
        Surrogate model = Surrogate.parse(SampleModels.CLASSES);
        browser.look(1000, true);
        show("classes", record, SampleModels.CLASSES);
        double[] raw = new double[model.inputs().size()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = Double.parseDouble(browser.string(
                    "return document.querySelectorAll('[data-input] [type=number]')[arguments[0]].value", i));
        }
        double[] probabilities = model.probabilities(raw);
        for (int k = 0; k < probabilities.length; k++) {
            assertThat(browser.string(
                            "return document.querySelectorAll('.exp-ask-probability')[arguments[0]].textContent", k))
                    .isEqualTo(Numbers.significant(probabilities[k], 4));
        }
        browser.screenshotOf("#exp-ask-panel", SITE.resolve("ask-classes.png"));
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aWideRangeIsDrawnByRatioAndStillTakesNumbersBelowZero() throws IOException {
        String wide =
                SampleModels.POWER_LAW.replaceFirst("\"log\": true(.*)\"min\": 0.1", "\"log\": false$1\"min\": 0.001");
        Surrogate model = Surrogate.parse(wide);
        browser.look(1000, false);
        show("wide", SampleRecord.tree(), wide);
        browser.type(CAPTURE + "[type=range]", Keys.HOME);
        browser.await(READY);
        isWhatJavaSays(model);
        assertThat(point()[0]).isBetween(1e-4, 1e-3);
        type(CAPTURE, "-1");
        isWhatJavaSays(model);
        assertThat(browser.visible("#exp-ask-panel svg.exp-svg path")).isPositive();
        type(CAPTURE, "1e300");
        isWhatJavaSays(model);
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void thePanelWritesNumbersAsTheBuildDoes() throws IOException {
        browser.look(1000, false);
        show("numbers", SampleRecord.tree(), SampleModels.POWER_LAW);
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            double number = switch (i % 3) {
                case 0 -> random.nextGaussian() * StrictMath.pow(10, random.nextInt(24) - 12);
                case 1 -> random.nextInt(4000) / 16.0; // many lie half way between two short numbers
                default -> StrictMath.pow(10, random.nextInt(24) - 12) * (random.nextBoolean() ? -1 : 1);
            };
            int digits = 2 + i % 3;
            assertThat(browser.string(
                            "return ExperimentNumbers.significant(Number(arguments[0]), arguments[1]) + '|'"
                                    + " + ExperimentNumbers.brief(Number(arguments[0]), arguments[1])",
                            Double.toString(number),
                            digits))
                    .as("%s with %s digits", number, digits)
                    .isEqualTo(Numbers.significant(number, digits) + "|" + Numbers.brief(number, digits));
        }
    }

    @Test
    void severalTargetsCategoriesAndMissingValuesAreAsked() throws IOException {
        ObjectNode record = SampleVariants.all().get("several");
        ((ArrayNode) record.at("/report/inputs"))
                .addObject()
                .put("name", "profile")
                .put("kind", "category")
                .putArray("levels")
                .add("king")
                .add("a \"cusp\", steep");
        Surrogate model = Surrogate.parse(SampleModels.SEVERAL);
        browser.look(1000, false);
        show("several", record, SampleModels.SEVERAL);
        type(PARTICLES, "200");
        type(CAPTURE, "2");
        browser.type("[data-input=profile] select", "a");
        browser.await(READY);
        says(model.outputs(new double[] {2, 200, 1}));
        assertThat(browser.visible("#exp-ask-panel svg.exp-svg")).isEqualTo(2);
        assertThat(browser.visible(".exp-ask-domain")).isZero();
        browser.screenshotOf("#exp-ask-panel", SITE.resolve("ask-several.png"));

        type(CAPTURE, "");
        says(model.outputs(new double[] {Double.NaN, 200, 1}));
        assertThat(browser.string("return document.getElementById('exp-ask-csv').value"))
                .isEqualTo("captureNumber,particles,profile\n,200,\"a \"\"cusp\"\", steep\"\n");
        browser.type("[data-input=profile] select", "(");
        browser.await(READY);
        says(model.outputs(new double[] {Double.NaN, 200, Double.NaN}));
        assertThat(browser.consoleErrors()).isEmpty();
    }

    private static void says(double[] outputs) {
        for (int t = 0; t < outputs.length; t++) {
            assertThat(browser.string(
                            "return document.querySelectorAll('.exp-ask-value')[arguments[0]].textContent", t))
                    .isEqualTo(Numbers.significant(outputs[t], 4));
        }
    }

    @Test
    void everyControlHasANameForThoseWhoDoNotSeeIt() throws IOException {
        browser.look(1000, false);
        show("names", SampleRecord.tree(), SampleModels.POWER_LAW);

        assertThat(
                        browser.number(
                                "return [...document.querySelectorAll('#exp-ask-panel :is(input, select, textarea, button)')]"
                                        + ".filter(e => !e.labels.length && !e.getAttribute('aria-label') && !e.textContent).length"))
                .isZero();
        assertThat(browser.string("return document.querySelector('#exp-ask-panel output').getAttribute('aria-live')"))
                .isEqualTo("polite");
    }

    @Test
    void aLargeProcessSaysItsMeanWhileItsIntervalIsWorkedOut() throws IOException {
        String json = SampleModels.process(600);
        Surrogate model = Surrogate.parse(json);
        browser.look(1000, false);
        show("process", SampleRecord.tree(), json);
        double[] raw = point();
        ResidualBand.Range range = model.interval(raw, 0).orElseThrow();

        assertThat(browser.text(".exp-ask-value")).isEqualTo(Numbers.significant(model.predict(raw), 4));
        assertThat(browser.text(".exp-ask-interval"))
                .endsWith(Numbers.significant(range.low(), 4) + " to " + Numbers.significant(range.high(), 4));
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aModelThatIsNotThereLeavesASentence() throws IOException {
        browser.look(1000, false);
        Path page = write("missing", SampleRecord.tree(), SampleModels.POWER_LAW);
        Files.delete(page.resolveSibling("1.0.0").resolve("model.js"));
        browser.open(page);
        scroll();
        browser.await("document.getElementById('exp-ask-without').textContent.includes('not beside this page')");

        assertThat(browser.visible("#exp-ask-panel")).isZero();
        assertThat(browser.consoleErrors()).hasSize(1).first().asString().contains("ERR_FILE_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"schema\": 2", "\"kind\": \"oracle\""})
    void aModelOfAnotherVersionLeavesASentence(String member) throws IOException {
        browser.look(1000, false);
        Path page = write("newer", SampleRecord.tree(), SampleModels.POWER_LAW);
        Path script = page.resolveSibling("1.0.0").resolve("model.js");
        String name = member.substring(0, member.indexOf(':'));
        Files.writeString(script, Files.readString(script).replaceFirst(name + ": [^,]*,", member + ","));
        browser.open(page);
        scroll();
        browser.await("document.getElementById('exp-ask-without').textContent.includes('cannot ask the model')");

        assertThat(browser.visible("#exp-ask-panel")).isZero();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void aRecordWithoutResultsSaysHowToHaveThem() throws IOException {
        String page = SamplePage.of(SampleRecord.tree());

        assertThat(page)
                .contains("Ask the surrogate")
                .contains("records/merger-count/1.0.0.json")
                .contains("mvn verify site")
                .doesNotContain("<script");
    }

    @Test
    void resultsOfAnotherVersionOrModelAreNotThoseOfThePage() throws IOException {
        ReportRecord record = ReportRecord.of(SampleRecord.tree(), "sample");
        Path results = results("other", SampleRecord.tree().put("version", "2.0.0"), SampleModels.POWER_LAW);
        List<String> complaints = new ArrayList<>();
        assertThat(AskFiles.write(record, results, SITE.resolve("other"), complaints::add))
                .isEmpty();
        assertThat(complaints).isEmpty();

        results("other", SampleRecord.tree(), SampleModels.POWER_LAW); // the sample's digests are of no file
        assertThat(AskFiles.write(record, results, SITE.resolve("other"), complaints::add))
                .isEmpty();
        Path model = results.resolve("merger-count/models/power-law.json");
        Files.writeString(model, "{\"schema\": 2, \"kind\": \"power-law\"}");
        ReportRecord undigested = ReportRecord.of(withoutDigests(SampleRecord.tree()), "sample");
        assertThat(AskFiles.write(undigested, results, SITE.resolve("other"), complaints::add))
                .isEmpty();
        Files.delete(model);
        assertThat(AskFiles.write(record, results, SITE.resolve("other"), complaints::add))
                .isEmpty();
        assertThat(complaints).hasSize(3);
        assertThat(complaints.get(0)).contains("is not the model that was validated");
        assertThat(complaints.get(1)).contains("schema 2");
        assertThat(complaints.get(2)).contains("there is no").contains("mvn verify site");
    }

    /** Opens a page whose model is beside it, and waits until it has answered. */
    private static void show(String name, ObjectNode tree, String model) throws IOException {
        browser.open(write(name, tree, model));
        scroll();
        browser.await(READY);
    }

    private static void scroll() {
        browser.string("document.getElementById('exp-ask').scrollIntoView()");
    }

    private static Path results(String name, ObjectNode tree, String model) throws IOException {
        ReportRecord record = ReportRecord.of(tree, name);
        Path results = SITE.resolve(name).resolve("results");
        Path folder = results.resolve(record.name());
        Files.createDirectories(folder.resolve("models"));
        Json.write(folder.resolve("record.json"), tree);
        Files.writeString(folder.resolve("models").resolve(record.findings().chosen() + ".json"), model);
        return results;
    }

    private static ObjectNode withoutDigests(ObjectNode tree) {
        ((ObjectNode) tree.path("provenance")).remove("digests");
        return tree;
    }

    private static Path write(String name, ObjectNode tree, String model) throws IOException {
        ReportRecord record = ReportRecord.of(withoutDigests(tree), name);
        Path site = SITE.resolve(name);
        List<String> complaints = new ArrayList<>();
        Optional<String> link = AskFiles.write(record, results(name, tree, model), site, complaints::add);
        assertThat(complaints).isEmpty();
        return ExperimentPageBrowserTest.write(
                site.resolve(record.page()),
                ExperimentPage.title(record),
                ExperimentPage.html(
                        record,
                        SampleRecord.alone(record),
                        new PageFiles(link, Optional.empty(), FigureFiles.none(), List.of(), Credits.unknown())));
    }
}
