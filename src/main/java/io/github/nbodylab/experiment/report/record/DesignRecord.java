package io.github.nbodylab.experiment.report.record;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The points at which an experiment looks, as its record keeps them.
 *
 * @param method by which the design was chosen; empty for a table that no simulation made
 * @param replicates simulations of each point; 0 for such a table
 * @param points how many there are
 * @param every first, second, third, ... of which is kept, and those with failures
 * @param inputs that vary, at the points kept
 * @param leftOut names of further inputs that vary
 * @param test indices of the points kept that are held out for the test
 * @param beyond those held out beyond bounds
 * @param other those whose runs have no row, or rows on several sides
 * @param failed those with failed runs
 * @param added those kept beside the evenly taken ones, for their failed runs; none in older records
 * @param failures by input; none where no run failed
 */
public record DesignRecord(
        String method,
        long replicates,
        long points,
        long every,
        List<PointInput> inputs,
        List<String> leftOut,
        List<Integer> test,
        List<Integer> beyond,
        List<Integer> other,
        List<Integer> failed,
        List<Integer> added,
        List<Failures> failures) {

    /** An input at the points kept: its numbers, or the indices of its levels; NaN where it has none. */
    public record PointInput(String name, String unit, boolean log, List<String> levels, List<Double> values) {}

    /** Runs and failed runs of an input in ranges, or at each of its levels. */
    public record Failures(String input, List<String> levels, List<Range> ranges) {}

    /** One of them; the ends are NaN for a level. */
    public record Range(double low, double high, long runs, long failed) {

        /** The part of the runs that failed. */
        public double share() {
            return runs == 0 ? 0 : (double) failed / runs;
        }
    }

    /** How many points are kept. */
    public int kept() {
        return inputs.isEmpty() ? 0 : inputs.get(0).values().size();
    }

    /** Indices of the points kept that are evenly taken, so that they stand for all. */
    public List<Integer> even() {
        return IntStream.range(0, kept())
                .filter(point -> !added.contains(point))
                .boxed()
                .toList();
    }

    /** Whether a design chose the points. */
    public boolean isSimulated() {
        return !method.isEmpty();
    }
}
