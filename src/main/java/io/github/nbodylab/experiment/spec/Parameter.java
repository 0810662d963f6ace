package io.github.nbodylab.experiment.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A parameter of a design point.
 *
 * @param name as a spec writes it
 * @param section the key under {@code simulate} that holds it
 * @param kind what its values are
 * @param reader reads one value, or complains
 * @param byDefault the value where a spec gives none; empty where it must
 * @param words for a word: the words; else none
 */
record Parameter(
        String name,
        String section,
        Kind kind,
        Function<Item, Optional<Value>> reader,
        Optional<Value> byDefault,
        Vocabulary words) {

    /** What the values of a parameter are. */
    enum Kind {
        WHOLE,
        REAL,
        WORD
    }

    static final long MOST_PARTICLES = 1_000_000;

    static final List<Parameter> ALL = List.of(
            new Parameter(
                    "particles",
                    "cluster",
                    Kind.WHOLE,
                    item -> item.whole(2, MOST_PARTICLES).map(Value.Whole::new),
                    Optional.empty(),
                    Language.NO_OPTIONS),
            word("profile", "cluster", Language.PROFILES, "plummer"),
            real("virialRatio", "cluster", Interval.ZERO_TO_BELOW_ONE, Optional.of(new Value.Real(0.5))),
            word("masses", "cluster", Language.MASSES, "equal"),
            word("criterion", "mergers", Language.CRITERIA, "sticky-sphere"),
            real("captureNumber", "mergers", Interval.ABOVE_ZERO, Optional.empty()));

    private static Parameter real(String name, String section, Interval interval, Optional<Value> byDefault) {
        return new Parameter(
                name,
                section,
                Kind.REAL,
                item -> item.real(interval).map(Value.Real::new),
                byDefault,
                Language.NO_OPTIONS);
    }

    private static Parameter word(String name, String section, Vocabulary words, String byDefault) {
        return new Parameter(
                name,
                section,
                Kind.WORD,
                item -> item.word(words).map(Value.Word::new),
                Optional.of(new Value.Word(byDefault)),
                words);
    }

    /** Reads one value of this parameter, or complains. */
    Optional<Value> value(Item item) {
        return reader.apply(item);
    }

    /** Where a spec has this parameter. */
    String key() {
        return "simulate." + section + "." + name;
    }
}
