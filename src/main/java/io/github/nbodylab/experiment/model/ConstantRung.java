package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.surrogate.Term;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;

/** The mean of the target, whatever the inputs: what every model must beat. */
final class ConstantRung implements Rung {

    @Override
    public String name() {
        return "constant";
    }

    @Override
    public String description() {
        return "the mean of the target";
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        double[] mean = {Scaling.mean(rows.values())};
        ObjectNode json =
                ModelJson.linear(name(), Scaling.standard(rows), rows, List.of(Term.INTERCEPT), mean, false, 1);
        return new Fit(json, 1, List.of());
    }
}
