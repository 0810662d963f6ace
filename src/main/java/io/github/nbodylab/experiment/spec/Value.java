package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

/** One value of a parameter: a real number, a whole number or a word. */
public sealed interface Value {

    /** The value as it stands in YAML, JSON and CSV: shortest digits, no locale. */
    String text();

    /**
     * A real number.
     *
     * @param number finite
     */
    record Real(double number) implements Value {
        public Real {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not a finite number: " + number);
            }
        }

        @Override
        public String text() {
            return Decimal.shortest(number);
        }
    }

    /**
     * A whole number, such as a number of particles.
     *
     * @param number any
     */
    record Whole(long number) implements Value {
        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    /**
     * A category, such as a density profile.
     *
     * @param word its name in the spec language
     */
    record Word(String word) implements Value {
        public Word {
            requireNonNull(word, "word");
        }

        @Override
        public String text() {
            return word;
        }
    }

    /**
     * The value as a number.
     *
     * @throws IllegalStateException for a word
     */
    default double asDouble() {
        if (this instanceof Real real) {
            return real.number();
        }
        if (this instanceof Whole whole) {
            return whole.number();
        }
        throw new IllegalStateException("a category has no number: " + text());
    }
}
