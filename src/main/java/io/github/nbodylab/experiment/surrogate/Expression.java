// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A formula of inputs, such as {@code 0.5 * captureNumber ^ 2 * time}.
 *
 * <p>Numbers are doubles, {@code 1 / 2} too. From loose to tight: {@code + -}, then {@code * /}, then a sign, then
 * {@code ^}, which groups to the right, so that {@code -a ^ b ^ c} is {@code -(a ^ (b ^ c))}. Functions: {@code sqrt exp log
 * log10 sin cos tan atan abs} of one number ({@code log} is the natural one, angles are in radians), {@code pow} of two,
 * {@code min} and {@code max} of two or more. Constants: {@code pi} and {@code e}. Every other name is an input; one in back
 * quotes may have any characters. A category is no number: {@code [profile = plummer]} is 1 where it has that level, else 0.
 */
public final class Expression {

    private final Node root;
    private final List<String> numbers;
    private final List<Indicator> indicators;

    private Expression(Node root, List<String> numbers, List<Indicator> indicators) {
        this.root = root;
        this.numbers = List.copyOf(numbers);
        this.indicators = List.copyOf(indicators);
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException if the text is none
     */
    public static Expression parse(String text) {
        List<String> numbers = new ArrayList<>();
        List<Indicator> indicators = new ArrayList<>();
        return new Expression(new ExpressionParser(text, numbers, indicators).parse(), numbers, indicators);
    }

    /** The inputs that it takes for numbers, in the order in which they first occur. */
    public List<String> numbers() {
        return numbers;
    }

    /** The levels of categories that it asks for, in the order in which they first occur. */
    public List<Indicator> indicators() {
        return indicators;
    }

    /**
     * The formula of rows of inputs.
     *
     * @param inputs of a model
     * @return of {@code double[inputs]}, raw; NaN where it is not defined, as for the logarithm of a negative number
     * @throws IllegalArgumentException if it takes a name for a number that is no input or a category, or asks for a
     *     level that there is not
     */
    public ToDoubleFunction<double[]> over(List<Input> inputs) {
        List<String> names = inputs.stream().map(Input::name).toList();
        int[] positions = new int[numbers.size() + indicators.size()];
        double[] levels = new double[indicators.size()];
        for (int k = 0; k < numbers.size(); k++) {
            positions[k] = position(names, numbers.get(k));
            if (inputs.get(positions[k]).isCategory()) {
                throw new IllegalArgumentException("the input '" + numbers.get(k)
                        + "' is a category, which is no number: ask for a level, such as [" + numbers.get(k) + " = "
                        + inputs.get(positions[k]).levels().get(0) + "]");
            }
        }
        for (int k = 0; k < levels.length; k++) {
            Indicator indicator = indicators.get(k);
            int position = position(names, indicator.input());
            positions[numbers.size() + k] = position;
            levels[k] = inputs.get(position).levels().indexOf(indicator.level());
            if (levels[k] < 0) {
                throw new IllegalArgumentException("the input '" + indicator.input() + "' has no level '"
                        + indicator.level() + "', but " + inputs.get(position).levels());
            }
        }
        return raw -> root.at(values(raw, positions, levels));
    }

    private static int position(List<String> names, String name) {
        int position = names.indexOf(name);
        if (position < 0) {
            throw new IllegalArgumentException(
                    "the expression uses '" + name + "', which is no input; there are " + String.join(", ", names));
        }
        return position;
    }

    private static double[] values(double[] raw, int[] positions, double[] levels) {
        int numbers = positions.length - levels.length;
        double[] values = new double[positions.length];
        for (int k = 0; k < values.length; k++) {
            double value = raw[positions[k]];
            values[k] = k < numbers ? value : value == levels[k - numbers] ? 1 : 0;
        }
        return values;
    }

    /**
     * A level of a category.
     *
     * @param input its name
     * @param level the word
     */
    public record Indicator(String input, String level) {}

    /** A part of the formula, of the numbers and then the indicators. */
    interface Node {
        double at(double[] values);
    }
}
