package io.github.nbodylab.experiment.spec;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Reads {@code trainingSet.split.within}: bounds of inputs, beyond which groups are held out. */
final class WithinReader {

    private static final String BOUNDS = "give min, max or both, such as {max: 2}";

    private final List<String> inputs;
    private final Predicate<String> isNumber;
    private final BiFunction<String, Item, Optional<Double>> number;

    private WithinReader(
            List<String> inputs, Predicate<String> isNumber, BiFunction<String, Item, Optional<Double>> number) {
        this.inputs = inputs;
        this.isNumber = isNumber;
        this.number = number;
    }

    /** Of inputs that simulations have, whose bounds may be in physical units. */
    static WithinReader ofSimulations(List<String> inputs, Conversion conversion) {
        return new WithinReader(
                inputs,
                name -> parameter(name)
                        .filter(known -> known.kind() == Parameter.Kind.WORD)
                        .isEmpty(),
                (name, item) -> conversion.number(item, measure(name), Interval.ANY));
    }

    /** Of columns of a table from elsewhere, which tells itself whether they are numbers. */
    static WithinReader ofSource(List<String> inputs) {
        return new WithinReader(inputs, name -> true, (name, item) -> item.real(Interval.ANY));
    }

    private static Optional<Parameter> parameter(String name) {
        return Parameter.ALL.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private static Measure measure(String name) {
        return name.equals(InputsReader.TIME)
                ? Measure.TIME
                : parameter(name).map(Parameter::measure).orElse(Measure.NUMBER);
    }

    /**
     * Reads the bounds.
     *
     * @param split the section that may have them
     * @return by input; none where there are none, or no input could be read
     */
    SortedMap<String, TrainingSet.Bounds> read(Section split) {
        SortedMap<String, TrainingSet.Bounds> within = new TreeMap<>();
        if (!split.has("within") || inputs.isEmpty()) {
            return within;
        }
        Item item = split.item("within").orElseThrow();
        item.section(new Vocabulary(inputs, List.of())).ifPresent(bounds -> {
            if (bounds.isBlank()) {
                item.refuse("is empty", "bound an input, such as within: {" + inputs.get(0) + ": {max: 2}}");
            }
            for (String name : bounds.keys()) {
                bounds.item(name).flatMap(known -> bounds(name, known)).ifPresent(known -> within.put(name, known));
            }
        });
        return within;
    }

    private Optional<TrainingSet.Bounds> bounds(String name, Item item) {
        if (!isNumber.test(name)) {
            return item.refuse("'" + name + "' is a word, and has no bounds", "bound an input that is a number");
        }
        Optional<Section> section = item.section(Language.BOUNDS);
        if (section.filter(known -> known.has("min") || known.has("max")).isEmpty()) {
            return section.flatMap(known -> item.refuse("has no bound", BOUNDS));
        }
        Optional<Double> min = bound(name, section.get(), "min", Double.NEGATIVE_INFINITY);
        Optional<Double> max = bound(name, section.get(), "max", Double.POSITIVE_INFINITY);
        if (min.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        return min.get() < max.get()
                ? Optional.of(new TrainingSet.Bounds(min.get(), max.get()))
                : item.refuse(
                        "min " + Decimal.shortest(min.get()) + " is not below max " + Decimal.shortest(max.get()),
                        "give a min below the max");
    }

    private Optional<Double> bound(String name, Section section, String key, double none) {
        return section.has(key) ? section.item(key).flatMap(item -> number.apply(name, item)) : Optional.of(none);
    }
}
