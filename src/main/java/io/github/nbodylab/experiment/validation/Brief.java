package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with the digits that a picture shows: a record must stay small. */
final class Brief {

    private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final double WHOLE = 1e9;

    private Brief() {}

    /** With four significant digits; a whole number below 10^9 stays as it is. */
    static double significant(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < WHOLE
                ? value
                : new BigDecimal(value).round(FOUR).doubleValue();
    }

    /** With three digits after the point. */
    static double thousandths(double value) {
        return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** Adds a number, without a point if it is whole; null for NaN. */
    static void add(ArrayNode array, double value) {
        if (Double.isNaN(value)) {
            array.addNull();
        } else if (value == StrictMath.rint(value) && Math.abs(value) < WHOLE) {
            array.add((long) value);
        } else {
            array.add(value);
        }
    }

    /** Adds numbers with four significant digits. */
    static void addAll(ArrayNode array, double... values) {
        for (double value : values) {
            add(array, Double.isNaN(value) ? value : significant(value));
        }
    }
}
