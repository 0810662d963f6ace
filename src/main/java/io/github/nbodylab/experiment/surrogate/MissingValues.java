// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.Arrays;
import java.util.List;

/** What a model takes in place of inputs that are missing, which are NaN. */
final class MissingValues {

    /** Of a model that was fitted to whole rows: nothing may be missing. */
    static final MissingValues NONE = new MissingValues(new double[0]);

    private final double[] instead;

    private MissingValues(double[] instead) {
        this.instead = instead;
    }

    /**
     * As a model file has it.
     *
     * @param model with a member {@code missing}: input to number, or to the word of a category; of those inputs only that
     *     may be missing
     * @throws IllegalArgumentException if it is not so
     */
    static MissingValues of(Fields model, List<Input> inputs) {
        if (!model.has("missing")) {
            return NONE;
        }
        Fields fields = model.object("missing");
        double[] instead = new double[inputs.size()];
        for (int i = 0; i < instead.length; i++) {
            Input input = inputs.get(i);
            if (!fields.has(input.name())) {
                instead[i] = Double.NaN;
            } else if (input.isCategory()) {
                instead[i] = input.levels().indexOf(fields.text(input.name()));
            } else {
                instead[i] = fields.number(input.name());
            }
            if (instead[i] < 0 && input.isCategory()) {
                throw new IllegalArgumentException("a missing '" + input.name() + "' is no level of it");
            }
        }
        return new MissingValues(instead);
    }

    /** Whether an input may be missing. */
    boolean allowed(int input) {
        return input < instead.length && !Double.isNaN(instead[input]);
    }

    /** The row with what is missing filled in; the same array if nothing is. */
    double[] fill(double[] raw) {
        if (instead.length != raw.length || Arrays.stream(raw).noneMatch(Double::isNaN)) {
            return raw;
        }
        double[] filled = raw.clone();
        for (int i = 0; i < filled.length; i++) {
            filled[i] = Double.isNaN(filled[i]) ? instead[i] : filled[i];
        }
        return filled;
    }
}
