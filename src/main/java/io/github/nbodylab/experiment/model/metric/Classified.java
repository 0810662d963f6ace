package io.github.nbodylab.experiment.model.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Observed classes and the probabilities that were predicted. Of two classes the second is the event. */
public final class Classified {

    private static final double SLACK = 1e-6;

    private final int[] observed;
    private final double[][] probabilities;

    /**
     * Rows.
     *
     * @param observed {@code int[n]}, the index of each row's class
     * @param probabilities {@code double[n][classes]}, each row's sum 1
     * @throws IllegalArgumentException if there are no rows or fewer than two classes, a class is unknown, or the
     *     probabilities of a row are none
     */
    public Classified(int[] observed, double[][] probabilities) {
        if (observed.length == 0 || observed.length != probabilities.length || probabilities[0].length < 2) {
            throw new IllegalArgumentException(
                    "there must be a row of two or more probabilities for each observed class");
        }
        int classes = probabilities[0].length;
        for (int i = 0; i < observed.length; i++) {
            double sum = 0;
            for (double p : probabilities[i]) {
                sum += p >= 0 && p <= 1 ? p : Double.NaN;
            }
            if (!(Math.abs(sum - 1) <= SLACK) || probabilities[i].length != classes) {
                throw new IllegalArgumentException("row " + (i + 1) + " has no " + classes + " probabilities of sum 1");
            }
            if (observed[i] < 0 || observed[i] >= classes) {
                throw new IllegalArgumentException("row " + (i + 1) + " is of the class " + observed[i]
                        + ", but there are " + classes + ", from 0");
            }
        }
        this.observed = observed.clone();
        this.probabilities =
                Arrays.stream(probabilities).map((double[] row) -> row.clone()).toArray(double[][]::new);
    }

    /** How many rows there are. */
    int size() {
        return observed.length;
    }

    /** The index of a row's class. */
    int observed(int row) {
        return observed[row];
    }

    /** The probability of a class in a row. */
    double probability(int row, int level) {
        return probabilities[row][level];
    }

    /** How many classes there are. */
    int classes() {
        return probabilities[0].length;
    }

    /** The likeliest class of each row, of equally likely ones the first. */
    int[] likeliest() {
        return IntStream.range(0, observed.length)
                .map(i -> {
                    int best = 0;
                    for (int c = 1; c < classes(); c++) {
                        best = probabilities[i][c] > probabilities[i][best] ? c : best;
                    }
                    return best;
                })
                .toArray();
    }

    /** The probability of one class in each row. */
    double[] of(int level) {
        return IntStream.range(0, observed.length)
                .mapToDouble(i -> probabilities[i][level])
                .toArray();
    }

    /** Whether each row is of one class. */
    boolean[] is(int level) {
        boolean[] is = new boolean[observed.length];
        for (int i = 0; i < is.length; i++) {
            is[i] = observed[i] == level;
        }
        return is;
    }

    /**
     * Which rows each observed class was taken for.
     *
     * @return {@code int[classes][classes]}, rows of the observed, columns of the likeliest class
     */
    public int[][] confusion() {
        int[][] counts = new int[classes()][classes()];
        int[] likeliest = likeliest();
        for (int i = 0; i < observed.length; i++) {
            counts[observed[i]][likeliest[i]]++;
        }
        return counts;
    }
}
