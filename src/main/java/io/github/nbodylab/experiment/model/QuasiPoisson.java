package io.github.nbodylab.experiment.model;

/**
 * Counts with log link and a variance in proportion to their mean (McCullagh and Nelder 1989, sections 2.5 and 9.2), by
 * iteratively reweighted least squares. A step that makes the deviance grow is halved.
 */
final class QuasiPoisson {

    private static final int ITERATIONS = 100;
    private static final int HALVINGS = 40;
    private static final double TOLERANCE = 1e-12;

    private QuasiPoisson() {}

    /**
     * Fits log(mean) = Xb.
     *
     * @param x {@code double[n][p]}, rows; the first column is the intercept
     * @param y {@code double[n]}, 0 or more, zeros are data
     * @throws FitFailedException if all counts are zero, or the iteration does not end
     */
    static LeastSquares fit(double[][] x, double[] y) throws FitFailedException {
        double mean = Scaling.mean(y);
        if (!(mean > 0)) {
            throw new FitFailedException("every count in the rows is 0, which has no logarithm: simulate longer,"
                    + " or where there is something to count");
        }
        double[] predictor = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            predictor[i] = StrictMath.log((y[i] + mean) / 2);
        }
        LeastSquares solution = step(x, y, predictor);
        double[] coefficients = solution.coefficients();
        double deviance = deviance(x, y, coefficients);
        if (!Double.isFinite(deviance)) {
            coefficients = new double[coefficients.length];
            coefficients[0] = StrictMath.log(mean);
            deviance = deviance(x, y, coefficients);
        }
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            solution = step(x, y, predictor(x, coefficients));
            double[] next = solution.coefficients();
            double lower = deviance(x, y, next);
            for (int h = 0; h < HALVINGS && !(lower <= deviance); h++) {
                for (int j = 0; j < next.length; j++) {
                    next[j] = 0.5 * (next[j] + coefficients[j]);
                }
                lower = deviance(x, y, next);
            }
            if (!(lower <= deviance)) {
                return finite(solution.withCoefficients(coefficients)); // no step goes further down
            }
            if (deviance - lower <= TOLERANCE * (deviance + 0.1)) {
                return finite(solution.withCoefficients(next));
            }
            coefficients = next;
            deviance = lower;
        }
        throw new FitFailedException("the fit of counts did not converge in " + ITERATIONS
                + " iterations: ask for a lower degree, or simulate more design points");
    }

    private static LeastSquares finite(LeastSquares solution) throws FitFailedException {
        for (double coefficient : solution.coefficients()) {
            if (!Double.isFinite(coefficient)) {
                throw new FitFailedException("the fit of counts has no finite coefficients: ask for a lower degree, or"
                        + " simulate more design points");
            }
        }
        return solution;
    }

    private static LeastSquares step(double[][] x, double[] y, double[] predictor) {
        int n = y.length;
        double[][] weighted = new double[n][];
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            double mean = StrictMath.exp(predictor[i]);
            double root = Math.sqrt(mean);
            weighted[i] = x[i].clone();
            for (int j = 0; j < weighted[i].length; j++) {
                weighted[i][j] *= root;
            }
            right[i] = root * (predictor[i] + (y[i] - mean) / mean);
        }
        return LeastSquares.solve(weighted, right);
    }

    private static double[] predictor(double[][] x, double[] coefficients) {
        double[] predictor = new double[x.length];
        for (int i = 0; i < predictor.length; i++) {
            for (int j = 0; j < coefficients.length; j++) {
                predictor[i] += x[i][j] * coefficients[j];
            }
        }
        return predictor;
    }

    /** Twice the log likelihood that is missing to a perfect fit; not finite where a mean overflows. */
    private static double deviance(double[][] x, double[] y, double[] coefficients) {
        double[] predictor = predictor(x, coefficients);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double mean = StrictMath.exp(predictor[i]);
            sum += y[i] > 0 ? y[i] * (StrictMath.log(y[i]) - predictor[i]) - (y[i] - mean) : mean;
        }
        return 2 * sum;
    }
}
