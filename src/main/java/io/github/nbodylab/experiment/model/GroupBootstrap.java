package io.github.nbodylab.experiment.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Resamples of whole groups with replacement (Davison and Hinkley 1997, section 3.8): rows of one design point are not
 * independent, design points are. The same bootstrap draws the same groups for every model, so that differences between
 * models are paired.
 */
public final class GroupBootstrap {

    /** How many resamples. */
    public static final int RESAMPLES = 2000;

    private final String purpose;
    private final int groups;

    /**
     * A bootstrap.
     *
     * @param purpose such as {@code test}: bootstraps for different purposes are independent
     * @param seed of the experiment
     * @param groups how many there are, 1 or more
     */
    public GroupBootstrap(String purpose, long seed, int groups) {
        if (groups < 1) {
            throw new IllegalArgumentException("a bootstrap needs a group");
        }
        this.purpose = "bootstrap\n" + purpose + "\n" + seed;
        this.groups = groups;
    }

    /** How many groups are drawn from. */
    public int groups() {
        return groups;
    }

    /**
     * The 95 % interval by percentiles. A resample in which the statistic is not defined counts for nothing.
     *
     * @param statistic from how often each group was drawn, {@code int[groups]}; NaN where it is not defined
     */
    public Interval interval(ToDoubleFunction<int[]> statistic) {
        return intervals(List.of(statistic)).get(0);
    }

    /**
     * The 95 % intervals of several statistics, from one set of resamples.
     *
     * @param statistics each as for {@link #interval}
     * @return in the same order
     */
    public List<Interval> intervals(List<ToDoubleFunction<int[]>> statistics) {
        int[] once = new int[groups];
        Arrays.fill(once, 1);
        double[][] resampled = resample(statistics);
        List<Interval> intervals = new ArrayList<>();
        for (int s = 0; s < resampled.length; s++) {
            double value = statistics.get(s).applyAsDouble(once);
            double[] sorted = Arrays.stream(resampled[s])
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .toArray();
            intervals.add(
                    sorted.length == 0
                            ? new Interval(value, value, value)
                            : new Interval(value, quantile(sorted, 0.025), quantile(sorted, 0.975)));
        }
        return intervals;
    }

    /**
     * The standard deviation of a statistic over the resamples.
     *
     * @param statistic as for {@link #interval}, defined everywhere
     */
    public double standardError(ToDoubleFunction<int[]> statistic) {
        double[] values = resample(List.of(statistic))[0];
        double mean = Scaling.mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    /** {@code double[statistics][RESAMPLES]}. */
    private double[][] resample(List<ToDoubleFunction<int[]>> statistics) {
        UniformRandomProvider random = Seeds.random(purpose);
        double[][] values = new double[statistics.size()][RESAMPLES];
        int[] drawn = new int[groups];
        for (int b = 0; b < RESAMPLES; b++) {
            Arrays.fill(drawn, 0);
            for (int g = 0; g < groups; g++) {
                drawn[random.nextInt(groups)]++;
            }
            for (int s = 0; s < values.length; s++) {
                values[s][b] = statistics.get(s).applyAsDouble(drawn);
            }
        }
        return values;
    }

    /** Between the order statistics about (count - 1) q, linearly. */
    private static double quantile(double[] sorted, double q) {
        double position = (sorted.length - 1) * q;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
