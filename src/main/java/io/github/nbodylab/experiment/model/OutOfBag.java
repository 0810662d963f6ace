package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Tree;
import java.util.List;

/** How well trees predict rows that they were not grown on. */
final class OutOfBag {

    private OutOfBag() {}

    /**
     * The error of each row's mean over the trees that have not seen it.
     *
     * @param copies of each tree, {@code int[n]}, how often each row was drawn
     * @param isClass whether outcomes are classes as zeros and ones
     * @return under {@code outOfBag} how many rows there are that some tree has not seen, and their mean squared error, or
     *     of classes the share that is taken for another
     */
    static ObjectNode details(TreeRows rows, List<Tree> trees, List<int[]> copies, boolean isClass) {
        int seen = 0;
        double errors = 0;
        for (int i = 0; i < rows.points().length; i++) {
            double[] mean = new double[rows.outputs()];
            int count = 0;
            for (int t = 0; t < trees.size(); t++) {
                if (copies.get(t)[i] == 0) {
                    double[] leaf = trees.get(t).leaf(rows.points()[i]);
                    for (int k = 0; k < mean.length; k++) {
                        mean[k] += leaf[k];
                    }
                    count++;
                }
            }
            if (count > 0) {
                seen++;
                errors += isClass ? wrong(mean, rows.outcomes()[i]) : square(mean[0] / count - rows.outcomes()[i][0]);
            }
        }
        ObjectNode details = Json.object();
        ObjectNode outOfBag = details.putObject("outOfBag").put("rows", seen);
        if (seen > 0) {
            outOfBag.put(isClass ? "misclassified" : "meanSquaredError", errors / seen);
        }
        return details;
    }

    private static double square(double error) {
        return error * error;
    }

    private static double wrong(double[] votes, double[] outcome) {
        int best = 0;
        for (int k = 1; k < votes.length; k++) {
            best = votes[k] > votes[best] ? k : best;
        }
        return outcome[best] == 1 ? 0 : 1;
    }
}
