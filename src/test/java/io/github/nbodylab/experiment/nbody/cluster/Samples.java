package io.github.nbodylab.experiment.nbody.cluster;

import io.github.nbodylab.experiment.nbody.Seed;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Samples, and how far they are from a distribution. */
final class Samples {

    /** Kolmogorov's bound at the 0.1 % level, times sqrt(n). */
    static final double KOLMOGOROV = 1.95;

    private static final int CELLS = 4000;

    private Samples() {}

    static UniformRandomProvider random(String name) {
        return Seed.of(name).generator();
    }

    static double[] draw(int n, DoubleSupplier from) {
        return DoubleStream.generate(from).limit(n).toArray();
    }

    static double mean(double[] sample) {
        return Arrays.stream(sample).average().orElseThrow();
    }

    /** The largest difference between the cumulative distributions, times sqrt(n). */
    static double gap(double[] sample, DoubleUnaryOperator distribution) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double gap = 0;
        for (int i = 0; i < sorted.length; i++) {
            double f = distribution.applyAsDouble(sorted[i]);
            gap = Math.max(gap, Math.max(f - (double) i / sorted.length, (i + 1.0) / sorted.length - f));
        }
        return gap * Math.sqrt(sorted.length);
    }

    /** The integral from one limit to another, by the midpoint rule. */
    static double integral(DoubleUnaryOperator density, double from, double to) {
        double h = (to - from) / CELLS;
        double sum = 0;
        for (int c = 0; c < CELLS; c++) {
            sum += density.applyAsDouble(from + (c + 0.5) * h) * h;
        }
        return sum;
    }

    /** The cumulative distribution that belongs to a density from 0 to a limit, which need not be normalised. */
    static DoubleUnaryOperator cumulative(DoubleUnaryOperator density, double limit) {
        double[] table = new double[CELLS + 1];
        for (int c = 1; c <= CELLS; c++) {
            table[c] = table[c - 1] + density.applyAsDouble((c - 0.5) * limit / CELLS);
        }
        return x -> {
            double at = Math.min(x / limit, 1) * CELLS;
            int cell = Math.min((int) at, CELLS - 1);
            return (table[cell] + (at - cell) * (table[cell + 1] - table[cell])) / table[CELLS];
        };
    }
}
