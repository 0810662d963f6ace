// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259), strictly: objects as maps, arrays as lists, numbers as doubles; a key that stands twice in an
 * object, a number beyond the range of doubles, and anything after the value are errors.
 */
final class JsonText {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final int DEEPEST = 64;

    private final String text;
    private final Matcher number;
    private int at;
    private int depth;

    private JsonText(String text) {
        this.text = text;
        this.number = NUMBER.matcher(text);
    }

    /**
     * The value of a text.
     *
     * @return Map, List, String, Double, Boolean, or null
     * @throws IllegalArgumentException if it is not JSON; the message has the line
     */
    static Object parse(String text) {
        JsonText json = new JsonText(text);
        Object value = json.value();
        json.blanks();
        if (json.at < text.length()) {
            throw json.error("something follows the end of the value");
        }
        return value;
    }

    private Object value() {
        blanks();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        enter();
        Map<String, Object> members = new LinkedHashMap<>();
        blanks();
        if (skip('}')) {
            depth--;
            return members;
        }
        do {
            blanks();
            if (peek() != '"') {
                throw error("a key in double quotes is missing");
            }
            String key = string();
            blanks();
            expect(':');
            if (members.containsKey(key)) {
                throw error("the key \"" + key + "\" stands twice");
            }
            members.put(key, value());
            blanks();
        } while (skip(','));
        expect('}');
        depth--;
        return members;
    }

    private List<Object> array() {
        enter();
        List<Object> elements = new ArrayList<>();
        blanks();
        if (skip(']')) {
            depth--;
            return elements;
        }
        do {
            elements.add(value());
            blanks();
        } while (skip(','));
        expect(']');
        depth--;
        return elements;
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                throw error("a control character stands in a string");
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = peek();
        at++;
        int simple = "\"\\/bfnrt".indexOf(c);
        if (simple >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(simple);
        }
        if (c != 'u' || !text.substring(at, Math.min(at + 4, text.length())).matches("[0-9a-fA-F]{4}")) {
            throw error("a backslash is followed by no known escape");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw error("a value is missing");
        }
        at += word.length();
        return meaning;
    }

    private Double number() {
        if (!number.region(at, text.length()).lookingAt()) {
            throw error("a value is missing");
        }
        double value = Double.parseDouble(number.group());
        if (Double.isInfinite(value)) {
            throw error("a number is too large");
        }
        at = number.end();
        return value;
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw error("it is nested too deeply");
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw error("it ends too early");
        }
        return text.charAt(at);
    }

    private boolean skip(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw error("'" + c + "' is missing");
        }
    }

    private IllegalArgumentException error(String problem) {
        long line = 1
                + text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new IllegalArgumentException("it is not JSON: " + problem + " in line " + line);
    }
}
