package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A physical quantity, such as {@code 12 Myr}.
 *
 * @param number finite
 * @param unit its unit
 */
public record Quantity(double number, Unit unit) {

    private static final Pattern FORM = Pattern.compile("(.*?[0-9.]) *([A-Za-z][A-Za-z/]*)");

    public Quantity {
        requireNonNull(unit, "unit");
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a finite number: " + number);
        }
        number += 0.0; // turns -0.0 into 0.0, so that equal quantities have equal texts
    }

    /**
     * A number and the symbol of a unit, as they stand in a text.
     *
     * @param number finite
     * @param symbol of a unit, known or not
     */
    record Parts(double number, String symbol) {}

    /**
     * Reads a quantity.
     *
     * @param text a number and a unit, such as {@code 12 Myr}
     * @throws IllegalArgumentException if it is something else
     */
    public static Quantity parse(String text) {
        Parts parts =
                parts(text).orElseThrow(() -> new IllegalArgumentException("not a number and a unit: '" + text + "'"));
        Unit unit = Unit.of(parts.symbol)
                .orElseThrow(() -> new IllegalArgumentException("no unit is called '" + parts.symbol + "'"));
        return new Quantity(parts.number, unit);
    }

    /** The parts of a text that is a number and a word, if it is that. */
    static Optional<Parts> parts(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? NumberText.parse(matcher.group(1))
                        .map(number -> number.doubleValue())
                        .filter(Double::isFinite)
                        .map(number -> new Parts(number, matcher.group(2)))
                : Optional.empty();
    }

    /** In kilograms, metres, seconds, or metres per second. */
    public double si() {
        return number * unit.si();
    }

    /**
     * This quantity in terms of another one of its dimension. Of two with one unit it is the quotient of their numbers, so that
     * 1000 Msun over 100000 Msun is the double nearest to 0.01.
     *
     * @throws IllegalArgumentException if the dimensions differ
     */
    public double over(Quantity other) {
        if (unit.dimension() != other.unit.dimension()) {
            throw new IllegalArgumentException(text() + " is no multiple of " + other.text());
        }
        double numbers = number / other.number;
        return unit == other.unit ? numbers : numbers * (unit.si() / other.unit.si());
    }

    /** In normal form: the shortest digits, a space, and the unit. */
    public String text() {
        return Decimal.shortest(number) + " " + unit.symbol();
    }
}
