package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.InnerProduct;
import java.util.stream.IntStream;
import smile.math.kernel.MercerKernel;

/**
 * The kernel of all pairs of rows, computed once. Smile sees it as a kernel of the rows' positions, so that it can be told
 * which rows are support vectors.
 */
final class KernelMatrix implements MercerKernel<Integer> {

    private final double[][] lower;

    /**
     * Computes the matrix.
     *
     * @param points {@code double[n][columns]}
     */
    KernelMatrix(InnerProduct kernel, double[][] points) {
        lower = IntStream.range(0, points.length)
                .parallel()
                .mapToObj(i -> IntStream.rangeClosed(0, i)
                        .mapToDouble(j -> kernel.of(points[i], points[j]))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The largest product of a row with itself. */
    double largest() {
        double largest = 0;
        for (int i = 0; i < lower.length; i++) {
            largest = Math.max(largest, lower[i][i]);
        }
        return largest;
    }

    double at(int i, int j) {
        return i >= j ? lower[i][j] : lower[j][i];
    }

    @Override
    public double k(Integer i, Integer j) {
        return at(i, j);
    }

    @Override
    public double[] kg(Integer i, Integer j) {
        return new double[] {at(i, j)};
    }

    @Override
    public MercerKernel<Integer> of(double[] parameters) {
        return this;
    }

    @Override
    public double[] hyperparameters() {
        return new double[0];
    }

    @Override
    public double[] lo() {
        return new double[0];
    }

    @Override
    public double[] hi() {
        return new double[0];
    }
}
