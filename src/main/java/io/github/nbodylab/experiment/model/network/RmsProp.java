package io.github.nbodylab.experiment.model.network;

/** Steps over the root of a running mean of the squared gradient (Tieleman and Hinton 2012, lecture 6.5). */
final class RmsProp implements Optimizer {

    private static final double KEPT = 0.9;
    private static final double EPSILON = 1e-8;

    private final double[] square;

    RmsProp(int p) {
        square = new double[p];
    }

    @Override
    public void step(double[] parameters, double[] gradient, double rate) {
        for (int i = 0; i < parameters.length; i++) {
            square[i] = KEPT * square[i] + (1 - KEPT) * gradient[i] * gradient[i];
            parameters[i] -= rate * gradient[i] / (Math.sqrt(square[i]) + EPSILON);
        }
    }
}
