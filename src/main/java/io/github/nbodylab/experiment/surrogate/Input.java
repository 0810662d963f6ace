// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An input of a model and how the model sees it.
 *
 * @param name of the column, such as {@code particles}
 * @param kind what its values are
 * @param log whether the model sees its natural logarithm; never for a category
 * @param mean what is subtracted, after the logarithm; 0 where nothing is
 * @param deviation what is divided by then, above 0; 1 where nothing is
 * @param min lowest value among the rows that the model was fitted to, as it is (no logarithm); 0 for a category
 * @param max highest value among them; 0 for a category
 * @param levels words of a category in the order of their indices; empty for a number
 */
public record Input(
        String name,
        Kind kind,
        boolean log,
        double mean,
        double deviation,
        double min,
        double max,
        List<String> levels) {

    public Input {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        levels = List.copyOf(levels);
        if (!(deviation > 0) || !Double.isFinite(mean) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException(
                    "the input '" + name + "' cannot be scaled by mean " + mean + " and deviation " + deviation);
        }
        if ((kind == Kind.CATEGORY) == levels.isEmpty() || (kind == Kind.CATEGORY && log)) {
            throw new IllegalArgumentException("the input '" + name + "' is a " + kind.text() + " with the levels "
                    + levels + (log ? " and a logarithm" : ""));
        }
    }

    /** A category of the given words, which no model scales. */
    public static Input category(String name, List<String> levels) {
        return new Input(name, Kind.CATEGORY, false, 0, 1, 0, 0, levels);
    }

    /** Whether the input is a word of a list. */
    public boolean isCategory() {
        return kind == Kind.CATEGORY;
    }

    /**
     * The value as the model sees it.
     *
     * @param raw a number in the units of the training set, or the index of a level
     * @return the (logarithm of the) number less the mean, over the deviation; the index of a level as it is
     * @throws IllegalArgumentException if it is not finite, not positive under a logarithm, or not the index of a level
     */
    public double scale(double raw) {
        if (isCategory()) {
            if (!(raw >= 0 && raw < levels.size() && raw == StrictMath.rint(raw))) {
                throw new IllegalArgumentException(
                        "the input '" + name + "' is an index into " + levels + ", which " + raw + " is not");
            }
            return raw;
        }
        if (!Double.isFinite(raw)) {
            throw new IllegalArgumentException("the input '" + name + "' must be a finite number, not " + raw);
        }
        if (log && !(raw > 0)) {
            throw new IllegalArgumentException(
                    "the input '" + name + "' must be above 0 because the model sees its logarithm, not " + raw);
        }
        return ((log ? StrictMath.log(raw) : raw) - mean) / deviation;
    }

    /** What values of an input are. */
    public enum Kind implements Word {
        /** A real number. */
        REAL("real"),
        /** A whole number. */
        WHOLE("whole"),
        /** A word of a list. */
        CATEGORY("category");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The name in files. */
        @Override
        public String text() {
            return text;
        }

        /**
         * The kind of that name in files.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(String text) {
            return Word.of(values(), text, "kind of input");
        }
    }
}
