package io.github.nbodylab.experiment.nbody;

/** Sums of two doubles: a high part, and a low one with what rounding took from it (Knuth 1969; Dekker 1971). */
final class Compensated {

    private Compensated() {}

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
        double part = sum - from[i];
        double low = fromLow[i] + ((from[i] - (sum - part)) + (way - part));
        double high = sum + low;
        into[i] = high;
        intoLow[i] = low - (high - sum);
    }
}
