// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.ArrayList;
import java.util.List;

/** Reads the terms of a model file. */
final class TermReader {

    private TermReader() {}

    /**
     * The term that an object describes by its factors.
     *
     * @param inputs of the model
     */
    static Term term(Fields object, List<Input> inputs) {
        List<Term.Factor> factors = new ArrayList<>();
        for (Fields factor : object.objects("factors")) {
            factors.add(factor(factor, inputs));
        }
        return new Term(factors);
    }

    private static Term.Factor factor(Fields factor, List<Input> inputs) {
        String name = factor.text("input");
        int position = inputs.stream().map(Input::name).toList().indexOf(name);
        if (position < 0) {
            throw new IllegalArgumentException("a term uses '" + name + "', which is no input");
        }
        if (!inputs.get(position).isCategory()) {
            double power = factor.number("power");
            if (power != (int) power) {
                throw new IllegalArgumentException("a power is a whole number, not " + power);
            }
            return new Term.Power(position, (int) power);
        }
        int level = inputs.get(position).levels().indexOf(factor.text("level"));
        if (level < 0) {
            throw new IllegalArgumentException("a term uses a level that '" + name + "' does not have");
        }
        return new Term.Level(position, level);
    }
}
