// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;

/** The product of covariances. */
public final class ProductCovariance implements Covariance {

    private final double variance;
    private final List<Covariance> factors;

    /**
     * A product of one factor at least.
     *
     * @param variance a further factor
     */
    public ProductCovariance(double variance, List<Covariance> factors) {
        this.variance = variance;
        this.factors = List.copyOf(factors);
    }

    @Override
    public void between(double[] point, double[][] columns, int from, int to, double[] out) {
        for (int k = from; k < to; k++) {
            out[k] = variance;
        }
        double[] next = new double[to];
        for (Covariance factor : factors) {
            factor.between(point, columns, from, to, next);
            for (int k = from; k < to; k++) {
                out[k] *= next[k];
            }
        }
    }

    @Override
    public double variance(double[] point) {
        double product = variance;
        for (Covariance factor : factors) {
            product *= factor.variance(point);
        }
        return product;
    }

    /** The factor before the others. */
    public double signalVariance() {
        return variance;
    }

    /** The factors. */
    public List<Covariance> factors() {
        return factors;
    }
}
