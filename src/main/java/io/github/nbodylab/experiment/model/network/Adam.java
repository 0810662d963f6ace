package io.github.nbodylab.experiment.model.network;

/**
 * Adam with its moments corrected for their start at 0 (Kingma and Ba 2015, algorithm 1, with the constants proposed
 * there).
 */
final class Adam implements Optimizer {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double[] mean;
    private final double[] square;
    private double power1 = 1;
    private double power2 = 1;

    Adam(int p) {
        mean = new double[p];
        square = new double[p];
    }

    @Override
    public void step(double[] parameters, double[] gradient, double rate) {
        power1 *= BETA1;
        power2 *= BETA2;
        double corrected = rate / (1 - power1);
        double correction2 = 1 / (1 - power2);
        for (int i = 0; i < parameters.length; i++) {
            mean[i] = BETA1 * mean[i] + (1 - BETA1) * gradient[i];
            square[i] = BETA2 * square[i] + (1 - BETA2) * gradient[i] * gradient[i];
            parameters[i] -= corrected * mean[i] / (Math.sqrt(correction2 * square[i]) + EPSILON);
        }
    }
}
