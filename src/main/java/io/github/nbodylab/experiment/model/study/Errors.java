package io.github.nbodylab.experiment.model.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.GroupSums;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The errors of drawn groups, from the losses of their rows: of numbers the root of the mean squared error (of several, in
 * units of their deviations), of classes the mean logarithmic loss. All intervals are of one set of resamples of groups, so
 * that differences are paired.
 */
final class Errors {

    private final boolean root;
    private final GroupSums sums;
    private final double[] sizes;
    private final GroupBootstrap bootstrap;

    Errors(TrainingTable rows, long seed) {
        this.root = !rows.targets().get(0).isClass();
        this.sums = new GroupSums(rows.groups());
        this.sizes = sums.sizes();
        this.bootstrap = new GroupBootstrap("studies", seed, sums.count());
    }

    /** What the error is called. */
    Metric metric() {
        return root ? Metric.RMSE : Metric.LOG_LOSS;
    }

    /** Of rows that the fits did not see, from how often each group was drawn. */
    ToDoubleFunction<int[]> validation(Outcome outcome) {
        ToDoubleFunction<int[]> mean = sums.mean(outcome.validation());
        return drawn -> error(mean.applyAsDouble(drawn));
    }

    /** Of rows that the fits saw. */
    ToDoubleFunction<int[]> training(Outcome outcome) {
        double[] losses = sums.of(outcome.training());
        double[] times = sums.of(outcome.fits());
        return drawn -> error(GroupSums.total(drawn, losses) / GroupSums.total(drawn, times));
    }

    /**
     * Of rows that the fits did not see, with the noise taken out that no model can foresee.
     *
     * @param noise {@code double[n]}, the variance of the noise of each row
     * @return NaN where there is nothing left
     */
    ToDoubleFunction<int[]> beyond(double[] noise, Outcome outcome) {
        double[] losses = sums.of(outcome.validation());
        double[] noises = sums.of(noise);
        return drawn -> {
            double left =
                    (GroupSums.total(drawn, losses) - GroupSums.total(drawn, noises)) / GroupSums.total(drawn, sizes);
            return left > 0 ? error(left) : Double.NaN;
        };
    }

    private double error(double loss) {
        return root ? Math.sqrt(loss) : loss;
    }

    /** The 95 % intervals of statistics. */
    List<Interval> intervals(List<ToDoubleFunction<int[]>> statistics) {
        return bootstrap.intervals(statistics);
    }

    /**
     * Adds {@code training} and {@code validation}, and {@code excess} where there is something to hold it against; or
     * {@code failure}.
     *
     * @param than the outcome whose validation error is subtracted for the excess
     */
    void add(ObjectNode json, Outcome outcome, Optional<Outcome> than) {
        if (outcome.failure().isPresent()) {
            json.put("failure", outcome.failure().get());
            return;
        }
        List<ToDoubleFunction<int[]>> statistics = new ArrayList<>(List.of(training(outcome), validation(outcome)));
        if (than.isPresent() && than.get().failure().isEmpty()) {
            ToDoubleFunction<int[]> mine = validation(outcome);
            ToDoubleFunction<int[]> its = validation(than.get());
            statistics.add(drawn -> mine.applyAsDouble(drawn) - its.applyAsDouble(drawn));
        }
        List<Interval> intervals = intervals(statistics);
        json.set("training", intervals.get(0).toJson());
        json.set("validation", intervals.get(1).toJson());
        if (intervals.size() > 2) {
            json.set("excess", intervals.get(2).toJson());
        }
    }
}
