package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Optional;

/** What every model file tells of how far it may be trusted: where its rows lie, and by how much it errs out of fold. */
final class Reach {

    private Reach() {}

    /**
     * Both parts, as far as they are defined: no residuals of classes, of several targets, or of predictions that are no
     * finite numbers.
     *
     * @param rows that the model was fitted to; what they miss counts as what the model takes instead
     * @param fit of the model
     * @param outOfFold what models say of rows whose group they did not see; empty if some are no finite numbers
     * @return {@code domain} and {@code residuals}
     */
    static ObjectNode of(TrainingTable rows, Fit fit, Optional<Predicted> outOfFold) {
        ObjectNode reach = Json.object();
        Optional<double[]> ratios = Optional.of(fit.varianceRatios())
                .filter(known -> !known.isEmpty())
                .map(known -> known.stream().mapToDouble(Double::doubleValue).toArray());
        reach.set("domain", ApplicabilityDomain.of(rows.filled(ImputingRung.instead(rows)), ratios));
        if (outOfFold.isPresent()
                && rows.targets().size() == 1
                && !rows.target().isClass()) {
            reach.set(
                    "residuals",
                    ConformalResiduals.of(
                            rows.values(),
                            outOfFold.get().means(0),
                            rows.groups(),
                            rows.target().isCount()));
        }
        return reach;
    }
}
