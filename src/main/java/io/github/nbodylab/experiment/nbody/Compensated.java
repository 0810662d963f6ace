package io.github.nbodylab.experiment.nbody;

/** Sums of two doubles: a high part, and a low one with what rounding took from it (Knuth 1969; Dekker 1971). */
public final class Compensated {

    private Compensated() {}

    /**
     * What rounding took from a sum, exactly.
     *
     * @param sum a + b, rounded
     */
    public static double rest(double a, double b, double sum) {
        double seen = sum - a;
        return (a - (sum - seen)) + (b - seen);
    }

    /**
     * Adds to a sum of two doubles.
     *
     * @param from high parts
     * @param fromLow low parts
     * @param i which
     * @param way what is added
     * @param into receives the high part of the result, at i
     * @param intoLow receives its low part, at i, at most half a unit in the last place of the high one
     */
    static void add(double[] from, double[] fromLow, int i, double way, double[] into, double[] intoLow) {
        double sum = from[i] + way;
        double low = fromLow[i] + rest(from[i], way, sum);
        double high = sum + low;
        into[i] = high;
        intoLow[i] = low - (high - sum);
    }
}
