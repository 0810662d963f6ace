package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

/**
 * Something that rows of one kind can have as a target.
 *
 * @param name such as {@code timeToNext}; a word of the language
 * @param unit such as {@code Henon time}; {@code 1} for a pure number
 * @param kind what its values are
 * @param ofMergers whether there is none without mergers
 */
public record Outcome(String name, String unit, Kind kind, boolean ofMergers) {

    public Outcome {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(kind, "kind");
    }

    /** What the values of an outcome are. */
    public enum Kind {
        /** A real number. */
        REAL,
        /** A whole number, 0 or more. */
        COUNT,
        /** {@code no} or {@code yes}. */
        CLASS
    }
}
