package io.github.nbodylab.experiment.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Sums of a quantity of rows over their groups, in the order in which groups first occur. */
public final class GroupSums {

    private final int[] groupOf;
    private final int count;

    /**
     * The groups of rows.
     *
     * @param groups {@code String[n]}
     */
    public GroupSums(String[] groups) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        groupOf = new int[groups.length];
        for (int i = 0; i < groups.length; i++) {
            positions.putIfAbsent(groups[i], positions.size());
            groupOf[i] = positions.get(groups[i]);
        }
        count = positions.size();
    }

    /** How many groups there are. */
    public int count() {
        return count;
    }

    /**
     * The sums.
     *
     * @param rows {@code double[n]}
     * @return {@code double[groups]}
     */
    public double[] of(double[] rows) {
        double[] sums = new double[count];
        for (int i = 0; i < rows.length; i++) {
            sums[groupOf[i]] += rows[i];
        }
        return sums;
    }

    /** Rows in each group, {@code double[groups]}. */
    public double[] sizes() {
        double[] ones = new double[groupOf.length];
        Arrays.fill(ones, 1);
        return of(ones);
    }

    /** The group of each row, from 0, {@code int[n]}. A copy. */
    public int[] positions() {
        return groupOf.clone();
    }

    /**
     * The mean over the rows of drawn groups.
     *
     * @param rows {@code double[n]}
     */
    public ToDoubleFunction<int[]> mean(double[] rows) {
        double[] sums = of(rows);
        double[] sizes = sizes();
        return drawn -> total(drawn, sums) / total(drawn, sizes);
    }

    /** The sum over drawn groups: how often each was drawn, times its sum. */
    public static double total(int[] drawn, double[] sums) {
        double total = 0;
        for (int g = 0; g < sums.length; g++) {
            total += drawn[g] * sums[g];
        }
        return total;
    }
}
