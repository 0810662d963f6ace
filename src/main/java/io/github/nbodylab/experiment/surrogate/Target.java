// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;

/**
 * What is predicted.
 *
 * @param name of the column, such as {@code mergers}
 * @param kind what its values are
 * @param levels the classes in the order of their indices; empty unless the target is a class
 */
public record Target(String name, Kind kind, List<String> levels) {

    public Target {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        levels = List.copyOf(levels);
        if ((kind == Kind.CLASS) == levels.isEmpty() || new HashSet<>(levels).size() < levels.size()) {
            throw new IllegalArgumentException(
                    "the target '" + name + "' is a " + kind.text() + " with the classes " + levels);
        }
    }

    /** A real number. */
    public static Target real(String name) {
        return new Target(name, Kind.REAL, List.of());
    }

    /** A number of something. */
    public static Target count(String name) {
        return new Target(name, Kind.COUNT, List.of());
    }

    /** One of several classes. */
    public static Target ofClasses(String name, List<String> classes) {
        return new Target(name, Kind.CLASS, classes);
    }

    /** Whether it counts something. */
    public boolean isCount() {
        return kind == Kind.COUNT;
    }

    /** Whether it is one of several classes. */
    public boolean isClass() {
        return kind == Kind.CLASS;
    }

    /** What values of a target are. */
    public enum Kind implements Word {
        /** A real number. */
        REAL("real"),
        /** A whole number, 0 or more, of which models predict the mean. */
        COUNT("count"),
        /** One of several words, of which models predict the probabilities. */
        CLASS("class");

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
            return Word.of(values(), text, "kind of target");
        }
    }
}
