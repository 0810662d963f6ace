package io.github.nbodylab.experiment.spec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a spec, and where it stands. Each reading method returns the value, or complains and returns nothing.
 *
 * @param complaints where complaints go
 * @param key dotted path, with {@code [i]} (from 1) for the items of a list
 * @param line of the key, from 1
 * @param node the value
 */
record Item(Complaints complaints, String key, int line, Node node) {

    private static final int LONGEST_QUOTE = 40;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> BOOLEANS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");

    /** Complains about this value. */
    <T> Optional<T> refuse(String problem, String remedy) {
        complaints.add(node instanceof ScalarNode ? lineOf(node) : line, key, problem, remedy);
        return Optional.empty();
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The text of a scalar as it stands, or nothing for a list or a mapping; never complains. */
    Optional<String> raw() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** A text that is not empty, its ends stripped of white space. */
    Optional<String> text(String example) {
        Optional<String> scalar = scalar("a text", example);
        if (scalar.isPresent()
                && isPlain()
                && (NumberText.looksNumeric(scalar.get()) || BOOLEANS.contains(scalar.get()))) {
            return refuse("is " + quoted() + ", which YAML does not take for a text", "put it in quotes");
        }
        return scalar.map(String::strip)
                .filter(text -> !text.isEmpty() || refuse("is empty", example).isPresent());
    }

    /** The text of a scalar that is not empty, also of one that YAML takes for a number. */
    Optional<String> token(String example) {
        return scalar("a text", example).map(String::strip);
    }

    /** One of the words of a vocabulary. */
    Optional<String> word(Vocabulary words) {
        Optional<String> word = scalar("a word", "known here: " + String.join(", ", words.supported()));
        if (word.isEmpty() || words.supports(word.get())) {
            return word;
        }
        return words.awaits(word.get())
                ? refuse(
                        "'" + word.get() + "' is " + Vocabulary.NOT_YET,
                        "use " + String.join(" or ", words.supported()))
                : refuse("unknown word " + quoted(), words.remedyFor(word.get()));
    }

    /** The constant of an enum that a word names. */
    <E extends Named> Optional<E> constant(E[] constants, Vocabulary words) {
        return word(words)
                .flatMap(word -> Arrays.stream(constants)
                        .filter(constant -> constant.specName().equals(word))
                        .findFirst());
    }

    /** A real number within an interval. */
    Optional<Double> real(Interval interval) {
        return number(interval.noun()).flatMap(number -> within(interval, number));
    }

    /** A real number within an interval, or nothing for one of the words that may stand for it. */
    OptionalDouble realOr(Interval interval, Vocabulary words) {
        if (raw().filter(words::supports).isPresent()) {
            return OptionalDouble.empty();
        }
        Optional<BigDecimal> number = number(interval.noun() + ", or " + String.join(" or ", words.supported()));
        return number.flatMap(value -> within(interval, value))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** A real number, or a percentage such as {@code 5%}, within an interval. */
    Optional<Double> fraction(Interval interval) {
        String noun = interval.noun() + ", or a percentage such as 5%";
        Optional<BigDecimal> percent = raw().flatMap(NumberText::parsePercentage);
        return percent.or(() -> number(noun)).flatMap(number -> within(interval, number));
    }

    /** A number in Henon units that stands here in physical ones, within an interval. */
    Optional<Double> converted(Interval interval, double henon, String unit) {
        return Double.isFinite(henon) && interval.contains(henon)
                ? Optional.of(henon + 0.0)
                : refuse(
                        quoted() + " is " + Decimal.shortest(henon) + " " + unit + ", out of range",
                        "give " + interval.noun() + " " + unit);
    }

    private Optional<Double> within(Interval interval, BigDecimal number) {
        // Adding zero turns -0.0 into 0.0, so that equal numbers have equal texts.
        double value = number.doubleValue() + 0.0;
        return Double.isFinite(value) && interval.contains(value)
                ? Optional.of(value)
                : refuse(quoted() + " is out of range", "give " + interval.noun());
    }

    /** A whole number within bounds, both included. */
    Optional<Long> whole(long min, long max) {
        String noun = min == Long.MIN_VALUE && max == Long.MAX_VALUE
                ? "a whole number of 64 bits, from " + min + " to " + max
                : "a whole number from " + min + " to " + max;
        return number(noun).flatMap(number -> {
            if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
                return refuse(quoted() + " is not a whole number", "give " + noun);
            }
            boolean inRange =
                    number.compareTo(BigDecimal.valueOf(min)) >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0;
            return inRange
                    ? Optional.of(number.longValueExact())
                    : refuse(quoted() + " is out of range", "give " + noun);
        });
    }

    private Optional<BigDecimal> number(String noun) {
        String remedy = "give " + noun;
        Optional<String> text = scalar("a number", remedy);
        Optional<BigDecimal> number = text.flatMap(NumberText::parse);
        if (text.isEmpty() || (number.isPresent() && isPlain())) {
            return number;
        }
        if (number.isPresent()) {
            return refuse(quoted() + " is a text in quotes", "take the quotes away");
        }
        return text.get().matches("[-+]?\\d+,\\d+")
                ? refuse(
                        quoted() + " is not a number",
                        "write a decimal point: " + text.get().replace(',', '.'))
                : refuse(quoted() + " is not a number", remedy);
    }

    /** The items of a list that is not empty. */
    Optional<List<Item>> list(String remedy) {
        Optional<List<Item>> items = items(remedy);
        return items.isPresent() && items.get().isEmpty() ? refuse("is an empty list", remedy) : items;
    }

    /** The items of a list, which may be empty. */
    Optional<List<Item>> items(String remedy) {
        if (!(node instanceof SequenceNode sequence)) {
            return refuse(isEmpty() ? "is empty" : "must be a list", remedy);
        }
        List<Item> items = new ArrayList<>();
        for (Node child : sequence.getValue()) {
            items.add(new Item(complaints, key + "[" + (items.size() + 1) + "]", lineOf(child), child));
        }
        return Optional.of(items);
    }

    /** A mapping with the keys of a vocabulary; complains about all other keys. */
    Optional<Section> section(Vocabulary keys) {
        String remedy = "its keys are " + String.join(", ", keys.supported());
        if (!(node instanceof MappingNode mapping)) {
            return refuse(isEmpty() ? "is empty" : "must be a section of keys and values", remedy);
        }
        return Optional.of(Section.of(this, mapping, keys));
    }

    private Optional<String> scalar(String noun, String remedy) {
        if (!(node instanceof ScalarNode)) {
            return refuse("must be " + noun + ", not a " + (isList() ? "list" : "section"), remedy);
        }
        return isEmpty() ? refuse("is empty", remedy) : raw();
    }

    private boolean isEmpty() {
        return isPlain() && raw().filter(NULLS::contains).isPresent();
    }

    private boolean isPlain() {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    /** The value as a complaint shows it. */
    String quoted() {
        String text = raw().orElse("").strip().replaceAll("\\s+", " ");
        return "'" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text) + "'";
    }
}
