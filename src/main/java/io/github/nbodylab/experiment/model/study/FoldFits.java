package io.github.nbodylab.experiment.model.study;

import io.github.nbodylab.experiment.model.FitFailedException;
import io.github.nbodylab.experiment.model.Losses;
import io.github.nbodylab.experiment.model.Rung;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.Pace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits of one rung in a cross-validation, which see something made of the rows outside of their fold. What they say of the
 * rows in their fold is held against the targets as they are, never against spoilt ones.
 */
final class FoldFits {

    private final Rung rung;
    private final TrainingTable rows;
    private final int[] folds;
    private final double[] weights;

    /**
     * Fits of a rung.
     *
     * @param rows the training rows
     * @param folds {@code int[n]}, the fold of each row, from 0
     */
    FoldFits(Rung rung, TrainingTable rows, int[] folds) {
        this.rung = rung;
        this.rows = rows;
        this.folds = folds.clone();
        this.weights = Losses.weights(rows);
    }

    /** How many rows the fits of a trial see, all in all: a measure of their work. */
    long work(Trial trial) {
        return IntStream.range(0, count())
                .mapToLong(fold -> trial.rows(folds, fold).length)
                .sum();
    }

    /** How many folds there are. */
    int count() {
        return IntStream.of(folds).max().orElseThrow() + 1;
    }

    /**
     * Fits once for each fold. Folds run in parallel and do not depend on each other.
     *
     * @param pace hears of every fit
     */
    Outcome of(Trial trial, Pace pace) {
        List<Fold> fits = IntStream.range(0, count())
                .parallel()
                .mapToObj(fold -> fit(trial, fold, pace))
                .toList();
        double[] validation = new double[rows.size()];
        double[] training = new double[rows.size()];
        double[] times = new double[rows.size()];
        for (int f = 0; f < fits.size(); f++) {
            Fold fit = fits.get(f);
            if (fit.failure.isPresent()) {
                return Outcome.failed("without fold " + (f + 1) + " of " + count() + ", " + fit.failure.get());
            }
            for (int k = 0; k < fit.left.length; k++) {
                validation[fit.left[k]] = fit.ofLeft[k];
            }
            for (int k = 0; k < fit.seen.length; k++) {
                training[fit.seen[k]] += fit.ofSeen[k];
                times[fit.seen[k]]++;
            }
        }
        return Outcome.of(validation, training, times);
    }

    private Fold fit(Trial trial, int fold, Pace pace) {
        Fold fit = new Fold(
                trial.rows(folds, fold),
                IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray());
        try {
            Surrogate model = rung.fit(trial.seen().rows(fit.seen)).surrogate();
            fit.ofSeen = losses(model, trial.seen(), trial.seen(), fit.seen);
            fit.ofLeft = losses(model, trial.seen(), rows, fit.left);
        } catch (FitFailedException e) {
            fit.failure = Optional.of(e.getMessage());
        }
        pace.done(fit.seen.length);
        return fit;
    }

    private double[] losses(Surrogate model, TrainingTable inputs, TrainingTable observed, int[] some)
            throws FitFailedException {
        double[][] outputs =
                Arrays.stream(inputs.rows(some).inputs()).map(model::outputs).toArray(double[][]::new);
        double[] losses = Losses.of(observed.rows(some), outputs, weights);
        if (!Arrays.stream(losses).allMatch(Double::isFinite)) {
            throw new FitFailedException("it predicts no finite number for some row");
        }
        return losses;
    }

    /** The fit of a fold: the rows that it saw and those that it did not, and the loss of each. */
    private static final class Fold {
        private final int[] seen;
        private final int[] left;
        private double[] ofSeen = {};
        private double[] ofLeft = {};
        private Optional<String> failure = Optional.empty();

        Fold(int[] seen, int[] left) {
            this.seen = seen;
            this.left = left;
        }
    }
}
