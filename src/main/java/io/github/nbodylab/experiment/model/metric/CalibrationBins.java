package io.github.nbodylab.experiment.model.metric;

import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.GroupSums;
import io.github.nbodylab.experiment.model.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Rows in bins of what was predicted for them. Bins hold equally many rows, or as nearly as rows with equal predictions,
 * which stay together, allow; resamples keep the bins of all rows. Of two classes a row's prediction is the probability of
 * the second class, and what is held against it whether that was observed; of more, the probability of its likeliest
 * class, and whether that was right (Guo et al. 2017).
 */
public final class CalibrationBins {

    /** How many bins there are at most. */
    public static final int BINS = 10;

    private final List<int[]> bins = new ArrayList<>();
    private final double[] predicted;
    private final boolean[] happened;
    private final int[] groupOf;

    private CalibrationBins(double[] predicted, boolean[] happened, int[] groupOf) {
        this.predicted = predicted;
        this.happened = happened;
        this.groupOf = groupOf;
        int[] order = IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> predicted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int from = 0;
        for (int b = 1; b <= BINS; b++) {
            int to = Math.max(from, (int) ((long) order.length * b / BINS));
            while (to > from && to < order.length && predicted[order[to]] == predicted[order[to - 1]]) {
                to++;
            }
            if (to > from) {
                bins.add(IntStream.range(from, to).map(k -> order[k]).toArray());
            }
            from = to;
        }
    }

    /**
     * Bins rows.
     *
     * @param rows of two or more classes
     * @param sums over their groups
     */
    static CalibrationBins of(Classified rows, GroupSums sums) {
        if (rows.classes() == 2) {
            return new CalibrationBins(rows.of(1), rows.is(1), sums.positions());
        }
        int[] likeliest = rows.likeliest();
        double[] confidence = new double[likeliest.length];
        boolean[] right = new boolean[likeliest.length];
        for (int i = 0; i < confidence.length; i++) {
            confidence[i] = rows.probability(i, likeliest[i]);
            right[i] = rows.observed(i) == likeliest[i];
        }
        return new CalibrationBins(confidence, right, sums.positions());
    }

    /**
     * The points of a reliability diagram.
     *
     * @param rows of two or more classes
     * @param groups {@code String[n]}
     * @param bootstrap of as many groups
     * @return with rising predictions
     */
    public static List<ReliabilityBin> reliability(Classified rows, String[] groups, GroupBootstrap bootstrap) {
        CalibrationBins bins = of(rows, new GroupSums(groups));
        List<ToDoubleFunction<int[]>> frequencies = new ArrayList<>();
        for (int[] bin : bins.bins) {
            frequencies.add(drawn -> bins.frequency(bin, drawn));
        }
        List<Interval> intervals = bootstrap.intervals(frequencies);
        List<ReliabilityBin> diagram = new ArrayList<>();
        for (int b = 0; b < intervals.size(); b++) {
            double[] inBin = IntStream.of(bins.bins.get(b))
                    .mapToDouble(i -> bins.predicted[i])
                    .toArray();
            double mean = 0;
            for (double p : inBin) {
                mean += p / inBin.length;
            }
            diagram.add(new ReliabilityBin(inBin[0], inBin[inBin.length - 1], inBin.length, mean, intervals.get(b)));
        }
        return diagram;
    }

    /**
     * The expected calibration error (Naeini, Cooper and Hauskrecht 2015): the distance of mean prediction and observed
     * frequency, averaged over the rows of all bins.
     *
     * @param drawn how often each group counts
     */
    double error(int[] drawn) {
        double rows = 0;
        double error = 0;
        for (int[] bin : bins) {
            double excess = 0;
            for (int i : bin) {
                int weight = drawn[groupOf[i]];
                rows += weight;
                excess += weight * (predicted[i] - (happened[i] ? 1 : 0));
            }
            error += Math.abs(excess);
        }
        return error / rows;
    }

    private double frequency(int[] bin, int[] drawn) {
        double rows = 0;
        double events = 0;
        for (int i : bin) {
            int weight = drawn[groupOf[i]];
            rows += weight;
            events += happened[i] ? weight : 0;
        }
        return rows > 0 ? events / rows : Double.NaN;
    }
}
