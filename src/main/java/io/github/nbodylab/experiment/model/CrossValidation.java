package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Predictions of every row by a model that saw nothing of the row's group. */
final class CrossValidation {

    private CrossValidation() {}

    /**
     * Fits the rung once for each fold, to the rows of the others; the scaling is that of those rows. Folds run in
     * parallel and do not depend on each other.
     *
     * @param folds {@code int[n]}, the fold of each row, from 0
     * @return what models say of rows out of their fold; see {@link Predicted#unbounded}
     * @throws FitFailedException if a fit fails
     */
    static Predicted predict(Rung rung, TrainingTable rows, int[] folds) throws FitFailedException {
        int count = IntStream.of(folds).max().orElseThrow() + 1;
        List<Outcome> outcomes = IntStream.range(0, count)
                .parallel()
                .mapToObj(fold -> outcome(rung, rows, folds, fold))
                .toList();
        for (int fold = 0; fold < count; fold++) {
            Optional<String> failure = outcomes.get(fold).failure();
            if (failure.isPresent()) {
                throw new FitFailedException("without fold " + (fold + 1) + " of " + count + ", " + failure.get());
            }
        }
        double[][] inputs = rows.inputs();
        double[][] predictions = new double[inputs.length][];
        double[] deviations = new double[inputs.length];
        boolean known = true;
        for (int i = 0; i < predictions.length; i++) {
            Surrogate model = outcomes.get(folds[i]).model().orElseThrow();
            predictions[i] = model.outputs(inputs[i]);
            known = known && model.hasNoise();
            deviations[i] = known ? model.observationDeviation(inputs[i]) : 0;
        }
        return known ? Predicted.of(predictions, deviations) : Predicted.of(predictions);
    }

    private static Outcome outcome(Rung rung, TrainingTable rows, int[] folds, int fold) {
        int[] others =
                IntStream.range(0, folds.length).filter(i -> folds[i] != fold).toArray();
        try {
            return new Outcome(Optional.of(rung.fit(rows.rows(others)).surrogate()), Optional.empty());
        } catch (FitFailedException e) {
            return new Outcome(Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    private record Outcome(Optional<Surrogate> model, Optional<String> failure) {}
}
