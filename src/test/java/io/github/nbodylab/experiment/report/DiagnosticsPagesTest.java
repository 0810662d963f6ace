package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.report.record.SampleVariants;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class DiagnosticsPagesTest {

    private static final String ATTACK = "<script>alert('x')</script><img src=x onerror=\"alert(1)\">";

    static Stream<Map.Entry<String, ObjectNode>> variants() {
        return SampleVariants.all().entrySet().stream();
    }

    static Stream<Path> records() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("experiments/src/main/experiments/records"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
        }
    }

    @Test
    void ofClassesThePageShowsWhereTheyAreToldApart() throws IOException {
        String page = page(SampleVariants.classes());

        assertThat(page)
                .contains("id=\"exp-fig-roc\"", "id=\"exp-fig-precision\"", "id=\"exp-fig-reliability\"")
                .contains("exp-confusion")
                .doesNotContain("exp-fig-predicted", "exp-fig-residuals");
        assertThat(text(page))
                .contains("on simulations that it has never seen it predicts merges with Brier skill = 0.07")
                .contains("right in 88\u00a0% of cases (always saying no: 86\u00a0%)")
                .contains("Trained on 24\u202f576\u00a0black holes of 192\u00a0simulations")
                .contains("the black holes of one stay together")
                .contains("With 10\u00a0% false alarms, 63\u00a0% of yes are found")
                .contains("10\u00a0bins of 614 to 615 black holes each")
                .contains("670\u00a0times: yes taken for no")
                .doesNotContain("192\u00a0design points", "over design points");
    }

    @Test
    void baselinesAreMarkedAndNotCounted() throws IOException {
        String text = text(page(SampleVariants.classes()));

        assertThat(text)
                .contains("Of 3\u00a0models")
                .contains("constant baseline, never chosen")
                .contains("Constant is a baseline: there to be beaten, never chosen.")
                .contains("The best baseline, constant, which is never chosen, reaches");
    }

    @Test
    void ofAGaussianProcessThePageSaysWhetherItKnowsHowWrongItIs() throws IOException {
        String page = page(SampleVariants.process());

        assertThat(page)
                .contains("id=\"exp-fig-process-coverage\"", "id=\"exp-fig-process-errors\"")
                .contains("id=\"exp-fig-process-pivots\"", "id=\"exp-fig-process-distance\"")
                .contains("id=\"exp-fig-coverage\"", "id=\"exp-fig-sensitivity\"");
        assertThat(text(page))
                .contains("It is not the chosen model")
                .contains("60\u00a0rows is 480; a process that is right has 37.5 to 86.9")
                .contains("more sure of itself than it may be")
                .contains("Every second test row is shown")
                .contains("at its upper bound")
                .contains("The noise variance ended at its lower bound")
                .contains("Of 4 starts 2 ended within 0.1 of the best log likelihood, \u221277.16")
                .contains("rounding begins to matter")
                .contains("capture number k alone explains 90\u00a0% of the variance");
    }

    @Test
    void theCoverageOfAChosenProcessIsShownOnce() throws IOException {
        ObjectNode tree = SampleVariants.process();
        ((ObjectNode) tree.get("report")).put("chosen", "gaussian-process");

        assertThat(page(tree))
                .contains("id=\"exp-fig-process-coverage\"")
                .doesNotContain("id=\"exp-fig-coverage\"", "It is not the chosen model");
    }

    @Test
    void ofNetworksThePageShowsHowTheyLearntAndWhereTheyStopped() throws IOException {
        String page = page(SampleVariants.networks());

        assertThat(page).contains("id=\"exp-fig-loss\"");
        assertThat(text(page))
                .contains("Neural network: loss against epoch")
                .contains("Each of 3 networks")
                .contains("Early stopping kept the weights of epoch 240 to 250");
    }

    @Test
    void severalTargetsHaveOneSetOfFiguresEach() throws IOException {
        String page = page(SampleVariants.several());

        assertThat(page)
                .contains("id=\"exp-fig-predicted\"", "id=\"exp-fig-predicted-2\"")
                .contains("id=\"exp-fig-process-errors\"", "id=\"exp-fig-process-errors-2\"");
        assertThat(text(page))
                .contains("it predicts redshift and spots with")
                .contains("Predicted against observed redshift", "Predicted against observed spots")
                .contains("Gaussian process, of redshift", "Gaussian process, of spots")
                .contains("all targets together");
    }

    @Test
    void aTableFromElsewhereHasNoSimulationsAndNoDesignPoints() throws IOException {
        assertThat(text(page(SampleVariants.elsewhere())))
                .contains("on groups that it has never seen")
                .contains("9600\u00a0rows of 4800\u00a0groups")
                .contains("192 of 2400\u00a0test rows, evenly taken from the table")
                .contains("Residuals against u-g")
                .contains("u-g (mag)")
                .doesNotContain("design point", "imulation", "replicate");
    }

    @Test
    void everyMetricOfEveryModelStandsInOneTableWithItsInterval() throws IOException {
        String page = page(SampleRecord.tree());
        String table = page.substring(page.indexOf("id=\"exp-metrics\""), page.indexOf("<details"));

        assertThat(text(table)).contains("0.872 0.832 to 0.904", "rmse", "mae", "Gaussian process");
        assertThat(page).contains("exp-metrics-in-cross-validation");
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordsOfEveryVersionHaveTheirPage(Path record) throws IOException {
        ReportRecord read = ReportRecord.read(record);
        String page = ExperimentPage.html(read, SampleRecord.alone(read), PageFiles.none());

        assertThat(page).contains("id=\"exp-fig-ladder\"").containsPattern("id=\"exp-fig-(predicted|roc)\"");
        assertThat(page.length()).isLessThan(600_000);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void pagesAreWellFormedWithEachIdOnceAndTheSameBytesEveryTime(Map.Entry<String, ObjectNode> variant)
            throws IOException {
        String page = page(variant.getValue());
        Matcher id = Pattern.compile("\\sid=['\"]([^'\"]+)['\"]").matcher(page);

        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader("<body>" + page + "</body>"))))
                .doesNotThrowAnyException();
        assertThat(id.results().map(match -> match.group(1)).toList())
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(page).doesNotContain("rgb(1,3,").isEqualTo(page(variant.getValue()));
        assertThat(page.replace("http://www.w3.org/", "")).doesNotContain("http:", "https:", "src=", "url(//");
    }

    @ParameterizedTest
    @CsvSource({
        "classes,/report/target,name",
        "process,/report/gaussianProcess/gaussian-process/lengthScales/0,input",
        "process,/report/gaussianProcess/gaussian-process/lengthScales/0,kernel",
        "process,/report/gaussianProcess/gaussian-process/atBounds/1,parameter",
        "process,/report/sensitivity/inputs/0,name",
        "networks,/report/models/3,name",
        "several,/report/models/3,description",
        "elsewhere,/report/inputs/0,unit",
        "elsewhere,/report/rows,groupedBy"
    })
    void whatAUserWroteIsTextAndNeverRuns(String variant, String place, String member) throws IOException {
        ObjectNode tree = SampleVariants.all().get(variant);
        ((ObjectNode) tree.at(place)).put(member, ATTACK);

        assertThat(page(tree)).doesNotContain("<script", "<img", "alert('x')");
    }

    @Test
    void namesOfClassesAndTargetsAreTextAndNeverRun() throws IOException {
        String classes = Json.canonical(SampleVariants.classes())
                .replace("\"yes\"", Json.canonical(quoted()).strip());
        String targets = Json.canonical(SampleVariants.several())
                .replace("\"redshift\"", Json.canonical(quoted()).strip());

        assertThat(page((ObjectNode) Json.parse(classes)) + page((ObjectNode) Json.parse(targets)))
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<img", "alert('x')");
    }

    private static com.fasterxml.jackson.databind.JsonNode quoted() {
        return Json.object().textNode(ATTACK);
    }

    private static String page(ObjectNode tree) throws IOException {
        return SamplePage.of(tree);
    }

    private static String text(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", "")
                .replace("&#39;", "'");
    }
}
