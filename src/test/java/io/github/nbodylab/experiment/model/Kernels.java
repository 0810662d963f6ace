package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.spec.GaussianProcessSpec;
import io.github.nbodylab.experiment.spec.KernelExpression;
import io.github.nbodylab.experiment.spec.KernelSyntaxException;

/** Kernels and Gaussian processes for tests. */
final class Kernels {

    private Kernels() {}

    static KernelExpression of(String text) {
        try {
            return KernelExpression.parse(text);
        } catch (KernelSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** With a length scale for each column. */
    static KernelNode node(String text, int... scaleOf) {
        return KernelNode.of(of(text), scaleOf);
    }

    /** A length scale for each input and every default. */
    static GaussianProcessRung rung(String text) {
        return new GaussianProcessRung(GaussianProcessSpec.of(of(text), GaussianProcessSpec.LengthScales.PER_INPUT));
    }
}
