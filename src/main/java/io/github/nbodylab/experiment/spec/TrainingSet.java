package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The table made of the simulations, or of a table from elsewhere.
 *
 * @param row what one row is
 * @param times for {@code simulation-time}: at which times, Henon units, rising, in (0, until]; else empty
 * @param inputs column names in order: parameters that vary, and the time of the row; or columns of the table
 * @param target column name of the target: {@code mergers}; or that of the table, several joined by a comma and a blank
 * @param testFraction fraction of the groups that is held out, in (0, 1)
 */
public record TrainingSet(Row row, List<Double> times, List<String> inputs, String target, double testFraction) {

    public TrainingSet {
        requireNonNull(row, "row");
        times = List.copyOf(times);
        inputs = List.copyOf(inputs);
        requireNonNull(target, "target");
    }

    /**
     * Of a table from elsewhere.
     *
     * @param inputs columns in order
     * @param targets columns
     * @param testFraction fraction of the groups that is held out, in (0, 1)
     */
    static TrainingSet ofSource(List<String> inputs, List<String> targets, double testFraction) {
        return new TrainingSet(Row.SOURCE, List.of(), inputs, String.join(", ", targets), testFraction);
    }

    /**
     * How many groups, such as design points, are held out for the test: the fraction, rounded to the nearest, but one at least, and one
     * at least left for training.
     *
     * @param groups how many there are, 2 or more
     */
    public int testGroups(int groups) {
        return Math.max(1, Math.min(groups - 1, (int) Math.round(groups * testFraction)));
    }

    /** What one row of the table is. */
    public enum Row implements Named {
        /** A simulation at its end. */
        SIMULATION("simulation"),
        /** A simulation at one of the times; {@code time} is an input. */
        SIMULATION_TIME("simulation-time"),
        /** A row of a table from elsewhere; no word of the language. */
        SOURCE("source");

        private final String specName;

        Row(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }
}
