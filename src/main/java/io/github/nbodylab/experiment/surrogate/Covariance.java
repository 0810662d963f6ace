// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/** The covariance of a Gaussian process at two points: a kernel, or a sum or product of several. Immutable. */
public sealed interface Covariance permits StationaryCovariance, LinearCovariance, SumCovariance, ProductCovariance {

    /**
     * The covariances of one point with others, each the same bits whichever of the two is the one.
     *
     * @param point {@code double[columns]}, encoded
     * @param columns {@code double[columns][n]}: the others, by column
     * @param from the first of them that is meant
     * @param to the one after the last
     * @param out {@code double[n]}, filled from {@code from} to {@code to}
     */
    void between(double[] point, double[][] columns, int from, int to, double[] out);

    /** The variance at a point, {@code double[columns]}, encoded. */
    double variance(double[] point);
}
