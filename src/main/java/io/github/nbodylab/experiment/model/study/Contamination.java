package io.github.nbodylab.experiment.model.study;

import io.github.nbodylab.experiment.model.Scaling;
import io.github.nbodylab.experiment.model.Seeds;
import io.github.nbodylab.experiment.model.metric.Gaussian;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Training targets that are more and more spoilt: 5, 10 and 20 %. The draws are the same at every fraction, so that a row
 * which is spoilt at one is spoilt the same way at the next.
 */
final class Contamination {

    private static final double[] FRACTIONS = {0.05, 0.1, 0.2};

    private Contamination() {}

    /** {@code flipped} of classes, {@code noise} of numbers. */
    static String how(TrainingTable rows) {
        return rows.targets().get(0).isClass() ? "flipped" : "noise";
    }

    /**
     * Spoils rows. Of classes, a fraction of the rows gets another class, any other as likely as the next. Of numbers, every
     * row gets normal noise, whose deviation is a fraction of that of the target; a count is rounded then, and not below 0.
     *
     * @param rows the training rows
     * @param seed of the experiment
     */
    static List<Change> of(TrainingTable rows, long seed) {
        DoubleFunction<double[][]> spoilt = rows.targets().get(0).isClass() ? flipped(rows, seed) : noise(rows, seed);
        return DoubleStream.of(FRACTIONS)
                .mapToObj(fraction ->
                        new Change(Json.object().put("fraction", fraction), rows.with(spoilt.apply(fraction))))
                .toList();
    }

    private static DoubleFunction<double[][]> flipped(TrainingTable rows, long seed) {
        UniformRandomProvider random = Seeds.random("contamination\nflipped\n" + seed);
        int n = rows.size();
        int levels = rows.target().levels().size();
        double[] rank = random.doubles(n).toArray();
        int[] step = random.ints(n, 1, levels).toArray();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> rank[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return fraction -> {
            double[][] spoilt = rows.outcomes();
            for (int k = 0; k < Math.round(fraction * n); k++) {
                double[] row = spoilt[order[k]];
                row[0] = ((int) row[0] + step[order[k]]) % levels;
            }
            return spoilt;
        };
    }

    private static DoubleFunction<double[][]> noise(TrainingTable rows, long seed) {
        UniformRandomProvider random = Seeds.random("contamination\nnoise\n" + seed);
        List<Target> targets = rows.targets();
        double[][] noise = rows.outcomes();
        for (int t = 0; t < targets.size(); t++) {
            double[] values = rows.only(t).values();
            double deviation = Scaling.deviation(values, Scaling.mean(values));
            for (double[] row : noise) {
                row[t] = deviation * Gaussian.sample(random);
            }
        }
        return fraction -> {
            double[][] spoilt = rows.outcomes();
            for (int i = 0; i < spoilt.length; i++) {
                for (int t = 0; t < targets.size(); t++) {
                    double value = spoilt[i][t] + fraction * noise[i][t];
                    spoilt[i][t] = targets.get(t).isCount() ? Math.max(0, Math.rint(value)) : value;
                }
            }
            return spoilt;
        };
    }
}
