package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;

/** The closed form that a spec gives; nothing is fitted. */
final class PhysicsRung implements Rung {

    private final String formula;

    /**
     * Creates the rung.
     *
     * @param formula an expression of the inputs
     */
    PhysicsRung(String formula) {
        this.formula = formula;
    }

    @Override
    public String name() {
        return "physics";
    }

    @Override
    public String description() {
        return "the closed form " + formula;
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        List<Input> inputs = Scaling.standard(rows);
        ObjectNode json = ModelJson.head(name(), inputs, rows);
        json.put("formula", formula);
        Fit fit = new Fit(json, 0, List.of());
        Surrogate model;
        try {
            model = fit.surrogate();
        } catch (IllegalArgumentException e) {
            throw new FitFailedException(e.getMessage() + ": mend train.physics");
        }
        for (double[] row : rows.inputs()) {
            double value = model.predict(row);
            if (!Double.isFinite(value)) {
                throw new FitFailedException("the closed form " + formula + " is " + value
                        + " for a row of the training set: mend train.physics, or leave such inputs out");
            }
        }
        return fit;
    }
}
