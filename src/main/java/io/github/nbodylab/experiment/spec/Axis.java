package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a parameter may be over an ensemble: one value, a list of values, or a range. */
public sealed interface Axis {

    /** Whether the parameter is the same in every simulation. */
    default boolean isFixed() {
        return this instanceof Fixed;
    }

    /** The values of a list, or both ends of a range. */
    default List<Value> extremes() {
        if (this instanceof Fixed fixed) {
            return List.of(fixed.value());
        }
        if (this instanceof Choice choice) {
            return choice.values();
        }
        Range range = (Range) this;
        return List.of(new Value.Real(range.min()), new Value.Real(range.max()));
    }

    /**
     * One value for all simulations.
     *
     * @param value the value
     */
    record Fixed(Value value) implements Axis {
        public Fixed {
            requireNonNull(value, "value");
        }
    }

    /**
     * A list of values, each as likely as the others.
     *
     * @param values at least one, all different
     */
    record Choice(List<Value> values) implements Axis {
        public Choice {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a list of values needs one at least");
            }
        }
    }

    /**
     * A range.
     *
     * @param min lowest value, included
     * @param max highest value, included for whole numbers
     * @param distribution how values spread over it
     * @param whole whether only whole numbers are meant
     */
    record Range(double min, double max, Distribution distribution, boolean whole) implements Axis {
        public Range {
            requireNonNull(distribution, "distribution");
            if (!(min < max)) {
                throw new IllegalArgumentException("min must be below max: " + min + ", " + max);
            }
            if (distribution == Distribution.LOG_UNIFORM && !(min > 0)) {
                throw new IllegalArgumentException("a log-uniform range starts above 0, not at " + min);
            }
        }
    }

    /** How values spread over a range. */
    enum Distribution implements Named {
        /** Evenly. */
        UNIFORM("uniform"),
        /** Evenly in the logarithm; models then see the logarithm of the input. */
        LOG_UNIFORM("log-uniform");

        private final String specName;

        Distribution(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }
}
