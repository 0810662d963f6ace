package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.PlattSigmoid;

/**
 * Fits the sigmoid of Platt (2000) by Newton's method with backtracking, in the corrected form of Lin, Lin and Weng (2007,
 * appendix C): targets stay off 0 and 1 by one row of each class, and no logarithm or exponential overflows.
 */
final class Sigmoid {

    private static final int ITERATIONS = 100;
    private static final double LEAST_STEP = 1e-10;
    private static final double RIDGE = 1e-12;
    private static final double GRADIENT = 1e-8;

    private Sigmoid() {}

    /**
     * Slope and offset of 1 / (1 + exp(slope value + offset)).
     *
     * @param values {@code double[n]}, of a machine
     * @param positive {@code boolean[n]}, whether a row is of the class that large values speak for; some are, some not
     */
    static double[] fit(double[] values, boolean[] positive) {
        int n = values.length;
        int ones = 0;
        for (boolean one : positive) {
            ones += one ? 1 : 0;
        }
        double[] targets = new double[n];
        for (int i = 0; i < n; i++) {
            targets[i] = positive[i] ? (ones + 1.0) / (ones + 2) : 1.0 / (n - ones + 2);
        }
        double slope = 0;
        double offset = StrictMath.log((n - ones + 1.0) / (ones + 1));
        double loss = loss(values, targets, slope, offset);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] g = new double[2];
            double h11 = RIDGE;
            double h22 = RIDGE;
            double h21 = 0;
            for (int i = 0; i < n; i++) {
                double p = PlattSigmoid.probability(slope, offset, values[i]);
                double weight = p * (1 - p);
                h11 += values[i] * values[i] * weight;
                h22 += weight;
                h21 += values[i] * weight;
                g[0] += values[i] * (targets[i] - p);
                g[1] += targets[i] - p;
            }
            if (Math.abs(g[0]) < GRADIENT && Math.abs(g[1]) < GRADIENT) {
                break;
            }
            double determinant = h11 * h22 - h21 * h21;
            double stepSlope = -(h22 * g[0] - h21 * g[1]) / determinant;
            double stepOffset = -(h11 * g[1] - h21 * g[0]) / determinant;
            double descent = g[0] * stepSlope + g[1] * stepOffset;
            double length = 1;
            double lower = loss(values, targets, slope + stepSlope, offset + stepOffset);
            while (length >= LEAST_STEP && !(lower < loss + 1e-4 * length * descent)) {
                length /= 2;
                lower = loss(values, targets, slope + length * stepSlope, offset + length * stepOffset);
            }
            if (length < LEAST_STEP) {
                break;
            }
            slope += length * stepSlope;
            offset += length * stepOffset;
            loss = lower;
        }
        return new double[] {slope, offset};
    }

    private static double loss(double[] values, double[] targets, double slope, double offset) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double exponent = slope * values[i] + offset;
            sum += (exponent >= 0 ? targets[i] * exponent : (targets[i] - 1) * exponent)
                    + StrictMath.log1p(StrictMath.exp(-Math.abs(exponent)));
        }
        return sum;
    }
}
