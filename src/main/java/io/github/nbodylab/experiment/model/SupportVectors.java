package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.InnerProduct;
import java.util.Arrays;
import java.util.stream.IntStream;
import smile.model.svm.SVR;
import smile.regression.KernelMachine;

/** A support vector machine, fitted by Smile's sequential minimal optimisation for numbers. */
final class SupportVectors {

    private static final double TOLERANCE = 1e-3;
    /** With a larger product of kernel and penalty, rounding hides the optimum from the tolerance. */
    private static final double LARGEST = 1e9;

    private static final int MARGINS = 5;

    private final int[] vectors;
    private final double[] weights;
    private final double intercept;

    private SupportVectors(int[] vectors, double[] weights, double intercept) {
        this.vectors = vectors;
        this.weights = weights;
        this.intercept = intercept;
    }

    /**
     * Fits numbers.
     *
     * @param kernel of all rows
     * @param rows {@code int[n]}, those to fit to
     * @param values {@code double[n]}
     * @param penalty C, of a unit of error
     * @param epsilon error that costs nothing
     * @throws FitFailedException if the kernel is too large for a solution
     */
    static SupportVectors regression(KernelMatrix kernel, int[] rows, double[] values, double penalty, double epsilon)
            throws FitFailedException {
        refuseLarge(kernel, penalty);
        return solve(kernel, rows, values, penalty, epsilon, TOLERANCE);
    }

    /**
     * Tells two classes apart. The solution is that of the numbers 1 and -1 with the penalty mC and all errors below 1 - m
     * free, divided by m, if m is so small that no point has an error on the far side (Pontil, Rifkin and Evgeniou 1998).
     * Smile's own machine for classes stops before the optimum, depends on a random order, and takes eight times as long.
     *
     * @param kernel of all rows
     * @param rows {@code int[n]}, those of the two classes
     * @param signs {@code double[n]}, each 1 or -1
     * @param penalty C, of a unit on the wrong side of the margin
     * @throws FitFailedException as {@link #regression}
     */
    static SupportVectors classification(KernelMatrix kernel, int[] rows, double[] signs, double penalty)
            throws FitFailedException {
        refuseLarge(kernel, penalty);
        double margin = 1;
        for (int tried = 0; tried < MARGINS; tried++) {
            margin /= 10;
            SupportVectors machine = solve(kernel, rows, signs, margin * penalty, 1 - margin, margin * TOLERANCE)
                    .divided(margin);
            if (machine.farthest(kernel, rows, signs) <= (2 - margin) / margin) {
                return machine;
            }
        }
        throw new FitFailedException("rows lie more than " + 2 / margin
                + " margins from where it parts the classes: ask for a smaller C, or take outliers out of the table");
    }

    /** Positions of the support vectors among all rows, not to be changed. */
    int[] vectors() {
        return vectors;
    }

    /** The weights of their kernels, not to be changed. */
    double[] weights() {
        return weights;
    }

    /** Added to their sum. */
    double intercept() {
        return intercept;
    }

    /**
     * The machine's value at a point.
     *
     * @param points all rows
     */
    double at(InnerProduct kernel, double[][] points, double[] point) {
        double sum = intercept;
        for (int v = 0; v < vectors.length; v++) {
            sum += weights[v] * kernel.of(points[vectors[v]], point);
        }
        return sum;
    }

    private double farthest(KernelMatrix kernel, int[] rows, double[] signs) {
        double farthest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            double sum = intercept;
            for (int v = 0; v < vectors.length; v++) {
                sum += weights[v] * kernel.at(vectors[v], rows[i]);
            }
            farthest = Math.max(farthest, signs[i] * sum);
        }
        return farthest;
    }

    private SupportVectors divided(double margin) {
        return new SupportVectors(
                vectors, Arrays.stream(weights).map(weight -> weight / margin).toArray(), intercept / margin);
    }

    private static void refuseLarge(KernelMatrix kernel, double penalty) throws FitFailedException {
        if (!(kernel.largest() * penalty <= LARGEST)) {
            throw new FitFailedException("its kernel reaches " + kernel.largest()
                    + ", of which no machine can be computed: ask for a smaller gamma, degree or C");
        }
    }

    private static SupportVectors solve(
            KernelMatrix kernel, int[] rows, double[] values, double penalty, double epsilon, double tolerance) {
        Integer[] positions = IntStream.of(rows).boxed().toArray(Integer[]::new);
        KernelMachine<Integer> machine = new SVR<>(kernel, epsilon, penalty, tolerance).fit(positions, values);
        return new SupportVectors(
                Arrays.stream(machine.vectors()).mapToInt(Integer::intValue).toArray(),
                machine.weights(),
                machine.intercept());
    }
}
