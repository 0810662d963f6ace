package io.github.nbodylab.experiment.model.network;

/**
 * Gradient descent, with Nesterov's momentum if there is any: the velocity v becomes m v - rate g, and the step is m v -
 * rate g with the new v (Sutskever et al. 2013, equations 3 and 4, told by the parameters at which the gradient is
 * taken).
 */
final class GradientDescent implements Optimizer {

    private final double momentum;
    private final double[] velocity;

    /** A momentum of 0 is plain gradient descent. */
    GradientDescent(double momentum, int p) {
        this.momentum = momentum;
        velocity = new double[p];
    }

    @Override
    public void step(double[] parameters, double[] gradient, double rate) {
        for (int i = 0; i < parameters.length; i++) {
            double push = rate * gradient[i];
            velocity[i] = momentum * velocity[i] - push;
            parameters[i] += momentum * velocity[i] - push;
        }
    }
}
