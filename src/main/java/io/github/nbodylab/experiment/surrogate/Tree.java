// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.Arrays;

/** A decision tree as arrays, which it keeps: node 0 is the root, and the left child of a node is the next one. */
public final class Tree {

    private final int[] features;
    private final double[] thresholds;
    private final int[] rights;
    private final double[][] leaves;

    /**
     * Keeps the arrays it is given.
     *
     * @param features the column that each node looks at; -1 for a leaf
     * @param thresholds up to which a value goes left; 0 for a leaf
     * @param rights the right child of each node; of a leaf, its position among the leaves
     * @param leaves {@code double[leaves][outputs]}
     */
    public Tree(int[] features, double[] thresholds, int[] rights, double[][] leaves) {
        this.features = features;
        this.thresholds = thresholds;
        this.rights = rights;
        this.leaves = leaves;
    }

    /** The column that each node looks at, -1 for a leaf; not to be changed. */
    public int[] features() {
        return features;
    }

    /** Up to which a value goes left; not to be changed. */
    public double[] thresholds() {
        return thresholds;
    }

    /** The right child of each node, or the position of the leaf; not to be changed. */
    public int[] rights() {
        return rights;
    }

    /** {@code double[leaves][outputs]}, not to be changed. */
    public double[][] leaves() {
        return leaves;
    }

    static Tree read(Fields tree, int columns, int outputs) {
        double[] thresholds = tree.numbers("thresholds");
        int nodes = thresholds.length;
        int[] features = wholes(tree.numbers("features", nodes));
        int[] rights = wholes(tree.numbers("rights", nodes));
        double[] flat = tree.numbers("leaves");
        double[][] leaves = new double[flat.length / outputs][];
        for (int l = 0; l < leaves.length; l++) {
            leaves[l] = Arrays.copyOfRange(flat, l * outputs, (l + 1) * outputs);
        }
        for (int i = 0; i < nodes; i++) {
            boolean sound = features[i] < 0
                    ? rights[i] >= 0 && rights[i] < leaves.length
                    : features[i] < columns && rights[i] > i + 1 && rights[i] < nodes;
            if (!sound) {
                throw new IllegalArgumentException("node " + i + " of a tree leads nowhere");
            }
        }
        if (nodes == 0 || features[nodes - 1] >= 0) {
            throw new IllegalArgumentException("a tree does not end in a leaf");
        }
        return new Tree(features, thresholds, rights, leaves);
    }

    private static int[] wholes(double[] numbers) {
        return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
    }

    /** The leaf at a point, {@code double[columns]}: {@code double[outputs]}, not to be changed. */
    public double[] leaf(double[] point) {
        int node = 0;
        while (features[node] >= 0) {
            node = point[features[node]] <= thresholds[node] ? node + 1 : rights[node];
        }
        return leaves[rights[node]];
    }
}
