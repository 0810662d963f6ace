package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Grows one tree, which cuts each node where the sum of squares of all outputs falls most: for one number that of a
 * regression tree, for classes as zeros and ones the Gini impurity (Breiman et al. 1984). Smile's trees look at a hundred
 * thresholds only, join sister leaves of one class and with them their shares, draw columns from a state of the thread, and
 * keep their thresholds to themselves.
 */
final class TreeGrower {

    private final TreeRows rows;
    private final int maxDepth;
    private final int minLeaf;
    private final int features;
    private final int[] copies;
    private final UniformRandomProvider random;
    private final int[][] order;
    private final int[] buffer;

    private final List<Integer> columns = new ArrayList<>();
    private final List<Double> thresholds = new ArrayList<>();
    private final List<Integer> rights = new ArrayList<>();
    private final List<double[]> leaves = new ArrayList<>();

    private TreeGrower(
            TreeRows rows, int maxDepth, int minLeaf, int features, int[] copies, UniformRandomProvider random) {
        this.rows = rows;
        this.maxDepth = maxDepth;
        this.minLeaf = minLeaf;
        this.features = features;
        this.copies = copies;
        this.random = random;
        this.order = IntStream.range(0, rows.columns())
                .mapToObj(c -> Arrays.stream(rows.order(c))
                        .filter(row -> copies[row] > 0)
                        .toArray())
                .toArray(int[][]::new);
        this.buffer = new int[order[0].length];
    }

    /**
     * Grows a tree.
     *
     * @param maxDepth cuts from the root to a leaf at most
     * @param minLeaf rows in a leaf at least, repeated ones counted
     * @param features how many columns each cut may choose from, of those that vary in its node
     * @param copies {@code int[n]}, how often each row was drawn, one row at least
     * @param random draws the columns
     */
    static Tree grow(
            TreeRows rows, int maxDepth, int minLeaf, int features, int[] copies, UniformRandomProvider random) {
        TreeGrower grower = new TreeGrower(rows, maxDepth, minLeaf, features, copies, random);
        grower.node(0, grower.buffer.length, 0);
        return new Tree(
                grower.columns.stream().mapToInt(Integer::intValue).toArray(),
                grower.thresholds.stream().mapToDouble(Double::doubleValue).toArray(),
                grower.rights.stream().mapToInt(Integer::intValue).toArray(),
                grower.leaves.toArray(double[][]::new));
    }

    /** The node of the rows from low to below high in every order, and all below it, left first. */
    private void node(int low, int high, int depth) {
        NodeSums node = new NodeSums(rows, order[0], copies, low, high);
        Cut cut = depth < maxDepth && !node.isPure() && node.size() >= 2 * minLeaf ? best(node, low, high) : null;
        if (cut == null) {
            columns.add(-1);
            thresholds.add(0.0);
            rights.add(leaves.size());
            leaves.add(node.means());
            return;
        }
        int at = columns.size();
        columns.add(cut.column);
        thresholds.add(cut.threshold);
        rights.add(0);
        IntPredicate goesLeft = row -> rows.points()[row][cut.column] <= cut.threshold;
        int middle = low;
        for (int[] sorted : order) {
            middle = part(sorted, low, high, goesLeft);
        }
        node(low, middle, depth + 1);
        rights.set(at, columns.size());
        node(middle, high, depth + 1);
    }

    /** The best cut by columns drawn at random; null if none lowers the sum of squares. */
    private Cut best(NodeSums node, int low, int high) {
        Cut best = null;
        int[] drawn = IntStream.range(0, order.length).toArray();
        int tried = 0;
        for (int c = 0; c < drawn.length && tried < features; c++) {
            int other = c + random.nextInt(drawn.length - c);
            int column = drawn[other];
            drawn[other] = drawn[c];
            double[][] points = rows.points();
            if (points[order[column][low]][column] < points[order[column][high - 1]][column]) {
                tried++;
                Cut cut = best(node, column, low, high);
                best = cut != null && (best == null || cut.score > best.score) ? cut : best;
            }
        }
        return best;
    }

    private Cut best(NodeSums node, int column, int low, int high) {
        int[] sorted = order[column];
        Cut best = null;
        double least = 0;
        double[] left = new double[rows.outputs()];
        int count = 0;
        for (int i = low; i + 1 < high; i++) {
            count += copies[sorted[i]];
            node.add(left, sorted[i], copies[sorted[i]]);
            double here = rows.points()[sorted[i]][column];
            double next = rows.points()[sorted[i + 1]][column];
            if (here < next && count >= minLeaf && node.size() - count >= minLeaf) {
                double score = node.score(left, count);
                if (score > least) {
                    least = score;
                    best = new Cut(column, between(here, next), score);
                }
            }
        }
        return best;
    }

    private static double between(double here, double next) {
        double middle = 0.5 * here + 0.5 * next;
        return middle < next ? middle : here;
    }

    /** Brings the rows that go left before the others, both in their order; where the others begin. */
    private int part(int[] sorted, int low, int high, IntPredicate goesLeft) {
        int left = low;
        int right = 0;
        for (int i = low; i < high; i++) {
            if (goesLeft.test(sorted[i])) {
                sorted[left++] = sorted[i];
            } else {
                buffer[right++] = sorted[i];
            }
        }
        System.arraycopy(buffer, 0, sorted, left, right);
        return left;
    }

    /**
     * A way to part a node.
     *
     * @param threshold up to which rows go left
     * @param score by how much that lowers the sum of squares
     */
    private record Cut(int column, double threshold, double score) {}
}
