// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;

/** A sum of terms with coefficients, behind a link: the sum itself, or {@code retransformation * exp(sum)}. */
final class LinearForm implements ScalarForm {

    private final List<Term> terms;
    private final double[] coefficients;
    private final boolean logLink;
    private final double retransformation;

    /**
     * Keeps the array it is given.
     *
     * @param coefficients as many as terms
     * @param logLink whether the sum is the logarithm of the target
     * @param retransformation what the exponential is multiplied with; without effect without a logarithm
     */
    LinearForm(List<Term> terms, double[] coefficients, boolean logLink, double retransformation) {
        this.terms = List.copyOf(terms);
        this.coefficients = coefficients;
        this.logLink = logLink;
        this.retransformation = retransformation;
    }

    @Override
    public double predict(List<Input> inputs, double[] raw) {
        double[] values = Features.terms(inputs, terms, raw);
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += coefficients[t] * values[t];
        }
        return logLink ? retransformation * StrictMath.exp(sum) : sum;
    }
}
