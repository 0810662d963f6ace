package io.github.nbodylab.experiment.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.doxia.util.DoxiaUtils;
import org.junit.jupiter.api.Test;

class SchemaPageTest {

    private static final Path SCHEMA = Path.of("site", "resources", "schema", "experiment-1.json");

    @Test
    void everyKeyOfTheSchemaHasARow() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SCHEMA.toFile());
        Set<String> keys = new TreeSet<>();
        for (JsonNode properties : schema.findValues("properties")) {
            properties.fieldNames().forEachRemaining(keys::add);
        }
        keys.remove("values"); // the three forms that any parameter may have are told in the column of values
        keys.remove("distribution");

        assertThat(rows(SchemaPage.page(schema), "^\\| \\**`([^`]+)`\\** \\|")).containsAll(keys);
    }

    @Test
    void everyLinkInsideThePageLeadsToAHeading() throws IOException {
        String page = SchemaPage.page(new ObjectMapper().readTree(SCHEMA.toFile()));
        Set<String> places = new TreeSet<>();
        for (String heading : rows(page, "^## (.*)$")) {
            places.add(DoxiaUtils.encodeId(heading.replace("`", "")));
        }

        assertThat(rows(page, "\\]\\(#([^)]*)\\)")).isNotEmpty().isSubsetOf(places);
    }

    @Test
    void aKeyTellsItsValuesItsDefaultAndWhetherItIsRequired() throws IOException {
        String page = page("""
                {"required": ["n"], "properties": {
                  "n": {"type": "integer", "minimum": 1, "maximum": 9, "description": "How many."},
                  "p": {"$ref": "#/definitions/p"}},
                 "definitions": {"p": {"description": "Which|one.", "default": "a", "anyOf": [{"enum": ["a", "b"]},
                  {"type": "object", "properties": {"values": {}}}]}}}
                """);

        assertThat(page)
                .contains("| **`n`** | whole number, at least 1 and at most 9 |  | How many. |\n")
                .contains("| `p` | `a`, `b`; or `{values: [...]}` | `a` | Which\\|one. |\n");
    }

    @Test
    void aSectionOfTwoShapesHasAPlaceForEach() throws IOException {
        String page = page("""
                {"properties": {"t": {
                  "if": {"required": ["source"]},
                  "then": {"type": "object", "properties": {"source": {"type": "string"}}},
                  "else": {"type": "object", "description": "Both.", "properties": {"row": {"type": "string"}}}}}}
                """);

        assertThat(page)
                .contains("| `t` | [section](#t); or with `source`: [section](#t_with_source) |  | Both. |\n")
                .contains("## `t`\n")
                .contains("## `t` with `source`\n");
    }

    @Test
    void aShapeThatThePageCannotTellIsNoPage() {
        assertThatThrownBy(() -> page("{\"properties\": {\"k\": {\"type\": \"null\"}}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("k: this page cannot tell what ");
    }

    private static String page(String schema) throws IOException {
        return SchemaPage.page(new ObjectMapper().readTree(schema));
    }

    private static List<String> rows(String page, String form) {
        Matcher found = Pattern.compile(form, Pattern.MULTILINE).matcher(page);
        return found.results().map(row -> row.group(1)).toList();
    }
}
