package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what a parameter may be: one value, {@code {values: [...]}}, or {@code {min, max, distribution}}. */
final class AxisReader {

    private static final String FORMS = "give one value, {values: [...]}, or {min: ..., max: ...}";

    private final Parameter parameter;
    private final Conversion conversion;

    AxisReader(Parameter parameter, Conversion conversion) {
        this.parameter = parameter;
        this.conversion = conversion;
    }

    Optional<Axis> read(Item item) {
        if (item.isList()) {
            return item.refuse("must not be a bare list", "write {values: [...]}");
        }
        if (!item.isMapping()) {
            return value(item).map(Axis.Fixed::new);
        }
        Optional<String> word = wordAsKey((MappingNode) item.node());
        if (word.isPresent()) {
            return item.refuse(
                    "'" + word.get() + "' is a word, not a key",
                    "write " + parameter.name() + ": " + word.get() + ", and what belongs to it as keys beside "
                            + parameter.name());
        }
        return item.section(Language.AXIS).flatMap(this::form);
    }

    /** A word that stands as if it were a key with options of its own. */
    private Optional<String> wordAsKey(MappingNode mapping) {
        return mapping.getValue().stream()
                .map(NodeTuple::getKeyNode)
                .map(key -> key instanceof ScalarNode name ? name.getValue() : "")
                .filter(parameter.words()::supports)
                .findFirst();
    }

    private Optional<Value> value(Item item) {
        return parameter.value(item, conversion);
    }

    private Optional<Axis> form(Section section) {
        if (section.has("values")) {
            return section.keys().size() == 1
                    ? section.item("values").flatMap(this::choice)
                    : section.self().refuse("has both values and a range", FORMS);
        }
        if (!section.has("min") && !section.has("max")) {
            section.missing("values", FORMS);
            return Optional.empty();
        }
        if (parameter.kind() == Parameter.Kind.WORD) {
            return section.self().refuse("is a word, so it has no range", "give one word, or {values: [...]}");
        }
        return range(section);
    }

    private Optional<Axis> choice(Item item) {
        Optional<List<Item>> items = item.list("give one value at least");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Value> values = new ArrayList<>();
        for (Item each : items.get()) {
            Optional<Value> value = value(each);
            if (value.filter(values::contains).isPresent()) {
                each.refuse("'" + value.get().text() + "' stands there twice", "name each value once");
            }
            value.ifPresent(values::add);
        }
        if (values.size() < items.get().size()) {
            return Optional.empty();
        }
        return Optional.of(values.size() == 1 ? new Axis.Fixed(values.get(0)) : new Axis.Choice(values));
    }

    private Optional<Axis> range(Section section) {
        Optional<Value> min = section.required("min", FORMS).flatMap(this::value);
        Optional<Value> max = section.required("max", FORMS).flatMap(this::value);
        Optional<Axis.Distribution> distribution = section.has("distribution")
                ? section.item("distribution")
                        .flatMap(item -> item.constant(Axis.Distribution.values(), Language.DISTRIBUTIONS))
                : Optional.of(Axis.Distribution.UNIFORM);
        if (min.isEmpty() || max.isEmpty() || distribution.isEmpty()) {
            return Optional.empty();
        }
        return range(section.self(), min.get(), max.get(), distribution.get());
    }

    private Optional<Axis> range(Item item, Value min, Value max, Axis.Distribution distribution) {
        if (min.asDouble() > max.asDouble()) {
            return item.refuse("min " + min.text() + " is above max " + max.text(), "exchange them");
        }
        if (min.equals(max)) {
            return item.refuse("min and max are both " + min.text(), "give the one value: " + min.text());
        }
        if (distribution == Axis.Distribution.LOG_UNIFORM && min.asDouble() <= 0) {
            return item.refuse("a log-uniform range cannot start at " + min.text(), "give a min above 0");
        }
        boolean whole = parameter.kind() == Parameter.Kind.WHOLE;
        return Optional.of(new Axis.Range(min.asDouble(), max.asDouble(), distribution, whole));
    }
}
