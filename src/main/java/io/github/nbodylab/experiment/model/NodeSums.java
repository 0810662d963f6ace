package io.github.nbodylab.experiment.model;

/** Sums over the rows of a tree's node, about its mean, so that large outcomes lose no digits. */
final class NodeSums {

    private final double[][] outcomes;
    private final double[] means;
    private final int size;
    private final boolean pure;

    /**
     * The sums of a node.
     *
     * @param order of rows, those of the node from low to below high
     * @param copies {@code int[n]}, how often each row counts
     */
    NodeSums(TreeRows rows, int[] order, int[] copies, int low, int high) {
        outcomes = rows.outcomes();
        means = new double[rows.outputs()];
        double[] first = outcomes[order[low]];
        int count = 0;
        boolean same = true;
        for (int i = low; i < high; i++) {
            int row = order[i];
            count += copies[row];
            for (int k = 0; k < means.length; k++) {
                means[k] += copies[row] * (outcomes[row][k] - first[k]);
                same &= outcomes[row][k] == first[k];
            }
        }
        for (int k = 0; k < means.length; k++) {
            means[k] = first[k] + means[k] / count;
        }
        size = count;
        pure = same;
    }

    /** How many rows there are, repeated ones counted. */
    int size() {
        return size;
    }

    /** Whether all rows have one outcome. */
    boolean isPure() {
        return pure;
    }

    /** The mean of each output, {@code double[outputs]}. */
    double[] means() {
        return means.clone();
    }

    /** Adds a row's outcomes, about the means. */
    void add(double[] sums, int row, int copies) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += copies * (outcomes[row][k] - means[k]);
        }
    }

    /**
     * By how much a cut lowers the sum of squares.
     *
     * @param left sums by {@link #add} over the rows that go left
     * @param count how many those are
     */
    double score(double[] left, int count) {
        double score = 0;
        for (double sum : left) {
            score += sum * sum * (1.0 / count + 1.0 / (size - count));
        }
        return score;
    }
}
