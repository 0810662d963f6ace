package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.surrogate.Target;

/**
 * Something that rows of one kind can have as a target.
 *
 * @param name such as {@code timeToNext}; a word of the language
 * @param unit such as {@code Henon time}; {@code 1} for a pure number
 * @param kind what its values are; a class is {@code no} or {@code yes}
 * @param ofMergers whether there is none without mergers
 */
public record Outcome(String name, String unit, Target.Kind kind, boolean ofMergers) {

    public Outcome {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(kind, "kind");
    }
}
