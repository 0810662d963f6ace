package io.github.nbodylab.experiment.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes the site's page of all keys from the JSON Schema of specs. The build runs this file as it stands, before the site is made,
 * with Jackson on the class path.
 */
public final class SchemaPage {

    private static final String HEAD = """
            # Every key

            The build wrote this page from the JSON Schema [experiment-1.json](../schema/experiment-1.json), to which a test holds the
            reader of specs. [Spec](spec.html) explains how keys work together, with examples. A key in bold is required wherever
            its section stands; where it belongs to certain words of another key only, its meaning says so.
            """;

    private final JsonNode schema;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Section> sections = new ArrayDeque<>();
    private final Set<JsonNode> told = new HashSet<>();

    /**
     * An object of the schema that has a table of its own.
     *
     * @param path its keys from the top, joined by points
     * @param beside which key makes it this one of two with the same path; empty where there is one
     */
    private record Section(String path, String beside, JsonNode schema) {

        Section inside(String key, JsonNode node) {
            return new Section((path.isEmpty() ? "" : path + ".") + key, beside, node);
        }

        String title() {
            return path.isEmpty()
                    ? "The experiment"
                    : "`" + path + "`" + (beside.isEmpty() ? "" : " with `" + beside + "`");
        }

        /** The place that Doxia gives to its heading. */
        String place() {
            return title().replace("`", "")
                    .replace(' ', '_')
                    .replace("[]", ".5B.5D")
                    .replace("*", ".2A");
        }
    }

    private SchemaPage(JsonNode schema) {
        this.schema = schema;
    }

    /**
     * Writes the page.
     *
     * @param arguments the schema, and the page
     */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[1]);
        Files.createDirectories(page.toAbsolutePath().getParent());
        Files.writeString(
                page, page(new ObjectMapper().readTree(Path.of(arguments[0]).toFile())));
    }

    /** The page as Markdown. */
    static String page(JsonNode schema) {
        return new SchemaPage(schema).write();
    }

    private String write() {
        out.append(HEAD);
        sections.add(new Section("", "", schema));
        while (!sections.isEmpty()) {
            Section section = sections.pop();
            if (told.add(section.schema)) {
                write(section);
            }
        }
        return out.toString();
    }

    private void write(Section section) {
        out.append("\n## ").append(section.title()).append("\n\n");
        if (section.schema.has("description")) {
            out.append(cell(section.schema.get("description").asText())).append("\n\n");
        }
        if (section.schema.get("properties").isEmpty()) {
            return;
        }
        out.append("| key | value | default | meaning |\n| --- | --- | --- | --- |\n");
        Set<String> required = words(section.schema.get("required"));
        List<Section> below = new ArrayList<>();
        for (Map.Entry<String, JsonNode> key : section.schema.get("properties").properties()) {
            String name = "`" + key.getKey() + "`";
            out.append("| ")
                    .append(required.contains(key.getKey()) ? "**" + name + "**" : name)
                    .append(" | ")
                    .append(cell(value(section.inside(key.getKey(), key.getValue()), below)))
                    .append(" | ")
                    .append(found(key.getValue(), "default")
                            .map(SchemaPage::code)
                            .orElse(""))
                    .append(" | ")
                    .append(cell(found(key.getValue(), "description")
                            .map(JsonNode::asText)
                            .orElse("")))
                    .append(" |\n");
        }
        for (int i = below.size() - 1; i >= 0; i--) {
            sections.push(below.get(i)); // in the order of the keys, each with what is inside it
        }
    }

    /** What a key may be given; objects with keys of their own become sections below. */
    private String value(Section key, List<Section> below) {
        JsonNode node = resolved(key.schema);
        String reference = key.schema.path("$ref").asText();
        if (reference.endsWith("Quantity")) {
            return reference.substring(reference.lastIndexOf('/') + 1).replace("Quantity", "") + " with its unit";
        }
        if (node.has("const")) {
            return code(node.get("const"));
        }
        if (node.has("enum")) {
            return elements(node.get("enum")).map(SchemaPage::code).collect(Collectors.joining(", "));
        }
        if (node.has("if") && !node.has("type")) {
            String beside = node.at("/if/required/0").asText();
            return value(new Section(key.path, "", node.get("else")), below) + "; or with `" + beside + "`: "
                    + value(new Section(key.path, beside, node.get("then")), below);
        }
        String choices = node.has("oneOf") ? "oneOf" : "anyOf";
        if (node.has(choices) && !node.has("properties")) {
            return elements(node.get(choices))
                    .map(choice -> value(new Section(key.path, key.beside, choice), below))
                    .distinct()
                    .collect(Collectors.joining("; or "));
        }
        return switch (node.path("type").isArray()
                ? "several"
                : node.path("type").asText()) {
            case "object" -> object(new Section(key.path, key.beside, node), below);
            case "array" -> "list of " + value(new Section(key.path + "[]", key.beside, node.get("items")), below);
            case "integer" -> "whole number" + limits(node);
            case "number" -> "number" + limits(node);
            case "string" -> node.path("pattern").asText().endsWith("%$") ? "percentage" : "text";
            case "several" ->
                elements(node.get("type"))
                        .map(type -> type.asText().equals("string") ? "text" : type.asText())
                        .collect(Collectors.joining(" or "));
            default ->
                throw new IllegalArgumentException(key.path + ": this page cannot tell what " + node + " allows");
        };
    }

    private String object(Section section, List<Section> below) {
        JsonNode node = section.schema;
        if (!node.has("properties")) {
            return "for each name: "
                    + value(new Section(section.path + ".*", section.beside, node.get("additionalProperties")), below);
        }
        Set<String> keys = node.get("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (keys.equals(Set.of("values"))) {
            return "`{values: [...]}`";
        }
        if (keys.equals(Set.of("min", "max", "distribution"))) {
            return "`{min: ..., max: ..., distribution: ...}`";
        }
        below.add(section);
        return "[section](#" + section.place() + ")";
    }

    /** Of the key itself or of what it refers to. */
    private Optional<JsonNode> found(JsonNode given, String word) {
        JsonNode node = given.has(word) ? given : resolved(given.has("else") ? given.get("else") : given);
        return Optional.ofNullable(node.get(word));
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = schema.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    private static String limits(JsonNode node) {
        List<String> limits = new ArrayList<>();
        limit(node, "minimum", "at least ", limits);
        limit(node, "exclusiveMinimum", "above ", limits);
        limit(node, "maximum", "at most ", limits);
        limit(node, "exclusiveMaximum", "below ", limits);
        return limits.isEmpty() ? "" : ", " + String.join(" and ", limits);
    }

    private static void limit(JsonNode node, String word, String text, List<String> limits) {
        if (node.has(word)) {
            BigDecimal value = node.get(word).decimalValue();
            boolean ofSeeds = value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0;
            limits.add(text + (ofSeeds ? (value.signum() < 0 ? "-2^63" : "2^63 - 1") : value.toPlainString()));
        }
    }

    private static String code(JsonNode node) {
        return "`"
                + (node.isTextual()
                        ? node.asText()
                        : node.toString().replace("\"", "").replace(".0E", "e")) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replaceAll("\\s+", " ");
    }

    private static Set<String> words(JsonNode array) {
        return array == null ? Set.of() : elements(array).map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
