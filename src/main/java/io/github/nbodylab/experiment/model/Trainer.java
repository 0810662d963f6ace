package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.spec.Train;
import io.github.nbodylab.experiment.store.Stage;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Pace;
import io.github.nbodylab.experiment.worker.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fits every rung of a ladder to all training rows, cross-validates it and chooses one. A rung that cannot be fitted
 * fails the training: a ladder with a hole would compare with another best model, and choose as if it had been asked to. One
 * that is fitted, but predicts no finite number out of fold, has been found to be bad, and stays with that as its score.
 */
public final class Trainer {

    /** This stage. */
    public static final Stage STAGE = new Stage(
            "train", 6, "models of rows with gaps tell their domain; one may fail out of fold and the others go on");

    private final Train train;
    private final long seed;
    private final Progress progress;
    private final SortedMap<String, Double> seconds = new TreeMap<>();

    /**
     * A trainer for one use.
     *
     * @param seed of the experiment
     * @param progress hears of every rung
     */
    public Trainer(Train train, long seed, Progress progress) {
        this.train = train;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Trains.
     *
     * @param rows the training rows; held-out rows must not be among them
     * @throws JobFailedException if there are more folds than groups, the target never varies, a rung cannot be fitted (the
     *     message names all such rungs), or none predicts finite numbers
     */
    public Training train(TrainingTable rows) throws JobFailedException {
        refuseConstant(rows);
        int[] folds;
        try {
            folds = rows.folds(train.folds(), seed);
        } catch (TrainingSetException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
        List<Rung> rungs = train.fitted().stream()
                .map(model -> Rung.of(model, train.folds(), seed))
                .toList();
        List<Comparison.Entry> entries = new ArrayList<>();
        List<String> failures = new ArrayList<>(unfit(rungs, rows));
        for (Rung plain : failures.isEmpty() ? rungs : List.<Rung>of()) {
            long start = System.nanoTime();
            int fitsToDo = train.folds() + 1;
            Rung rung = new CountedRung(plain, new Pace(progress, plain.name() + ": ", "fits", fitsToDo, fitsToDo));
            try {
                Fit fit = rung.fit(rows);
                boolean baseline = entries.size() < train.baselines().size();
                entries.add(new Comparison.Entry(plain, baseline, fit, CrossValidation.predict(rung, rows, folds)));
                seconds.put(rung.name(), (System.nanoTime() - start) / 1e9);
                warn(rung, fit, rows.groupCount());
                progress.debug(rung.name() + " took " + seconds.get(rung.name()) + " s");
            } catch (FitFailedException e) {
                failures.add("The model " + rung.name() + " cannot be fitted: " + e.getMessage() + ".");
            }
        }
        if (!failures.isEmpty()) {
            throw new JobFailedException(String.join("\n", failures));
        }
        Training training =
                Choice.of(new Comparison(rows, seed).of(entries), train.choose(), Losses.name(rows.targets()));
        tell(training);
        return training;
    }

    private static void refuseConstant(TrainingTable rows) throws JobFailedException {
        for (int t = 0; t < rows.targets().size(); t++) {
            double[] observed = rows.only(t).values();
            if (Arrays.stream(observed).distinct().count() < 2) {
                throw new JobFailedException(
                        "The target '" + rows.targets().get(t).name() + "' is " + observed[0]
                                + " in all training rows, so there is nothing to learn: vary what it depends on, or take"
                                + " longer or other simulations or rows.");
            }
        }
    }

    private static List<String> unfit(List<Rung> rungs, TrainingTable rows) {
        List<String> unfit = new ArrayList<>();
        for (Rung rung : rungs) {
            for (Target target : rows.targets()) {
                if (!rung.fits(target)) {
                    unfit.add("The model " + rung.name() + " cannot predict '" + target.name() + "', which is a "
                            + target.kind().text() + ": take the model out of train.models.");
                }
            }
        }
        return unfit;
    }

    /** How long each rung took, its cross-validation included, by name; different every time. */
    public SortedMap<String, Double> seconds() {
        return new TreeMap<>(seconds);
    }

    private void warn(Rung rung, Fit fit, int groups) {
        fit.notes().forEach(note -> progress.warn(rung.name() + ": " + note));
        // where a penalty or a prior holds parameters back, their number says little
        if (fit.json().has("terms") && fit.parameters() > groups) {
            progress.warn(rung.name() + ": it has " + fit.parameters() + " parameters, more than the " + groups
                    + " groups of rows; rows of one group, such as replicates, tell little of the inputs, so expect it"
                    + " to fail between groups.");
        }
    }

    private void tell(Training training) {
        for (TrainedModel model : training.models()) {
            String found = String.format(
                    Locale.ROOT,
                    "%-17s %3d parameters, %d rows: ",
                    model.name(),
                    model.fit().parameters(),
                    model.rows());
            if (model.failure().isPresent()) {
                progress.warn(found + model.failure().get());
            } else {
                progress.info(found + score(model.score()) + (model.equals(training.chosen()) ? "  chosen" : ""));
            }
        }
        progress.info(training.why());
    }

    private static String score(Score score) {
        Metric headline = score.headline();
        Interval value = score.metric(headline);
        return String.format(
                Locale.ROOT,
                "cross-validated %s %s [%s, %s]",
                headline.specName(),
                text(value.value()),
                text(value.low()),
                text(value.high()));
    }

    /** Three decimals; a model that fails out of fold may miss by any power of ten. */
    private static String text(double value) {
        return String.format(Locale.ROOT, value > -1000 ? "%.3f" : "%.1e", value);
    }
}
