package io.github.nbodylab.experiment.model.metric;

import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.Predicted;
import io.github.nbodylab.experiment.model.Scaling;
import io.github.nbodylab.experiment.model.Score;
import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.Map;

/** Scores what a model says of rows by every metric that fits their target. */
public final class Scores {

    private Scores() {}

    /**
     * The score. Of several targets it is that of all together, each in units of its standard deviation in the rows, about
     * its mean.
     *
     * @param rows what was observed
     * @param predicted what was said of them
     * @param bootstrap of as many groups
     */
    public static Score of(TrainingTable rows, Predicted predicted, GroupBootstrap bootstrap) {
        return scorer(rows, predicted).score(bootstrap);
    }

    /**
     * The same metrics without intervals, as of rows that a model was fitted to: how they would vary says nothing there.
     *
     * @param rows what was observed
     * @param predicted what was said of them
     * @return those that are defined
     */
    public static Map<Metric, Double> values(TrainingTable rows, Predicted predicted) {
        return scorer(rows, predicted).values();
    }

    private static Scorer scorer(TrainingTable rows, Predicted predicted) {
        return rows.targets().size() == 1 ? single(rows, predicted) : several(rows, predicted);
    }

    private static Scorer single(TrainingTable rows, Predicted predicted) {
        Scorer scorer = new Scorer(rows.groups());
        Target target = rows.target();
        double[] observed = rows.values();
        if (target.isClass()) {
            int[] classes =
                    Arrays.stream(observed).mapToInt(level -> (int) level).toArray();
            return scorer.classes(new Classified(classes, predicted.outputs()));
        }
        double[] means = predicted.means(0);
        scorer.numbers(observed, means);
        if (target.isCount()) {
            scorer.counts(observed, means, 0);
        }
        if (predicted.hasDeviations()) {
            scorer.gaussian(observed, means, predicted.deviations());
        } else {
            scorer.intervals(observed, predicted.intervals());
        }
        return scorer;
    }

    private static Scorer several(TrainingTable rows, Predicted predicted) {
        int n = rows.size();
        int targets = rows.targets().size();
        double[] observed = new double[n * targets];
        double[] means = new double[n * targets];
        String[] groups = new String[n * targets];
        String[] groupOf = rows.groups();
        for (int t = 0; t < targets; t++) {
            double[] values = rows.only(t).values();
            double[] said = predicted.means(t);
            double mean = Scaling.mean(values);
            double deviation = Scaling.deviation(values, mean);
            double unit = deviation > 0 ? deviation : 1;
            for (int i = 0; i < n; i++) {
                observed[t * n + i] = (values[i] - mean) / unit;
                means[t * n + i] = (said[i] - mean) / unit;
                groups[t * n + i] = groupOf[i];
            }
        }
        return new Scorer(groups).numbers(observed, means);
    }
}
