package io.github.nbodylab.experiment.model.study;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.stream.IntStream;

/**
 * What the fits of a cross-validation see.
 *
 * @param seen all training rows in their order, as the fits see them: with spoilt targets, or without an input
 * @param kept which of the rows outside of a fold the fit of that fold sees
 */
record Trial(TrainingTable seen, Kept kept) {

    Trial {
        requireNonNull(seen, "seen");
        requireNonNull(kept, "kept");
    }

    /** All rows outside of the fold. */
    static Trial of(TrainingTable seen) {
        return new Trial(seen, (fold, row) -> true);
    }

    /** The rows that the fit of a fold sees, rising. */
    int[] rows(int[] folds, int fold) {
        return IntStream.range(0, folds.length)
                .filter(row -> folds[row] != fold && kept.test(fold, row))
                .toArray();
    }

    /** Says which rows a fit sees. */
    @FunctionalInterface
    interface Kept {
        boolean test(int fold, int row);
    }
}
