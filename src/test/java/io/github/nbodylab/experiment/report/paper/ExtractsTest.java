package io.github.nbodylab.experiment.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.nbodylab.experiment.report.paper.Credits.Author;
import io.github.nbodylab.experiment.report.record.RecordException;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.report.record.SampleVariants;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ExtractsTest {

    private static final Pattern MACRO = Pattern.compile("\\\\newcommand\\{\\\\([A-Za-z]+)\\}\\{(.*)\\}");
    private static final String ODD = "50 % of #1 & {all} $x_1^2$ ~ \\input \u9ed2\u6d1e: \"a\" <b>";
    private static final Credits CREDITS = new Credits(
            List.of(
                    Author.person("Ada King Lovelace", "Analytical Engines", "0000-0002-1825-0097"),
                    Author.person("van Rossum, Guido", "", ""),
                    Author.organization("The Cluster Group")),
            Optional.empty(),
            Optional.empty(),
            "https://example.org/clusters",
            Optional.of(Instant.parse("2026-01-02T00:00:00Z")));

    @TempDir
    Path folder;

    @Test
    void theSameRecordMakesTheSameBytesInAnyLocale() throws IOException {
        List<String> first = digests(SampleRecord.tree());
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(digests(SampleRecord.tree())).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void metricsAreFlatAndWholeForPrograms() throws IOException {
        JsonNode metrics = Json.parse(write(SampleRecord.tree(), Extracts.METRICS));

        assertThat(metrics.path("verdict").asText()).isEqualTo("IDENTICAL");
        assertThat(metrics.path("chosen").asText()).isEqualTo("power-law");
        assertThat(metrics.path("rules").asInt()).isEqualTo(2);
        assertThat(metrics.path("rulesMet").asInt()).isEqualTo(2);
        assertThat(metrics.at("/metrics/power-law.test.q2").toString()).isEqualTo("[0.872,0.832,0.904]");
        assertThat(metrics.path("metrics")).hasSize(2 * 4 * 3);
    }

    @Test
    void aMetricThatIsNotDefinedIsLeftOutAndOneWithoutIntervalStandsAlone() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        ObjectNode test = (ObjectNode) tree.at("/report/models/1/test");
        test.remove("mae");
        ((ObjectNode) test.get("rmse")).remove(List.of("low", "high"));
        JsonNode metrics = Json.parse(write(tree, Extracts.METRICS)).path("metrics");

        assertThat(metrics.has("power-law.test.mae")).isFalse();
        assertThat(metrics.path("power-law.test.rmse")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "classes", "process", "networks", "several", "elsewhere"})
    void everyMacroHasANameOfLettersThatNoOtherHas(String variant) throws IOException {
        ObjectNode tree = variant.equals("sample")
                ? SampleRecord.tree()
                : SampleVariants.all().get(variant);
        List<String> names = new ArrayList<>();
        List<String> lines = write(tree, Extracts.NUMBERS).lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            Matcher macro = MACRO.matcher(line);
            assertThat(macro.matches()).as(line).isTrue();
            names.add(macro.group(1));
        }

        assertThat(lines.get(0)).startsWith("% ");
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }

    @Test
    void aNumberIsRoundedByItsIntervalAndStandsThereInFullToo() throws IOException {
        assertThat(write(SampleRecord.tree(), Extracts.NUMBERS))
                .contains("\\newcommand{\\MergerCountChosenQsq}{0.872}\n")
                .contains("\\newcommand{\\MergerCountChosenQsqLow}{0.832}\n")
                .contains("\\newcommand{\\MergerCountPowerLawRmse}{3.18}\n")
                .contains("\\newcommand{\\MergerCountPowerLawRmseFull}{3.184")
                .contains("\\newcommand{\\MergerCountConstantQsq}{\\ensuremath{-0.020}}\n")
                .contains("\\newcommand{\\MergerCountConstantQsqFull}{-0.02}\n")
                .contains("\\newcommand{\\MergerCountGaussianProcessCrossValidatedQsq}{0.877}\n")
                .contains("\\newcommand{\\MergerCountSimulations}{960}\n")
                .contains("\\newcommand{\\MergerCountCeilingQsq}{0.903}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "q2, Qsq",
        "coverage95, CoverageNinetyFive",
        "degree-10, DegreeTen",
        "degree-2, DegreeTwo",
        "run-007, RunZeroZeroSeven",
        "a-123b, AOneTwoThreeB",
        "x80, XEighty"
    })
    void numbersInNamesAreWords(String name, String words) {
        assertThat(MacroNames.words(name)).isEqualTo(words);
    }

    @Test
    void namesThatAreTheSameInWordsStayApart() {
        MacroNames names = new MacroNames();
        List<String> ends = List.of("", "Low");

        assertThat(names.take("A", ends)).isEqualTo("A");
        assertThat(names.take("A", ends)).isEqualTo("AAgain");
        assertThat(names.take("ALow", ends)).isEqualTo("ALowAgain");
    }

    @ParameterizedTest
    @CsvSource({
        "0.12345, 0.1, 0.2, 0.12",
        "1234.5, 1000, 1400, 1230",
        "-2.5e-7, -3e-7, -2e-7, \\ensuremath{-2.50\\times10^{-7}}",
        "3.14159, NaN, NaN, 3.14",
        "0, NaN, NaN, 0",
        "0.00001, -0.1, 0.1, 0.00",
        "12345678, 12345670, 12345690, \\ensuremath{1.2345678\\times10^{7}}"
    })
    void aNumberHasTwoDigitsOfTheWidthOfItsInterval(double number, double low, double high, String latex) {
        assertThat(RoundedNumber.latex(number, new ReportRecord.Interval(number, low, high)))
                .isEqualTo(latex);
    }

    @Test
    void whatMeansSomethingInLatexIsEscaped() {
        assertThat(Latex.escape(ODD))
                .isEqualTo(
                        "50 \\% of \\#1 \\& \\textbraceleft{}all\\textbraceright{} \\$x\\_1\\textasciicircum{}2\\$ \\textasciitilde{}"
                                + " \\textbackslash{}input \u9ed2\u6d1e: \\symbol{34}a\\symbol{34} \\textless{}b\\textgreater{}");
    }

    @Test
    void theBadgeSaysTheVerdictInAWordAndInAColour() throws IOException {
        ObjectNode refused = SampleRecord.tree();
        ((ObjectNode) refused.get("report")).put("accepted", false);

        assertThat(write(SampleRecord.tree(), Extracts.BADGE))
                .contains("<title>merger-count: IDENTICAL, q\u00b2 0.87 on held-out rows</title>")
                .contains("#00664d");
        assertThat(write(refused, Extracts.BADGE)).contains("rules missed, q\u00b2 0.87", "#9b1c1c");
    }

    @Test
    void theFileThatSaysHowToCiteKeepsTheRulesOfItsFormat() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) tree.get("report")).put("title", ODD).put("question", "a: - b\n# c");
        JsonNode cff = yaml(write(tree, Extracts.CITATION));

        assertThat(schema().validate(cff)).isEmpty();
        assertThat(cff.path("title").asText()).isEqualTo(ODD);
        assertThat(cff.path("abstract").asText()).isEqualTo("a: - b\n# c");
        assertThat(cff.path("version").asText()).isEqualTo("1.0.0");
        assertThat(cff.path("date-released").asText()).isEqualTo("2026-01-02");
        assertThat(cff.at("/authors/0/family-names").asText()).isEqualTo("Lovelace");
        assertThat(cff.at("/authors/0/given-names").asText()).isEqualTo("Ada King");
        assertThat(cff.at("/authors/0/orcid").asText()).isEqualTo("https://orcid.org/0000-0002-1825-0097");
        assertThat(cff.at("/authors/1/family-names").asText()).isEqualTo("van Rossum");
        assertThat(cff.at("/authors/2/name").asText()).isEqualTo("The Cluster Group");
    }

    @Test
    void aProjectThatNamesNooneKeepsTheRulesToo() throws IOException {
        Extracts.write(record(SampleRecord.tree()), Credits.unknown(), folder);
        JsonNode cff = yaml(Files.readString(folder.resolve(Extracts.CITATION)));

        assertThat(schema().validate(cff)).isEmpty();
        assertThat(cff.has("date-released")).isFalse();
        assertThat(cff.at("/authors/0/name").asText()).isEqualTo("The authors of merger-count");
    }

    @Test
    void aCitationNamesAuthorsYearTitleVersionAndPlace() throws IOException {
        Citation citation = new Citation(record(SampleRecord.tree()), CREDITS);

        assertThat(citation.text())
                .isEqualTo("Ada King Lovelace, Guido van Rossum and The Cluster Group (2026). How many mergers does a"
                        + " cluster of black holes make? Version 1.0.0 [data set]. https://example.org/clusters");
        assertThat(citation.bibtex())
                .startsWith("@misc{merger-count-1.0.0,\n")
                .contains("author = {Lovelace, Ada King and van Rossum, Guido and {The Cluster Group}}")
                .contains("year = {2026}")
                .contains("title = {{How many mergers does a cluster of black holes make?}}")
                .contains("computed with experiment-maven-plugin 1.0.0-SNAPSHOT")
                .endsWith("}\n");
    }

    @Test
    void anOrcidThatIsNoneIsRefusedInASentence() {
        assertThatThrownBy(() -> Author.person("A B", "", "1234"))
                .hasMessage("an ORCID is four groups of four digits, not 1234");
    }

    private static ReportRecord record(ObjectNode tree) throws RecordException {
        return ReportRecord.of(tree, "sample");
    }

    private String write(ObjectNode tree, String file) throws IOException {
        Extracts.write(record(tree), CREDITS, folder);
        return Files.readString(folder.resolve(file));
    }

    private List<String> digests(ObjectNode tree) throws IOException {
        List<String> digests = new ArrayList<>();
        for (String file : List.of(Extracts.METRICS, Extracts.NUMBERS, Extracts.BADGE, Extracts.CITATION)) {
            write(tree, file);
            digests.add(Digest.of(folder.resolve(file)));
        }
        return digests;
    }

    private static JsonNode yaml(String text) {
        return new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    /** The schema that the makers of the format publish. */
    private static JsonSchema schema() throws IOException {
        try (InputStream in = ExtractsTest.class.getResourceAsStream("citation-file-format-1.2.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
        }
    }
}
