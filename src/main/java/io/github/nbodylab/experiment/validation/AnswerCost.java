package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.GroupSums;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.model.Replicates;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How many simulations at a new point would tell as much as the chosen model does. The mean of m of them errs by s/sqrt(m),
 * where s^2 is the variance of replicates; the model errs by e about the mean of infinitely many, its squared error on the
 * held-out rows being e^2 + s^2. So m = s^2/e^2.
 *
 * @param unknown why it is not known; empty if it is
 * @param noise s, in units of the target
 * @param error e, in units of the target; 0 where the noise hides it
 * @param ratio e^2/s^2; not above 0 where the noise hides the error
 */
record AnswerCost(Optional<String> unknown, Interval noise, Interval error, Interval ratio) {

    private static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

    /** The cost of an answer of the chosen model. */
    static AnswerCost of(ExperimentSpec spec, TrainedLadder ladder) {
        TrainingTable test = ladder.table().testRows();
        if (spec.source().isPresent()) {
            return unknown("the table comes from elsewhere, so what another row costs is not known");
        }
        TrainingSet.Row row = spec.trainingSet().row();
        if (row != TrainingSet.Row.SIMULATION && row != TrainingSet.Row.SIMULATION_TIME) {
            return unknown("a row is not the answer of one simulation");
        }
        if (test.targets().size() > 1 || test.target().isClass()) {
            return unknown("the target is not one number, of which simulations give a mean");
        }
        Optional<double[]> noise = Replicates.ofGroups(test).noise();
        if (noise.isEmpty()) {
            return unknown("there are design points without replicates, so how far simulations scatter is not known");
        }
        double[] predicted = TrainedLadder.predict(ladder.models().get(ladder.chosen()), test)
                .means(0);
        return of(test, predicted, noise.get(), spec.seed());
    }

    private static AnswerCost unknown(String why) {
        return new AnswerCost(Optional.of(why), NONE, NONE, NONE);
    }

    /**
     * The cost of an answer.
     *
     * @param predicted {@code double[n]}
     * @param noise {@code double[n]}, the variance of each row's noise
     */
    static AnswerCost of(TrainingTable test, double[] predicted, double[] noise, long seed) {
        double[] observed = test.values();
        double[] beyond = new double[observed.length];
        for (int i = 0; i < beyond.length; i++) {
            beyond[i] = (predicted[i] - observed[i]) * (predicted[i] - observed[i]) - noise[i];
        }
        GroupSums sums = new GroupSums(test.groups());
        ToDoubleFunction<int[]> noises = sums.mean(noise);
        ToDoubleFunction<int[]> errors = sums.mean(beyond);
        List<Interval> intervals = new GroupBootstrap("test", seed, sums.count())
                .intervals(List.of(
                        drawn -> Math.sqrt(noises.applyAsDouble(drawn)),
                        drawn -> Math.sqrt(Math.max(0, errors.applyAsDouble(drawn))),
                        drawn -> errors.applyAsDouble(drawn) / noises.applyAsDouble(drawn)));
        return intervals.get(0).value() > 0
                ? new AnswerCost(Optional.empty(), intervals.get(0), intervals.get(1), intervals.get(2))
                : unknown("replicates do not differ, so one simulation tells all there is to know of a point");
    }

    /**
     * {@code unknown}; or {@code noise}, {@code error}, and {@code simulations} with {@code value, low, high}, without those
     * of which there is no upper limit.
     */
    ObjectNode toJson() {
        ObjectNode json = Json.object();
        if (unknown.isPresent()) {
            return json.put("unknown", unknown.get());
        }
        json.set("noise", noise.toJson());
        json.set("error", error.toJson());
        ObjectNode simulations = json.putObject("simulations");
        put(simulations, "value", ratio.value());
        put(simulations, "low", ratio.high());
        put(simulations, "high", ratio.low());
        return json;
    }

    private static void put(ObjectNode json, String name, double ratio) {
        double simulations = Math.ceil(1 / ratio);
        if (ratio > 0 && simulations < Integer.MAX_VALUE) {
            json.put(name, (int) Math.max(1, simulations));
        }
    }
}
