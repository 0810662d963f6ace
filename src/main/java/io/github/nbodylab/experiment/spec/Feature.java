package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

/**
 * A column that rows of one kind have besides the parameters of their simulation.
 *
 * @param name such as {@code localDensity}; a word of the language
 * @param unit such as {@code Henon length}; {@code 1} for a pure number
 * @param form what its values are
 * @param common whether it is an input where the spec names none; components of vectors are not, for no law of a cluster
 *     depends on how its axes lie
 */
public record Feature(String name, String unit, Form form, boolean common) {

    public Feature {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(form, "form");
    }

    /** What the values of a feature are. */
    public enum Form {
        /** A whole number. */
        WHOLE,
        /** A real number. */
        REAL,
        /** A real number that spans decades, of which models see the logarithm where it is above 0 in all rows. */
        SCALE
    }
}
