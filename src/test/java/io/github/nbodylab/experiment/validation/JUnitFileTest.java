package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.SpecReader;
import io.github.nbodylab.experiment.store.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitFileTest {

    private static final Path SPEC = Path.of("experiments/src/main/experiments/merger-count.yaml");

    @TempDir
    Path folder;

    private Element suite(String acceptance, Verdict.Kind kind, String refused) throws Exception {
        ExperimentSpec spec = new SpecReader().read(SPEC);
        JsonNode report = Json.parse("{\"chosen\":\"constant\",\"models\":[],\"acceptance\":" + acceptance + "}");
        JUnitFile.write(folder, spec, report, new Verdict(kind, List.of()), Optional.ofNullable(refused), 12.345678e6);
        Path file = folder.resolve("TEST-experiment-merger-count.xml");
        assertThat(Files.readString(file)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite ");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    private static List<Element> cases(Element suite) {
        NodeList cases = suite.getElementsByTagName("testcase");
        return IntStream.range(0, cases.getLength())
                .mapToObj(i -> (Element) cases.item(i))
                .toList();
    }

    @Test
    void eachRuleAndTheVerdictAreTests() throws Exception {
        Element suite = suite(
                "[{\"rule\":\"q2 of constant is at least 0.5\",\"passed\":true,\"value\":0.6}]",
                Verdict.Kind.IDENTICAL,
                null);

        assertThat(suite.getAttribute("name")).isEqualTo("experiment.merger-count");
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getAttribute("time")).isEqualTo("12345678.000");
        assertThat(cases(suite))
                .extracting(test -> test.getAttribute("name"))
                .containsExactly("q2 of constant is at least 0.5", "the results are those that were accepted");
        assertThat(cases(suite))
                .allMatch(test -> test.getElementsByTagName("failure").getLength() == 0);
    }

    @Test
    void aMissedRuleFailsWithWhatWasAskedAndFound() throws Exception {
        Element suite = suite(
                "[{\"rule\":\"a\",\"passed\":true},"
                        + "{\"rule\":\"q2 of <constant> is at least 0.5\",\"passed\":false,\"value\":0.25}]",
                Verdict.Kind.NEW,
                null);

        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element failure =
                (Element) cases(suite).get(1).getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("acceptance");
        assertThat(failure.getAttribute("message"))
                .isEqualTo("q2 of <constant> must be at least 0.5, but it is 0.2500 on the held-out rows");
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "CHANGED"})
    void whereNothingOfThisSpecWasAcceptedTheTestOfTheVerdictIsSkipped(Verdict.Kind kind) throws Exception {
        Element suite = suite("[]", kind, null);

        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        Element skipped =
                (Element) cases(suite).get(0).getElementsByTagName("skipped").item(0);
        assertThat(skipped.getAttribute("message")).startsWith(kind.name() + ": ");
    }

    @Test
    void aVerdictThatFailsTheBuildFailsItsTestWithAllThatDiffers() throws Exception {
        Element suite =
                suite("[]", Verdict.Kind.DRIFTED, "DRIFTED: other results\n    digest of runs.csv\u0001: a -> b");

        Element failure =
                (Element) cases(suite).get(0).getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("DRIFTED");
        assertThat(failure.getAttribute("message")).isEqualTo("DRIFTED: other results");
        assertThat(failure.getTextContent()).contains("digest of runs.csv : a -> b");
    }
}
