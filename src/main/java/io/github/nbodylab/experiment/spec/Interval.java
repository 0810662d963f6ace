package io.github.nbodylab.experiment.spec;

/**
 * The numbers that a key takes.
 *
 * @param min lower bound, -Infinity for none
 * @param minIncluded whether the bound itself is taken
 * @param max upper bound, Infinity for none
 * @param maxIncluded whether the bound itself is taken
 */
record Interval(double min, boolean minIncluded, double max, boolean maxIncluded) {

    static final Interval ABOVE_ZERO = new Interval(0, false, Double.POSITIVE_INFINITY, false);
    static final Interval ABOVE_ZERO_TO_ONE = new Interval(0, false, 1, true);
    static final Interval ANY = new Interval(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
    static final Interval AT_LEAST_ZERO = new Interval(0, true, Double.POSITIVE_INFINITY, false);
    static final Interval OPEN_UNIT = new Interval(0, false, 1, false);
    static final Interval UNIT = new Interval(0, true, 1, true);
    static final Interval ZERO_TO_BELOW_ONE = new Interval(0, true, 1, false);

    boolean contains(double number) {
        return (number > min || (minIncluded && number == min)) && (number < max || (maxIncluded && number == max));
    }

    /** As a noun for a sentence: {@code a number above 0 and below 1}. */
    String noun() {
        String from = min == Double.NEGATIVE_INFINITY ? "" : (minIncluded ? " of at least " : " above ") + text(min);
        String to = max == Double.POSITIVE_INFINITY ? "" : (maxIncluded ? " of at most " : " below ") + text(max);
        return "a number" + from + (from.isEmpty() || to.isEmpty() ? "" : " and") + to;
    }

    private static String text(double bound) {
        return bound == (long) bound ? Long.toString((long) bound) : Decimal.shortest(bound);
    }
}
