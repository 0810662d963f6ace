package io.github.nbodylab.experiment.model.study;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.trainingset.TrainingTable;

/**
 * Training rows that were changed in some way.
 *
 * @param label what was changed, as a point of the study tells it
 * @param rows as fits see them
 */
record Change(ObjectNode label, TrainingTable rows) {

    Change {
        requireNonNull(label, "label");
        requireNonNull(rows, "rows");
    }
}
