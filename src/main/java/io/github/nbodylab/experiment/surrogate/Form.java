// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;

/** The formula of a model. */
sealed interface Form permits LinearForm, GaussianProcessForm {

    /**
     * The prediction.
     *
     * @param inputs of the model
     * @param raw {@code double[inputs]}
     */
    double predict(List<Input> inputs, double[] raw);
}
