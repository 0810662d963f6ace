package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.nbodylab.experiment.store.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;

/** Numbers with the digits that a picture shows: a record must stay small. */
final class Brief {

    private static final int DIGITS = 4;
    private static final int MOST_DIGITS = 15;
    private static final MathContext FOUR = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final double WHOLE = 1e9;

    private Brief() {}

    /** With four significant digits; a whole number below 10^9 stays as it is. */
    static double significant(double value) {
        return rounded(value, FOUR);
    }

    /** With as many digits as tell a ten thousandth of the range of some numbers, four at least. */
    static double significant(double value, double low, double high) {
        return rounded(value, digits(low, high));
    }

    /** Different numbers as text, with as few digits as tell them apart, four at least; a whole one has no point. */
    static List<String> apart(double... distinct) {
        for (int digits = DIGITS; digits <= MOST_DIGITS; digits++) {
            MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
            ArrayNode rounded = Json.object().arrayNode();
            Arrays.stream(distinct).forEach(value -> add(rounded, rounded(value, context)));
            List<String> names = new ArrayList<>();
            rounded.forEach(number -> names.add(number.asText()));
            if (Set.copyOf(names).size() == names.size()) {
                return names;
            }
        }
        return Arrays.stream(distinct).mapToObj(Double::toString).toList();
    }

    private static double rounded(double value, MathContext digits) {
        return value == StrictMath.rint(value) && Math.abs(value) < WHOLE
                ? value
                : new BigDecimal(value).round(digits).doubleValue();
    }

    /** What lies far from 0 beside its range, such as a Julian date, has its differences in its last digits. */
    private static MathContext digits(double low, double high) {
        double ratio = Math.max(Math.abs(low), Math.abs(high)) / (high - low);
        if (!(ratio >= 2)) {
            return FOUR;
        }
        int more = Double.isInfinite(ratio) ? MOST_DIGITS : 1 + (int) StrictMath.floor(StrictMath.log10(ratio));
        return new MathContext(Math.min(MOST_DIGITS, DIGITS + more), RoundingMode.HALF_EVEN);
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

    /** Adds numbers of one range, as {@link #significant(double, double, double)} rounds them. */
    static void addAll(ArrayNode array, double... values) {
        DoubleSummaryStatistics range =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).summaryStatistics();
        for (double value : values) {
            add(array, Double.isNaN(value) ? value : significant(value, range.getMin(), range.getMax()));
        }
    }
}
