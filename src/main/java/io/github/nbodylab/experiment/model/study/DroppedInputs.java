package io.github.nbodylab.experiment.model.study;

import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;
import java.util.stream.IntStream;

/** Training rows without one of their inputs, each in turn. */
final class DroppedInputs {

    private DroppedInputs() {}

    /**
     * Drops inputs.
     *
     * @param rows the training rows, of two inputs at least
     */
    static List<Change> of(TrainingTable rows) {
        return IntStream.range(0, rows.columns().size())
                .mapToObj(input -> new Change(
                        Json.object().put("input", rows.columns().get(input).name()), rows.without(input)))
                .toList();
    }
}
