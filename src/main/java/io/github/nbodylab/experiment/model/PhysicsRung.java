package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.surrogate.Expression;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A closed form that is given: nothing is fitted. */
final class PhysicsRung implements Rung {

    private final String formula;

    PhysicsRung(String formula) {
        this.formula = formula;
    }

    @Override
    public String name() {
        return "physics";
    }

    @Override
    public String description() {
        return formula;
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        List<Input> inputs = Scaling.unscaled(rows);
        refuseUndefined(inputs, rows);
        ObjectNode json = ModelJson.head(name(), inputs, rows);
        json.put("formula", formula);
        return new Fit(json, 0, List.of());
    }

    private void refuseUndefined(List<Input> inputs, TrainingTable rows) throws FitFailedException {
        ToDoubleFunction<double[]> closed;
        try {
            closed = Expression.parse(formula).over(inputs);
        } catch (IllegalArgumentException e) {
            throw new FitFailedException(e.getMessage());
        }
        for (double[] row : rows.inputs()) {
            if (!Double.isFinite(closed.applyAsDouble(row))) {
                throw new FitFailedException("the formula '" + formula + "' is " + closed.applyAsDouble(row) + " where "
                        + point(inputs, row) + ": write one that is defined for every row");
            }
        }
    }

    private static String point(List<Input> inputs, double[] row) {
        StringBuilder point = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            Input input = inputs.get(i);
            point.append(i == 0 ? "" : ", ")
                    .append(input.name())
                    .append(" = ")
                    .append(input.isCategory() ? input.levels().get((int) row[i]) : row[i]);
        }
        return point.toString();
    }
}
