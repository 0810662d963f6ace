package io.github.nbodylab.experiment.store;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.Decimal;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Canonical JSON: keys sorted, two blanks a level, arrays of plain values on one line, shortest digits, a line feed at
 * the end. The same tree has the same bytes on every platform.
 */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** A new empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or is not JSON; the message names the file
     */
    public static JsonNode read(Path file) throws IOException {
        try {
            return whole(MAPPER.readTree(Files.readString(file)));
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads an object from a file that may have been cut off.
     *
     * @return the object; an empty one if the file is missing or holds none
     * @throws IOException if the file is there and cannot be read
     */
    public static ObjectNode readOrEmpty(Path file) throws IOException {
        try {
            return parse(Files.readString(file)) instanceof ObjectNode known ? known : object();
        } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException e) {
            return object();
        }
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static JsonNode parse(String text) {
        try {
            return whole(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Jackson takes an empty text for a missing node. */
    private static JsonNode whole(JsonNode tree) throws JsonProcessingException {
        if (tree.isMissingNode()) {
            throw new JsonParseException(null, "nothing in it");
        }
        return tree;
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, JsonNode tree) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(temporary, canonical(tree));
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The canonical text.
     *
     * @throws IllegalArgumentException on NaN or an infinity, which JSON has no number for
     */
    public static String canonical(JsonNode tree) {
        StringBuilder out = new StringBuilder();
        append(out, tree, 0);
        return out.append('\n').toString();
    }

    private static void append(StringBuilder out, JsonNode node, int level) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            Collections.sort(names);
            List<Runnable> members = new ArrayList<>();
            for (String name : names) {
                members.add(() -> {
                    quote(out, name);
                    out.append(": ");
                    append(out, node.get(name), level + 1);
                });
            }
            block(out, '{', '}', members, level);
        } else if (node.isArray() && isFlat(node)) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                append(out, node.get(i), level);
            }
            out.append(']');
        } else if (node.isArray()) {
            List<Runnable> members = new ArrayList<>();
            node.forEach(element -> members.add(() -> append(out, element, level + 1)));
            block(out, '[', ']', members, level);
        } else if (node.isTextual()) {
            quote(out, node.textValue());
        } else if (node.isFloatingPointNumber()) {
            if (!Double.isFinite(node.doubleValue())) {
                throw new IllegalArgumentException("JSON has no number for " + node.doubleValue());
            }
            out.append(Decimal.shortest(node.doubleValue()));
        } else {
            out.append(node);
        }
    }

    private static void block(StringBuilder out, char open, char close, List<Runnable> members, int level) {
        out.append(open);
        for (int i = 0; i < members.size(); i++) {
            out.append(i == 0 ? "\n" : ",\n").append("  ".repeat(level + 1));
            members.get(i).run();
        }
        if (!members.isEmpty()) {
            out.append('\n').append("  ".repeat(level));
        }
        out.append(close);
    }

    private static boolean isFlat(JsonNode array) {
        for (JsonNode element : array) {
            if (element.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    private static void quote(StringBuilder out, String text) {
        out.append(JsonNodeFactory.instance.textNode(text));
    }
}
