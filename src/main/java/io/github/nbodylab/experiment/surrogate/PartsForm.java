// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;

/** Several targets, each with a formula of its own. */
final class PartsForm implements Form {

    private final List<Surrogate> parts;

    PartsForm(List<Surrogate> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public double[] outputs(List<Input> inputs, double[] raw) {
        double[] outputs = new double[parts.size()];
        for (int t = 0; t < outputs.length; t++) {
            outputs[t] = parts.get(t).predict(raw);
        }
        return outputs;
    }

    /** The model of one target. */
    Surrogate part(int target) {
        return parts.get(target);
    }
}
