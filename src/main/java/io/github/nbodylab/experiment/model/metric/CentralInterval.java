package io.github.nbodylab.experiment.model.metric;

import java.util.Map;

/** Intervals that each row should lie in with one probability. */
public final class CentralInterval {

    /** Half-widths of N(0, 1): the quantiles at (1 + p) / 2. */
    private static final Map<Double, Double> NORMAL =
            Map.of(0.5, 0.6744897501960817, 0.8, 1.2815515655446004, 0.95, 1.959963984540054);

    private final double[] low;
    private final double[] high;

    /**
     * Intervals.
     *
     * @param low {@code double[n]}
     * @param high {@code double[n]}, none below its low
     */
    public CentralInterval(double[] low, double[] high) {
        this.low = low.clone();
        this.high = high.clone();
    }

    /**
     * The intervals of normal distributions.
     *
     * @param means {@code double[n]}
     * @param deviations {@code double[n]}
     * @return by probability: .5, .8 and .95
     */
    public static Map<Double, CentralInterval> normal(double[] means, double[] deviations) {
        return Map.of(
                0.5, normal(means, deviations, 0.5),
                0.8, normal(means, deviations, 0.8),
                0.95, normal(means, deviations, 0.95));
    }

    private static CentralInterval normal(double[] means, double[] deviations, double probability) {
        double half = NORMAL.get(probability);
        double[] low = new double[means.length];
        double[] high = new double[means.length];
        for (int i = 0; i < low.length; i++) {
            low[i] = means[i] - half * deviations[i];
            high[i] = means[i] + half * deviations[i];
        }
        return new CentralInterval(low, high);
    }

    /** 1 for each row inside, its ends included, else 0. */
    double[] covered(double[] observed) {
        double[] covered = new double[observed.length];
        for (int i = 0; i < covered.length; i++) {
            covered[i] = observed[i] >= low[i] && observed[i] <= high[i] ? 1 : 0;
        }
        return covered;
    }

    /** Its lower ends, {@code double[n]}. A copy. */
    public double[] low() {
        return low.clone();
    }

    /** Its upper ends, {@code double[n]}. A copy. */
    public double[] high() {
        return high.clone();
    }

    double[] widths() {
        double[] widths = new double[low.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = high[i] - low[i];
        }
        return widths;
    }
}
