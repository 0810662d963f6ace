// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.ArrayList;
import java.util.List;

/**
 * The mean of trees: of their numbers, or of their probabilities. To the latter half a tree for each class is added, so that
 * no class is impossible because no tree has seen it near a point.
 */
final class ForestForm implements Form {

    private final List<Tree> trees;
    private final int outputs;
    private final double prior;

    private ForestForm(List<Tree> trees, int outputs, double prior) {
        this.trees = List.copyOf(trees);
        this.outputs = outputs;
        this.prior = prior;
    }

    /**
     * Reads the trees.
     *
     * @param target of the forest
     */
    static ForestForm read(Fields model, List<Input> inputs, Target target) {
        int outputs = target.isClass() ? target.levels().size() : 1;
        int columns = Features.columns(inputs).length;
        List<Tree> trees = new ArrayList<>();
        for (Fields tree : model.objects("trees")) {
            trees.add(Tree.read(tree, columns, outputs));
        }
        if (trees.isEmpty()) {
            throw new IllegalArgumentException("it has no trees");
        }
        return new ForestForm(trees, outputs, target.isClass() ? 0.5 : 0);
    }

    @Override
    public double[] outputs(List<Input> inputs, double[] raw) {
        double[] point = Features.oneHot(inputs, raw);
        double[] mean = new double[outputs];
        for (Tree tree : trees) {
            double[] leaf = tree.leaf(point);
            for (int k = 0; k < outputs; k++) {
                mean[k] += leaf[k];
            }
        }
        for (int k = 0; k < outputs; k++) {
            mean[k] = (mean[k] + prior) / (trees.size() + outputs * prior);
        }
        return mean;
    }
}
