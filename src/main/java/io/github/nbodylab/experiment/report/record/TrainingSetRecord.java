package io.github.nbodylab.experiment.report.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The training set, as a record keeps it.
 *
 * @param rows on each side: {@code train}, {@code test}, {@code beyond}
 * @param groups on each side
 * @param effective how many groups of equal size say as much as those of each side (Kish); none in older records
 * @param runs {@code completed} and {@code failed}; empty for a table that no simulation made
 * @param censored rows left out because a simulation ended too early, by why
 * @param dropped other rows left out, by why
 * @param testFraction the part of the groups that is held out for the test
 * @param within bounds of inputs that the other rows keep
 * @param source where a table from elsewhere is; absent where simulations made it
 * @param inputs their distributions
 * @param inputsLeftOut how many further inputs there are
 * @param targets their distributions
 */
public record TrainingSetRecord(
        Map<String, Long> rows,
        Map<String, Long> groups,
        Map<String, Double> effective,
        Map<String, Long> runs,
        Map<String, Long> censored,
        Map<String, Long> dropped,
        double testFraction,
        List<Bound> within,
        Optional<Source> source,
        List<Distribution> inputs,
        long inputsLeftOut,
        List<Distribution> targets) {

    /** How many groups of equal size say as much as those of a side; 0 where there are none. */
    public double effectiveGroups(String side) {
        return effective.getOrDefault(side, (double) groups.getOrDefault(side, 0L));
    }

    /** Bounds of an input; NaN where there is none. */
    public record Bound(String input, double min, double max) {}

    /** A table from elsewhere: its file, part of it and column of groups (empty if there are none), and its SHA-256. */
    public record Source(String file, String table, String group, String missing, String digest) {}

    /**
     * How a column is distributed.
     *
     * @param levels words, or few numbers; empty where there are bins
     * @param edges of bins, one more than there are bins; empty where there are levels
     * @param log whether bins are equal in the logarithm
     * @param counts in each bin or level, by side
     * @param medians by side; none for words
     * @param min lowest value; NaN for words
     * @param max highest value; NaN for words
     * @param outside how many values lie outside of all bins
     * @param missing how many rows have none
     */
    public record Distribution(
            String name,
            String unit,
            List<String> levels,
            List<Double> edges,
            boolean log,
            Map<String, List<Long>> counts,
            Map<String, Double> medians,
            double min,
            double max,
            long outside,
            long missing) {

        /** Bins or levels. */
        public int size() {
            return levels.isEmpty() ? edges.size() - 1 : levels.size();
        }

        /** The part of a side's values that each bin or level has; zeros of a side without rows. */
        public double[] shares(String side) {
            List<Long> own = counts.getOrDefault(side, List.of());
            double all = own.stream().mapToLong(Long::longValue).sum();
            double[] shares = new double[size()];
            for (int i = 0; i < own.size() && all > 0; i++) {
                shares[i] = own.get(i) / all;
            }
            return shares;
        }
    }
}
