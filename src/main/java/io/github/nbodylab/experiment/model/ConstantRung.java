package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.surrogate.Term;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;

/** The mean of the target, or the shares of its classes, whatever the inputs: what every model must beat. */
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
    public boolean fits(Target target) {
        return true;
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        if (rows.target().isClass()) {
            return shares(rows);
        }
        double[] mean = {Scaling.mean(rows.values())};
        ObjectNode json =
                ModelJson.linear(name(), Scaling.standard(rows), rows, List.of(Term.INTERCEPT), mean, false, 1);
        return new Fit(json, 1, List.of());
    }

    /** The share of each class among the rows, that no row can have a probability of 0: half a row is added to each. */
    private Fit shares(TrainingTable rows) throws FitFailedException {
        double[] shares = new double[rows.target().levels().size()];
        for (double value : rows.values()) {
            shares[(int) value]++;
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] = (shares[k] + 0.5) / (rows.size() + 0.5 * shares.length);
        }
        ObjectNode json = ModelJson.head(name(), Scaling.standard(rows), rows);
        json.set("shares", ModelJson.array(shares));
        return new Fit(json, shares.length - 1, List.of());
    }
}
