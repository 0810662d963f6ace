// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.ArrayList;
import java.util.List;

/** The probabilities of classes, in proportion to the exponentials of sums of terms. */
final class LogisticForm implements Form {

    private final List<Term> terms;
    private final double[][] coefficients;

    private LogisticForm(List<Term> terms, double[][] coefficients) {
        this.terms = List.copyOf(terms);
        this.coefficients = coefficients;
    }

    /**
     * Reads the terms, each with one coefficient for each class.
     *
     * @param classes how many there are
     */
    static LogisticForm read(Fields model, List<Input> inputs, int classes) {
        List<Fields> objects = model.objects("terms");
        List<Term> terms = new ArrayList<>();
        double[][] coefficients = new double[objects.size()][];
        for (Fields object : objects) {
            coefficients[terms.size()] = object.numbers("coefficients", classes);
            terms.add(TermReader.term(object, inputs));
        }
        return new LogisticForm(terms, coefficients);
    }

    @Override
    public double[] outputs(List<Input> inputs, double[] raw) {
        double[] values = Features.terms(inputs, terms, raw);
        double[] sums = new double[coefficients[0].length];
        for (int t = 0; t < values.length; t++) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += coefficients[t][k] * values[t];
            }
        }
        return Softmax.of(sums);
    }
}
