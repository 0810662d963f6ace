// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;

/** The formula of a model that predicts one number. */
interface ScalarForm extends Form {

    /**
     * The prediction.
     *
     * @param inputs of the model
     * @param raw {@code double[inputs]}
     */
    double predict(List<Input> inputs, double[] raw);

    @Override
    default double[] outputs(List<Input> inputs, double[] raw) {
        return new double[] {predict(inputs, raw)};
    }
}
