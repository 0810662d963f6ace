package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The acceptance rules and the verdict as a JUnit report, which continuous integration shows as tests: a test case for each
 * rule, and one for the verdict. The elements and attributes are those of Surefire's schema.
 */
public final class JUnitFile {

    private JUnitFile() {}

    /** The name of the file, {@code TEST-experiment-NAME.xml}. */
    public static String name(ExperimentSpec spec) {
        return "TEST-experiment-" + spec.name() + ".xml";
    }

    /**
     * Writes the file.
     *
     * @param folder of the experiment's results
     * @param report as {@code report.json} holds it
     * @param verdict on the results
     * @param refused why the build does not accept the verdict; empty if it does
     * @param seconds that the results took to compute
     * @throws IOException if it cannot be written
     */
    public static void write(
            Path folder,
            ExperimentSpec spec,
            JsonNode report,
            Verdict verdict,
            Optional<String> refused,
            double seconds)
            throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, spec, report, verdict, refused, seconds);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory cannot be written", e);
        }
        Files.writeString(folder.resolve(name(spec)), text + "\n");
    }

    private static void suite(
            XMLStreamWriter xml,
            ExperimentSpec spec,
            JsonNode report,
            Verdict verdict,
            Optional<String> refused,
            double seconds)
            throws XMLStreamException {
        SortedMap<Integer, String> missed = MissedRules.byIndex(report);
        JsonNode rules = report.path("acceptance");
        boolean unaccepted = refused.isEmpty() && !verdict.kind().isAccepted();
        line(xml, 0);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "experiment." + spec.name());
        xml.writeAttribute(
                "time",
                BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_EVEN).toPlainString());
        xml.writeAttribute("tests", String.valueOf(rules.size() + 1));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", unaccepted ? "1" : "0");
        xml.writeAttribute("failures", String.valueOf(missed.size() + (refused.isPresent() ? 1 : 0)));
        properties(xml, spec, report, verdict);
        for (int i = 0; i < rules.size(); i++) {
            test(
                    xml,
                    spec,
                    rules.get(i).path("rule").asText(),
                    Optional.ofNullable(missed.get(i)),
                    "acceptance",
                    Optional.empty());
        }
        test(
                xml,
                spec,
                "the results are those that were accepted",
                refused,
                verdict.kind().name(),
                unaccepted
                        ? Optional.of(
                                verdict.kind().name() + ": " + verdict.kind().summary())
                        : Optional.empty());
        line(xml, 0);
        xml.writeEndElement();
    }

    private static void properties(XMLStreamWriter xml, ExperimentSpec spec, JsonNode report, Verdict verdict)
            throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("properties");
        property(xml, "experiment.version", spec.version());
        property(xml, "experiment.chosen", report.path("chosen").asText());
        property(xml, "experiment.verdict", verdict.kind().name());
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        line(xml, 2);
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", clean(value));
    }

    private static void test(
            XMLStreamWriter xml,
            ExperimentSpec spec,
            String name,
            Optional<String> failure,
            String type,
            Optional<String> skipped)
            throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", clean(name));
        xml.writeAttribute("classname", "experiment." + spec.name());
        xml.writeAttribute("time", "0");
        if (skipped.isPresent()) {
            line(xml, 2);
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", clean(skipped.get()));
            line(xml, 1);
        }
        if (failure.isPresent()) {
            line(xml, 2);
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message", clean(failure.get()).lines().findFirst().orElse(""));
            xml.writeAttribute("type", type);
            xml.writeCharacters(clean(failure.get()));
            xml.writeEndElement();
            line(xml, 1);
        }
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml, int level) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(level));
    }

    /** Without the characters that XML 1.0 has no way to write. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ");
    }
}
