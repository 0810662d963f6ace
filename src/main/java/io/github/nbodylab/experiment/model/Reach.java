package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Optional;

/** What every model file tells of how far it may be trusted: where its rows lie, and by how much it errs out of fold. */
final class Reach {

    private Reach() {}

    /**
     * Both parts, as far as they are defined: no domain where inputs are missing from rows, no residuals of classes or of
     * several targets.
     *
     * @param rows that the model was fitted to
     * @param fit of the model
     * @param outOfFold what models say of rows whose group they did not see
     * @return {@code domain} and {@code residuals}
     */
    static ObjectNode of(TrainingTable rows, Fit fit, Predicted outOfFold) {
        ObjectNode reach = Json.object();
        if (rows.columns().stream().noneMatch(Column::gaps)) {
            reach.set(
                    "domain",
                    ApplicabilityDomain.of(
                            rows,
                            Optional.of(fit.varianceRatios())
                                    .filter(ratios -> !ratios.isEmpty())
                                    .map(ratios -> ratios.stream()
                                            .mapToDouble(Double::doubleValue)
                                            .toArray())));
        }
        if (rows.targets().size() == 1 && !rows.target().isClass()) {
            reach.set(
                    "residuals",
                    ConformalResiduals.of(
                            rows.values(),
                            outOfFold.means(0),
                            rows.groups(),
                            rows.target().isCount()));
        }
        return reach;
    }
}
