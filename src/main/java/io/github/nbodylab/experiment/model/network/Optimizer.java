package io.github.nbodylab.experiment.model.network;

import io.github.nbodylab.experiment.spec.NeuralNetworkSpec;

/** How parameters follow the gradient of the loss. Keeps what it needs from step to step. */
interface Optimizer {

    /**
     * Makes a step.
     *
     * @param parameters {@code double[p]}, changed
     * @param gradient {@code double[p]} of the loss by them
     * @param rate of learning
     */
    void step(double[] parameters, double[] gradient, double rate);

    /** The optimizer of a spec, at its start, for p parameters. */
    static Optimizer of(NeuralNetworkSpec spec, int p) {
        return switch (spec.optimizer()) {
            case ADAM -> new Adam(p);
            case RMSPROP -> new RmsProp(p);
            case SGD -> new GradientDescent(0, p);
            case MOMENTUM -> new GradientDescent(spec.momentum(), p);
        };
    }
}
