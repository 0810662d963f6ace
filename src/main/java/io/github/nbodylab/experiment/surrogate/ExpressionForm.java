// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A closed form that somebody wrote down. */
final class ExpressionForm implements ScalarForm {

    private final ToDoubleFunction<double[]> formula;

    ExpressionForm(Expression expression, List<Input> inputs) {
        formula = expression.over(inputs);
    }

    @Override
    public double predict(List<Input> inputs, double[] raw) {
        Features.scaled(inputs, raw); // refuses what no model takes
        return formula.applyAsDouble(raw);
    }
}
