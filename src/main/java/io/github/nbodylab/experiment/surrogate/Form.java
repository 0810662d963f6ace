// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;

/** The formula of a model. */
interface Form {

    /**
     * What the model says at a point.
     *
     * @param inputs of the model
     * @param raw {@code double[inputs]}
     * @return a number for each target, or the probability of each class
     */
    double[] outputs(List<Input> inputs, double[] raw);
}
