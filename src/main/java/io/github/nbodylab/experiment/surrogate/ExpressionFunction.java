// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import io.github.nbodylab.experiment.surrogate.Expression.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The functions of expressions. */
final class ExpressionFunction {

    private static final Map<String, DoubleUnaryOperator> OF_ONE = new TreeMap<>(Map.of(
            "sqrt", Math::sqrt,
            "exp", StrictMath::exp,
            "log", StrictMath::log,
            "log10", StrictMath::log10,
            "sin", StrictMath::sin,
            "cos", StrictMath::cos,
            "tan", StrictMath::tan,
            "atan", StrictMath::atan,
            "abs", Math::abs));
    private static final Map<String, DoubleBinaryOperator> OF_TWO_OR_MORE =
            new TreeMap<>(Map.of("min", Math::min, "max", Math::max));

    private ExpressionFunction() {}

    /**
     * A function of arguments.
     *
     * @throws IllegalArgumentException if there is no function of that name and so many arguments
     */
    static Node of(String name, List<Node> arguments) {
        int count = arguments.size();
        if (OF_ONE.containsKey(name)) {
            require(count == 1, name, "one number", count);
            DoubleUnaryOperator function = OF_ONE.get(name);
            Node argument = arguments.get(0);
            return values -> function.applyAsDouble(argument.at(values));
        }
        if (name.equals("pow")) {
            require(count == 2, name, "two numbers", count);
            Node base = arguments.get(0);
            Node exponent = arguments.get(1);
            return values -> StrictMath.pow(base.at(values), exponent.at(values));
        }
        if (OF_TWO_OR_MORE.containsKey(name)) {
            require(count >= 2, name, "two or more numbers", count);
            DoubleBinaryOperator function = OF_TWO_OR_MORE.get(name);
            return values -> {
                double result = arguments.get(0).at(values);
                for (int k = 1; k < arguments.size(); k++) {
                    result = function.applyAsDouble(result, arguments.get(k).at(values));
                }
                return result;
            };
        }
        throw new IllegalArgumentException("there is no function '" + name + "'; known are "
                + String.join(", ", OF_ONE.keySet()) + ", pow, " + String.join(", ", OF_TWO_OR_MORE.keySet()));
    }

    private static void require(boolean right, String name, String wanted, int count) {
        if (!right) {
            throw new IllegalArgumentException(name + " takes " + wanted + ", not " + count);
        }
    }
}
