package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.report.record.SampleVariants;
import io.github.nbodylab.experiment.report.words.Html;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that stands in a record runs in a page, and every text is shown as it was written, in any writing. */
class MarkupTest {

    private static final String MARKUP =
            "\u9ed1\u6d1e \u0627\u0644\u062b\u0642\u0648\u0628 \u00fc\ud83d\udca5 <script>window.ran=1</script><img src=x"
                    + " onerror=\"window.ran=1\">' onload='window.ran=1' \"><svg onload=window.ran=1></style>]]>--><b>";

    /** Texts of which a record may hold certain ones only. */
    private static final Set<String> WORDS =
            Set.of("verdict", "headline", "kind", "groupedBy", "error", "how", "trend", "version", "intervals");

    @TempDir
    static Path folder;

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

    static List<String> kinds() {
        return DamageTest.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void markupInAnyTextOfARecordIsShownAndNotRun(String kind) throws IOException {
        ObjectNode sound = kind.equals("numbers")
                ? SampleRecord.tree()
                : SampleVariants.all().get(kind);
        ObjectNode hostile = (ObjectNode) with(MARKUP, sound, "");
        hostile.set("name", sound.get("name"));
        hostile.put("version", "1.1.0");
        ReportRecord before = ReportRecord.of(sound, "sound");
        ReportRecord now = ReportRecord.of(hostile, "hostile");
        History history = new History(List.of(before, now), Optional.of("1.1.0"));

        look("page", ExperimentPage.html(now, history, PageFiles.none()));
        assertThat(browser.text("#exp-spec + pre")).contains(MARKUP);
        assertThat(browser.text("h1")).contains(MARKUP);
        look("changes", ChangesPage.html(before, now));
        look("list", IndexPage.html(List.of(history), List.of()));
    }

    private static void look(String name, String html) throws IOException {
        String page = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title></head><body><h1>"
                + Html.escape(MARKUP) + "</h1>" + html + "</body></html>";
        browser.open(Files.writeString(folder.resolve(name + ".html"), page));
        assertThat(browser.string("return typeof window.ran")).isEqualTo("undefined");
        assertThat(browser.number("return document.querySelectorAll('script, img, [onload], [onerror]').length"))
                .isZero();
        assertThat(browser.consoleErrors()).isEmpty();
    }

    /** The tree with markup behind every free text, and behind the names of models and columns where they are keys. */
    private static JsonNode with(String markup, JsonNode node, String key) {
        if (node.isTextual()) {
            return WORDS.contains(key) ? node : JsonNodeFactory.instance.textNode(node.textValue() + markup);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(child -> copy.add(with(markup, child, child.isTextual() ? key : "")));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            boolean names = !object.has("value")
                    && Set.of("inputs", "observed", "predicted", "jdk", "digests")
                            .contains(key);
            object.properties()
                    .forEach(child -> copy.set(
                            names ? child.getKey() + markup : child.getKey(),
                            with(markup, child.getValue(), names ? key : child.getKey())));
            return copy;
        }
        return node;
    }
}
