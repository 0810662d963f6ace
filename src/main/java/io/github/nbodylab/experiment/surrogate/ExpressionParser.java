// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import io.github.nbodylab.experiment.surrogate.Expression.Indicator;
import io.github.nbodylab.experiment.surrogate.Expression.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an expression by recursive descent, one method a rank of operators. Indicators come after all numbers in the values
 * of a node, and how many numbers there are is known at the end only; so nodes count indicators from the end.
 */
final class ExpressionParser {

    private static final Pattern NUMBER = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_.]*|`[^`]+`");
    private static final Pattern LEVEL = Pattern.compile("[^\\]\\[]+");
    private static final String OPERAND = "a number, an input, a function or '(' is missing";
    private static final int DEEPEST = 100;

    private final String text;
    private final List<String> numbers;
    private final List<Indicator> indicators;
    private int at;
    private int depth;

    ExpressionParser(String text, List<String> numbers, List<Indicator> indicators) {
        this.text = text;
        this.numbers = numbers;
        this.indicators = indicators;
    }

    Node parse() {
        Node node = sum();
        if (at < text.length()) {
            throw error(text.charAt(at) == ')' ? "')' closes nothing" : "an operator is missing before " + rest());
        }
        return node;
    }

    private Node sum() {
        Node left = product();
        while (true) {
            Node first = left;
            if (skip('+')) {
                Node second = product();
                left = values -> first.at(values) + second.at(values);
            } else if (skip('-')) {
                Node second = product();
                left = values -> first.at(values) - second.at(values);
            } else {
                return left;
            }
        }
    }

    private Node product() {
        Node left = signed();
        while (true) {
            Node first = left;
            if (skip('*')) {
                Node second = signed();
                left = values -> first.at(values) * second.at(values);
            } else if (skip('/')) {
                Node second = signed();
                left = values -> first.at(values) / second.at(values);
            } else {
                return left;
            }
        }
    }

    private Node signed() {
        if (++depth > DEEPEST) {
            throw error("the expression is nested too deeply");
        }
        Node node;
        if (skip('-')) {
            Node operand = signed();
            node = values -> -operand.at(values);
        } else {
            node = skip('+') ? signed() : power();
        }
        depth--;
        return node;
    }

    private Node power() {
        Node base = operand();
        if (!skip('^')) {
            return base;
        }
        Node exponent = signed();
        return values -> StrictMath.pow(base.at(values), exponent.at(values));
    }

    private Node operand() {
        blanks();
        if (skip('(')) {
            Node node = sum();
            expect(')');
            return node;
        }
        if (skip('[')) {
            return indicator();
        }
        int start = at;
        String number = token(NUMBER);
        if (!number.isEmpty()) {
            double value = Double.parseDouble(number);
            if (Double.isInfinite(value)) {
                at = start;
                throw error("a number is too large");
            }
            return values -> value;
        }
        String name = token(NAME);
        if (name.isEmpty()) {
            throw error(OPERAND + (at < text.length() ? " before " + rest() : " at the end"));
        }
        if (name.charAt(0) == '`') {
            return input(bare(name));
        }
        return skip('(') ? call(name, start) : named(name);
    }

    private static String bare(String name) {
        return name.charAt(0) == '`' ? name.substring(1, name.length() - 1) : name;
    }

    private Node named(String name) {
        return switch (name) {
            case "pi" -> values -> Math.PI;
            case "e" -> values -> Math.E;
            default -> input(name);
        };
    }

    private Node input(String name) {
        if (!numbers.contains(name)) {
            numbers.add(name);
        }
        int position = numbers.indexOf(name);
        return values -> values[position];
    }

    private Node indicator() {
        blanks();
        String name = token(NAME);
        if (name.isEmpty()) {
            throw error("the name of a category is missing after '['");
        }
        expect('=');
        blanks();
        String level = token(LEVEL).strip();
        if (level.isEmpty()) {
            throw error("a level is missing after '='");
        }
        expect(']');
        Indicator indicator = new Indicator(bare(name), level);
        if (!indicators.contains(indicator)) {
            indicators.add(indicator);
        }
        int position = indicators.indexOf(indicator);
        return values -> values[values.length - indicators.size() + position];
    }

    private Node call(String name, int start) {
        List<Node> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (skip(','));
        expect(')');
        try {
            return ExpressionFunction.of(name, arguments);
        } catch (IllegalArgumentException e) {
            at = start;
            throw error(e.getMessage());
        }
    }

    private String token(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean skip(char c) {
        blanks();
        if (at >= text.length() || text.charAt(at) != c) {
            return false;
        }
        at++;
        blanks();
        return true;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw error("'" + c + "' is missing" + (at < text.length() ? " before " + rest() : " at the end"));
        }
    }

    /** What stands here: a number, a name, or a character. */
    private String rest() {
        int start = at;
        String token = token(NUMBER);
        token = token.isEmpty() ? token(NAME) : token;
        at = start;
        return "'" + (token.isEmpty() ? new String(Character.toChars(text.codePointAt(at))) : token) + "'";
    }

    private ExpressionException error(String problem) {
        return new ExpressionException(at + 1, problem);
    }
}
