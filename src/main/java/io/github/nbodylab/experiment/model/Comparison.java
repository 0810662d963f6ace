package io.github.nbodylab.experiment.model;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.model.metric.Scores;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rungs of a ladder held against each other by what they say of rows whose group they have not seen, all by the same
 * resamples of groups.
 */
final class Comparison {

    private final TrainingTable rows;
    private final GroupSums sums;
    private final GroupBootstrap bootstrap;

    /**
     * A comparison.
     *
     * @param rows the training rows
     * @param seed of the experiment
     */
    Comparison(TrainingTable rows, long seed) {
        this.rows = rows;
        this.sums = new GroupSums(rows.groups());
        this.bootstrap = new GroupBootstrap("cross-validation", seed, sums.count());
    }

    /**
     * A rung that is to be compared.
     *
     * @param baseline whether it stands there only to be beaten
     * @param fit to all training rows
     * @param outOfFold what it says of rows whose group it did not see
     */
    record Entry(Rung rung, boolean baseline, Fit fit, Predicted outOfFold) {

        Entry {
            requireNonNull(rung, "rung");
            requireNonNull(fit, "fit");
            requireNonNull(outOfFold, "outOfFold");
        }
    }

    /**
     * Compares.
     *
     * @return in the order of the entries; the best that is no baseline has the excess loss 0, and whoever predicts no
     *     finite number for some row has a failure
     * @throws JobFailedException if none but baselines could be compared
     */
    List<TrainedModel> of(List<Entry> entries) throws JobFailedException {
        List<double[]> losses = entries.stream().map(this::losses).toList();
        double[] best = IntStream.range(0, entries.size())
                .filter(m -> !entries.get(m).baseline())
                .mapToObj(losses::get)
                .filter(loss -> loss.length > 0)
                .min(Comparator.comparingDouble(Scaling::mean))
                .orElseThrow(
                        () -> new JobFailedException("No model of train.models can be chosen: each of them predicts"
                                + " infinity for rows when their groups are left out of the fit. Add a simpler model, or have"
                                + " more groups."));
        return IntStream.range(0, entries.size())
                .mapToObj(m -> losses.get(m).length > 0
                        ? compared(entries.get(m), losses.get(m), best)
                        : failed(entries.get(m)))
                .toList();
    }

    /** {@code double[n]}, or empty where some are no numbers. */
    private double[] losses(Entry entry) {
        return entry.outOfFold().unbounded() > 0
                ? new double[0]
                : Losses.of(rows, entry.outOfFold().outputs());
    }

    private TrainedModel compared(Entry entry, double[] losses, double[] best) {
        double[] excess = new double[losses.length];
        for (int i = 0; i < excess.length; i++) {
            excess[i] = losses[i] - best[i];
        }
        double[] byGroup = sums.of(excess);
        double[] sizes = sums.sizes();
        return new TrainedModel(
                entry.rung().name(),
                entry.baseline(),
                describe(entry),
                entry.fit().with(Reach.of(rows, entry.fit(), Optional.of(entry.outOfFold()))),
                rows.size(),
                Scores.of(rows, entry.outOfFold(), bootstrap),
                Scaling.mean(losses) - Scaling.mean(best),
                bootstrap.standardError(drawn -> GroupSums.total(drawn, byGroup) / GroupSums.total(drawn, sizes)),
                Optional.empty());
    }

    private TrainedModel failed(Entry entry) {
        return TrainedModel.failed(
                entry.rung().name(),
                entry.baseline(),
                describe(entry),
                entry.fit().with(Reach.of(rows, entry.fit(), Optional.empty())),
                rows.size(),
                "it predicts no finite number for " + entry.outOfFold().unbounded() + " of the " + rows.size()
                        + " rows when their groups are left out of the fit: ask for a simpler model, or have more groups");
    }

    private static String describe(Entry entry) {
        return entry.fit().json().path("kind").asText().equals("power-law")
                ? entry.rung().description() + ": "
                        + PowerLawFormula.of(entry.fit().json())
                : entry.rung().description();
    }
}
