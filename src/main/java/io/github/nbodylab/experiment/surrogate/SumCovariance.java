// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;

/** The sum of independent processes. */
public final class SumCovariance implements Covariance {

    private final List<Covariance> terms;

    /** A sum of one term at least. */
    public SumCovariance(List<Covariance> terms) {
        this.terms = List.copyOf(terms);
    }

    @Override
    public void between(double[] point, double[][] columns, int from, int to, double[] out) {
        terms.get(0).between(point, columns, from, to, out);
        double[] next = new double[to];
        for (Covariance term : terms.subList(1, terms.size())) {
            term.between(point, columns, from, to, next);
            for (int k = from; k < to; k++) {
                out[k] += next[k];
            }
        }
    }

    @Override
    public double variance(double[] point) {
        double sum = 0;
        for (Covariance term : terms) {
            sum += term.variance(point);
        }
        return sum;
    }

    /** The terms. */
    public List<Covariance> terms() {
        return terms;
    }
}
