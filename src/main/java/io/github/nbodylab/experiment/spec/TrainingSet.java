package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The table made of the simulations.
 *
 * @param row what one row is
 * @param times for {@code simulation-time}: at which times, Henon units, rising, in (0, until]; else empty
 * @param inputs column names in order: parameters that vary, and the time of the row
 * @param target column name of the target: {@code mergers}
 * @param testFraction fraction of the design points that is held out, in (0, 1)
 */
public record TrainingSet(Row row, List<Double> times, List<String> inputs, String target, double testFraction) {

    public TrainingSet {
        requireNonNull(row, "row");
        times = List.copyOf(times);
        inputs = List.copyOf(inputs);
        requireNonNull(target, "target");
    }

    /**
     * How many design points are held out for the test: the fraction, rounded to the nearest, but one at least, and one
     * at least left for training.
     *
     * @param groups number of design points, 2 or more
     */
    public int testGroups(int groups) {
        return Math.max(1, Math.min(groups - 1, (int) Math.round(groups * testFraction)));
    }

    /** What one row of the table is. */
    public enum Row implements Named {
        /** A simulation at its end. */
        SIMULATION("simulation"),
        /** A simulation at one of the times; {@code time} is an input. */
        SIMULATION_TIME("simulation-time");

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
