package io.github.nbodylab.experiment.report.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One place in a record's JSON, which knows its way from the top, so that a complaint can name the place.
 *
 * @param source what the complaint calls the record, such as its file
 * @param path the way to this place, empty at the top
 * @param json what stands there
 */
record RecordNode(String source, String path, JsonNode json) {

    /** Turns one place into a value. */
    interface Reader<T> {
        T read(RecordNode node) throws RecordException;
    }

    /** The member of this name; absent and null are the same. */
    RecordNode at(String name) {
        JsonNode child = json.path(name);
        return new RecordNode(
                source, path.isEmpty() ? name : path + "." + name, child.isNull() ? MissingNode.getInstance() : child);
    }

    boolean isPresent() {
        return !json.isMissingNode();
    }

    String text() throws RecordException {
        if (!json.isTextual()) {
            throw wrong("a text");
        }
        return json.textValue();
    }

    /** The text, or the empty one where there is none. */
    String textOrEmpty() throws RecordException {
        return isPresent() ? text() : "";
    }

    /** Any plain value as text: a number keeps its digits. */
    String plain() throws RecordException {
        if (!json.isValueNode()) {
            throw wrong("a text or a number");
        }
        return json.asText();
    }

    double number() throws RecordException {
        if (!json.isNumber()) {
            throw wrong("a number");
        }
        return json.doubleValue();
    }

    /** The number, or NaN where there is none, or a null in a list. */
    double numberOrNaN() throws RecordException {
        return isPresent() && !json.isNull() ? number() : Double.NaN;
    }

    long whole() throws RecordException {
        if (!json.isIntegralNumber()) {
            throw wrong("a whole number");
        }
        return json.longValue();
    }

    /** A whole number that is the position of one of so many things. */
    int index(int size) throws RecordException {
        long place = whole();
        if (place < 0 || place >= size) {
            throw wrong("a position from 0, of one of " + size);
        }
        return (int) place;
    }

    boolean flag() throws RecordException {
        if (!json.isBoolean()) {
            throw wrong("true or false");
        }
        return json.booleanValue();
    }

    /** What the reader makes of this place, or nothing where nothing stands. */
    <T> Optional<T> optional(Reader<T> reader) throws RecordException {
        return isPresent() ? Optional.of(reader.read(this)) : Optional.empty();
    }

    /** The elements of an array, none where nothing stands. */
    <T> List<T> list(Reader<T> reader) throws RecordException {
        List<T> all = new ArrayList<>();
        if (isPresent()) {
            if (!json.isArray()) {
                throw wrong("a list");
            }
            for (int i = 0; i < json.size(); i++) {
                all.add(reader.read(new RecordNode(source, path + "[" + i + "]", json.get(i))));
            }
        }
        return List.copyOf(all);
    }

    /** The numbers of an array that has so many. */
    List<Double> numbers(int size) throws RecordException {
        List<Double> numbers = list(RecordNode::number);
        if (numbers.size() != size) {
            throw new RecordException(
                    source + " is damaged: " + path + " should have " + size + " numbers, but has " + numbers.size());
        }
        return numbers;
    }

    /** The members of an object in their order, none where nothing stands. */
    <T> Map<String, T> map(Reader<T> reader) throws RecordException {
        Map<String, T> all = new LinkedHashMap<>();
        if (isPresent()) {
            if (!json.isObject()) {
                throw wrong("an object");
            }
            List<String> names = new ArrayList<>();
            json.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                all.put(name, reader.read(at(name)));
            }
        }
        return all;
    }

    private RecordException wrong(String wanted) {
        String place = path.isEmpty() ? "its top" : path;
        return new RecordException(source + " is damaged: " + place + " should be " + wanted + ", but "
                + (isPresent() ? "is " + shortened(json.toString()) : "is missing"));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
