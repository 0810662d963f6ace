package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table made of the simulations, or of a table from elsewhere.
 *
 * @param row what one row is
 * @param times for {@code simulation-time}: at which times, Henon units, rising, in (0, until]; else empty
 * @param window the times that features and targets of other rows are of
 * @param inputs column names in order: parameters that vary, the time of the row, and features of its kind; or columns of
 *     the table
 * @param targets column names of the targets, one or several, as {@link RowColumns#outcomes} has them; or columns of the
 *     table
 * @param splitBy what is kept together on one side of the split
 * @param testFraction fraction of the groups that is held out, in (0, 1)
 * @param within inputs that are numbers to the bounds that rows must keep to; a group with a row beyond them is held out
 *     beyond, and the fraction is one of the others
 */
public record TrainingSet(
        Row row,
        List<Double> times,
        Window window,
        List<String> inputs,
        List<String> targets,
        SplitBy splitBy,
        double testFraction,
        SortedMap<String, Bounds> within) {

    public TrainingSet {
        requireNonNull(row, "row");
        times = List.copyOf(times);
        requireNonNull(window, "window");
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        requireNonNull(splitBy, "splitBy");
        within = Collections.unmodifiableSortedMap(new TreeMap<>(within));
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a table has one target at least");
        }
    }

    /** One of which no row is held out beyond. */
    public TrainingSet(
            Row row,
            List<Double> times,
            Window window,
            List<String> inputs,
            List<String> targets,
            SplitBy splitBy,
            double testFraction) {
        this(row, times, window, inputs, targets, splitBy, testFraction, new TreeMap<>());
    }

    /** The same with rows held out beyond bounds of inputs. */
    public TrainingSet within(SortedMap<String, Bounds> bounds) {
        return new TrainingSet(row, times, window, inputs, targets, splitBy, testFraction, bounds);
    }

    /**
     * Of a table from elsewhere.
     *
     * @param inputs columns in order
     * @param targets columns
     * @param splitBy what is kept together: a group or a row
     * @param testFraction fraction of the groups that is held out, in (0, 1)
     */
    static TrainingSet ofSource(List<String> inputs, List<String> targets, SplitBy splitBy, double testFraction) {
        return new TrainingSet(Row.SOURCE, List.of(), Window.NONE, inputs, targets, splitBy, testFraction);
    }

    /**
     * How many groups, such as design points, are held out for the test: the fraction, rounded to the nearest, but one at
     * least, and one at least left for training.
     *
     * @param groups how many there are, 2 or more
     */
    public int testGroups(int groups) {
        return Math.max(1, Math.min(groups - 1, (int) Math.round(groups * testFraction)));
    }

    /**
     * The targets, each with what it is.
     *
     * @throws java.util.NoSuchElementException if they are columns of a table from elsewhere, which tells what they are
     */
    public List<Outcome> outcomes() {
        return targets.stream()
                .map(name -> RowColumns.outcome(row, name).orElseThrow())
                .toList();
    }

    /**
     * Where the values of an input lie, the bounds included.
     *
     * @param min -Infinity for none
     * @param max Infinity for none
     */
    public record Bounds(double min, double max) {

        public Bounds {
            if (!(min < max)) {
                throw new IllegalArgumentException("the bounds are " + min + " and " + max);
            }
        }

        /** Whether a value lies between them. */
        public boolean contains(double value) {
            return value >= min && value <= max;
        }
    }

    /**
     * Times that rows look from and to, Henon units.
     *
     * @param at of the snapshot from which the features of black holes are; empty with other rows
     * @param before until when {@code merges} looks for a merger; empty without that target
     * @param lead how long after the row a place is looked up or mergers are counted; empty where no target needs it
     */
    public record Window(OptionalDouble at, OptionalDouble before, OptionalDouble lead) {

        /** Of rows that have no such times. */
        public static final Window NONE =
                new Window(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

        public Window {
            requireNonNull(at, "at");
            requireNonNull(before, "before");
            requireNonNull(lead, "lead");
        }
    }

    /** What one row of the table is. */
    public enum Row implements Named {
        /** A simulation at its end. */
        SIMULATION("simulation"),
        /** A simulation at one of the times; {@code time} is an input. */
        SIMULATION_TIME("simulation-time"),
        /** A black hole in a snapshot. */
        BLACK_HOLE("black-hole"),
        /** A merger. */
        MERGER("merger"),
        /** A snapshot of a simulation. */
        SNAPSHOT("snapshot"),
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

        /** Whether the rows are made of the files of snapshots. */
        public boolean readsSnapshots() {
            return this == BLACK_HOLE || this == SNAPSHOT;
        }
    }

    /** What is kept together on one side of the split. */
    public enum SplitBy implements Named {
        /** A design point with all its replicates. */
        DESIGN_POINT("design-point"),
        /** A simulation: replicates are independent, but models are then not tested on parameters they have not seen. */
        SIMULATION("simulation"),
        /** The rows of a table from elsewhere that have the same value in its column of groups. */
        GROUP("group"),
        /** A row of a table from elsewhere for itself. */
        ROW("row");

        private final String specName;

        SplitBy(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }
}
