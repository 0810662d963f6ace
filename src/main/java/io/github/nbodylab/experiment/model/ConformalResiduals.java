package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.ResidualBand;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Intervals of 50, 80 and 95 % from out-of-fold residuals (Vovk 2015, cross-conformal; Lei et al. 2018, equation 6 of
 * section 5.2 for the units of counts). What is exchangeable are groups, so each group counts once, whatever its rows, and
 * the quantile is that of G groups and one to come: at {@code p (G + 1) / G} of the weight. Where that exceeds 1 there are
 * too few groups for the interval, and there is none. The model that predicts is fitted to all rows and the residuals come
 * from models of fewer, which makes the intervals a little wide.
 */
final class ConformalResiduals {

    private static final double[] PROBABILITIES = {0.5, 0.8, 0.95};
    private static final double ROUNDING = 1e-9;

    private ConformalResiduals() {}

    /**
     * The intervals.
     *
     * @param observed {@code double[n]}
     * @param predicted {@code double[n]}, each by a model that saw nothing of the row's group
     * @param groups {@code String[n]}
     * @param count whether the target counts something
     * @return what a model file holds under {@code residuals}, for {@link ResidualBand}
     */
    static ObjectNode of(double[] observed, double[] predicted, String[] groups, boolean count) {
        int n = observed.length;
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) {
            residuals[i] = Math.abs(observed[i] - predicted[i]) / ResidualBand.unit(predicted[i], count);
        }
        GroupSums sums = new GroupSums(groups);
        double[] sizes = sums.sizes();
        int[] groupOf = sums.positions();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> residuals[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        ObjectNode json = Json.object().put("count", count).put("groups", sums.count());
        ArrayNode intervals = json.putArray("intervals");
        for (double probability : PROBABILITIES) {
            double wanted = probability * (sums.count() + 1);
            if (wanted <= sums.count() + ROUNDING) {
                double weight = 0;
                int k = -1;
                while (k < n - 1 && weight < wanted - ROUNDING) {
                    k++;
                    weight += 1 / sizes[groupOf[order[k]]];
                }
                intervals
                        .addObject()
                        .put("probability", probability)
                        .put("halfWidth", residuals[order[Math.max(0, k)]]);
            }
        }
        return json;
    }
}
