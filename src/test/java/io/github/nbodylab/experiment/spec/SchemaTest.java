package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema for editors and the reader hold one language. */
class SchemaTest {

    private static JsonNode document;
    private static JsonSchema schema;

    @BeforeAll
    static void readSchema() throws Exception {
        try (InputStream in =
                SpecReader.class.getResourceAsStream("/io/github/nbodylab/experiment/schema/experiment-1.json")) {
            document = new ObjectMapper().readTree(in);
        }
        schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(document);
    }

    static List<String> goodSpecs() {
        return List.of(Texts.SMALL, Texts.FULL, Texts.LIST, Texts.PHYSICAL, Texts.STARS, Texts.TABLE, Texts.HOLES);
    }

    static List<BadSpecs.Bad> badSpecs() {
        return BadSpecs.all();
    }

    @ParameterizedTest
    @MethodSource("goodSpecs")
    void theSchemaTakesWhatTheReaderTakes(String yaml) {
        assertThat(schema.validate(YamlAsJson.of(yaml))).isEmpty();
    }

    @Test
    void theSchemaTakesEveryResolvedSpec() {
        RandomSpecs specs = new RandomSpecs(7);
        for (int i = 0; i < 200; i++) {
            String resolved = ResolvedSpec.yaml(specs.next());
            assertThat(schema.validate(YamlAsJson.of(resolved))).as(resolved).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("badSpecs")
    void theSchemaRefusesWhatTheReaderRefusesUnlessValuesMustBeCompared(BadSpecs.Bad bad) {
        assertThat(schema.validate(YamlAsJson.of(bad.yaml())).isEmpty())
                .as(bad.yaml())
                .isEqualTo(!bad.inSchema());
    }

    @Test
    void everyKeyOfTheReaderIsInTheSchemaAndTheOtherWayRound() {
        Language.SECTIONS.forEach((path, keys) ->
                assertThat(properties(path)).as("keys of '%s'", path).isEqualTo(new TreeSet<>(keys.supported())));
    }

    @Test
    void everyWordOfTheReaderIsInTheSchemaAndTheOtherWayRound() {
        Language.WORDS.forEach((path, words) ->
                assertThat(words(path)).as("words of '%s'", path).isEqualTo(new TreeSet<>(words.supported())));
    }

    @Test
    void whatIsNotSupportedYetIsSaidInTheDescription() {
        List<String> waiting = new ArrayList<>();
        Language.SECTIONS.forEach((path, keys) -> keys.notYet().forEach(word -> waiting.add(path + " " + word)));
        Language.WORDS.forEach((path, words) -> words.notYet().forEach(word -> waiting.add(path + " " + word)));
        assertThat(waiting).isNotEmpty().allSatisfy(entry -> {
            String path = entry.substring(0, entry.indexOf(' '));
            assertThat(said(path, "description"))
                    .contains(Vocabulary.NOT_YET)
                    .contains(entry.substring(entry.indexOf(' ') + 1));
        });
    }

    @Test
    void everyPropertyHasATitleAndADescription() {
        Language.SECTIONS.forEach((path, keys) -> {
            for (String key : keys.supported()) {
                if (!path.equals("train.models") && !path.equals("simulate.design.points")) {
                    String property = path.isEmpty() ? key : path + "." + key;
                    assertThat(said(property, "title")).as(property).isNotEmpty();
                    assertThat(said(property, "description")).as(property).isNotEmpty();
                }
            }
        });
    }

    /** A node with all that it refers to: what its $ref, items, anyOf and if say. */
    private static List<JsonNode> forms(JsonNode node) {
        List<JsonNode> forms = new ArrayList<>(List.of(node));
        if (node.has("$ref")) {
            forms.addAll(forms(document.at(node.get("$ref").asText().substring(1))));
        }
        if (node.has("items")) {
            forms.addAll(forms(node.get("items")));
        }
        node.path("anyOf").forEach(form -> forms.addAll(forms(form)));
        for (String branch : List.of("else", "then")) {
            if (node.has(branch)) {
                forms.addAll(forms(node.get(branch)));
            }
        }
        return forms;
    }

    private static JsonNode at(String path) {
        JsonNode node = document;
        for (String key : path.isEmpty() ? List.<String>of() : Arrays.asList(path.split("\\.", -1))) {
            node = forms(node).stream()
                    .map(form -> form.path("properties").path(key))
                    .filter(child -> !child.isMissingNode())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the schema has no " + path));
        }
        return node;
    }

    private static Set<String> properties(String path) {
        Set<String> names = new TreeSet<>();
        forms(at(path)).forEach(form -> form.path("properties").fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static Set<String> words(String path) {
        Set<String> words = new TreeSet<>();
        forms(at(path)).forEach(form -> {
            form.path("enum").forEach(word -> words.add(word.asText()));
            if (form.has("const")) {
                words.add(form.get("const").asText());
            }
        });
        return words;
    }

    private static String said(String path, String field) {
        return forms(at(path)).stream()
                .map(form -> form.path(field).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
