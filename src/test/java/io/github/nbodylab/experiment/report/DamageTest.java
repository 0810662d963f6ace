package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.record.RecordException;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.report.record.SampleVariants;
import io.github.nbodylab.experiment.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that is damaged anywhere is shown without what is missing, or refused in a sentence that names it. */
class DamageTest {

    private static final List<JsonNode> WRONG = List.of(
            MissingNode.getInstance(),
            Json.parse("null"),
            Json.parse("\"text\""),
            Json.parse("-1.5"),
            Json.parse("[]"),
            Json.parse("{}"),
            Json.parse("[[{}]]"));

    static List<String> kinds() {
        List<String> kinds = new ArrayList<>(SampleVariants.all().keySet());
        kinds.add("numbers");
        return kinds;
    }

    private static ObjectNode tree(String kind) {
        return kind.equals("numbers")
                ? SampleRecord.tree()
                : SampleVariants.all().get(kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whateverStandsAtAPlaceIsReadOrRefusedInASentenceThatNamesTheRecord(String kind) {
        List<String> places = new ArrayList<>();
        collect(tree(kind), "", places);
        assertThat(places).hasSizeGreaterThan(150);
        ObjectNode tree = tree(kind);
        for (String place : places) {
            JsonNode sound = tree.at(place);
            for (JsonNode wrong : WRONG) {
                replace(tree, place, wrong);
                try {
                    assertThat(ReportRecord.of(tree, "1.0.0.json")).isNotNull();
                } catch (RecordException e) {
                    assertThat(e)
                            .as(place + " " + wrong)
                            .hasMessageMatching("(?s)1\\.0\\.0\\.json (is damaged: |has ).+");
                } catch (RuntimeException e) {
                    throw new AssertionError(place + " as " + wrong, e);
                }
                replace(tree, place, sound);
            }
        }
    }

    @Test
    void aPartThatIsMissingAndThatNoPageNeedsLeavesAPage() throws RecordException {
        List<String> places = new ArrayList<>();
        collect(SampleRecord.tree(), "", places);
        int shown = 0;
        for (String place : places) {
            if (place.chars().filter(c -> c == '/').count() <= 2) {
                ObjectNode tree = SampleRecord.tree();
                replace(tree, place, MissingNode.getInstance());
                try {
                    assertThat(SamplePage.of(tree)).as(place).contains("</div>");
                    shown++;
                } catch (RecordException e) {
                    assertThat(e).as(place).hasMessageStartingWith("sample is damaged: ");
                } catch (RuntimeException e) {
                    throw new AssertionError(place, e);
                }
            }
        }
        assertThat(shown).isGreaterThan(15);
    }

    /** Every place, of long lists those of the first element only. */
    private static void collect(JsonNode node, String place, List<String> places) {
        if (!place.isEmpty()) {
            places.add(place);
        }
        if (node.isArray() && !node.isEmpty()) {
            collect(node.get(0), place + "/0", places);
        }
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            collect(
                    child.getValue(),
                    place + "/" + child.getKey().replace("~", "~0").replace("/", "~1"),
                    places);
        }
    }

    private static void replace(ObjectNode tree, String place, JsonNode with) {
        int last = place.lastIndexOf('/');
        String name = place.substring(last + 1).replace("~1", "/").replace("~0", "~");
        if (tree.at(place.substring(0, last)) instanceof ObjectNode object) {
            if (with.isMissingNode()) {
                object.remove(name);
            } else {
                object.set(name, with);
            }
        } else if (tree.at(place.substring(0, last)) instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), with.isMissingNode() ? Json.parse("null") : with);
        }
    }
}
