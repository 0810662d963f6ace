package io.github.nbodylab.experiment.model;

import java.util.Arrays;

/**
 * Counts with log link, by iteratively reweighted least squares (McCullagh and Nelder 1989, sections 2.5, 9.2 and 11.2):
 * quasi-Poisson with a variance in proportion to the mean m, or negative binomial with the variance m + dispersion m^2. A
 * step that makes the deviance grow is halved.
 */
final class CountRegression {

    private static final int ITERATIONS = 100;
    private static final int HALVINGS = 40;
    private static final double TOLERANCE = 1e-12;

    private final double[][] x;
    private final double[] y;
    private final double ridge;
    private final double dispersion;

    /**
     * A regression log(mean) = Xb.
     *
     * @param x {@code double[n][p]}, rows; the first column is the intercept
     * @param y {@code double[n]}, 0 or more, zeros are data
     * @param ridge penalty of the squares of all b but the intercept, 0 or more, added to the deviance
     * @param dispersion of the negative binomial, 0 for quasi-Poisson
     */
    CountRegression(double[][] x, double[] y, double ridge, double dispersion) {
        this.x = x;
        this.y = y;
        this.ridge = ridge;
        this.dispersion = dispersion;
    }

    /**
     * Fits.
     *
     * @throws FitFailedException if all counts are zero, or the iteration does not end
     */
    LeastSquares fit() throws FitFailedException {
        double mean = Scaling.mean(y);
        if (!(mean > 0)) {
            throw new FitFailedException("every count in the rows is 0, which has no logarithm: take rows"
                    + " of longer times, or where there is something to count");
        }
        double[] predictor = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            predictor[i] = StrictMath.log((y[i] + mean) / 2);
        }
        LeastSquares solution = step(predictor);
        double[] coefficients = solution.coefficients();
        double deviance = deviance(coefficients);
        if (!Double.isFinite(deviance)) {
            coefficients = new double[coefficients.length];
            coefficients[0] = StrictMath.log(mean);
            deviance = deviance(coefficients);
        }
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            solution = step(predictor(coefficients));
            double[] next = solution.coefficients();
            double lower = deviance(next);
            for (int h = 0; h < HALVINGS && !(lower <= deviance); h++) {
                for (int j = 0; j < next.length; j++) {
                    next[j] = 0.5 * (next[j] + coefficients[j]);
                }
                lower = deviance(next);
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
                + " iterations: ask for a lower degree, or have more groups of rows");
    }

    /** The means at coefficients, {@code double[n]}. */
    double[] means(double[] coefficients) {
        return Arrays.stream(predictor(coefficients)).map(StrictMath::exp).toArray();
    }

    private static LeastSquares finite(LeastSquares solution) throws FitFailedException {
        for (double coefficient : solution.coefficients()) {
            if (!Double.isFinite(coefficient)) {
                throw new FitFailedException("the fit of counts has no finite coefficients: ask for a lower degree, or"
                        + " have more groups of rows");
            }
        }
        return solution;
    }

    private LeastSquares step(double[] predictor) {
        int n = y.length;
        double[][] weighted = new double[n][];
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            double mean = StrictMath.exp(predictor[i]);
            double root = Math.sqrt(mean / (1 + dispersion * mean));
            weighted[i] = x[i].clone();
            for (int j = 0; j < weighted[i].length; j++) {
                weighted[i][j] *= root;
            }
            right[i] = root * (predictor[i] + (y[i] - mean) / mean);
        }
        return LeastSquares.ridge(weighted, right, ridge);
    }

    private double[] predictor(double[] coefficients) {
        double[] predictor = new double[x.length];
        for (int i = 0; i < predictor.length; i++) {
            for (int j = 0; j < coefficients.length; j++) {
                predictor[i] += x[i][j] * coefficients[j];
            }
        }
        return predictor;
    }

    /** Twice the log likelihood that is missing to a perfect fit, and the penalty; not finite where a mean overflows. */
    private double deviance(double[] coefficients) {
        double[] predictor = predictor(coefficients);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double mean = StrictMath.exp(predictor[i]);
            sum += dispersion > 0 ? negativeBinomial(y[i], mean, predictor[i]) : poisson(y[i], mean, predictor[i]);
        }
        double penalty = 0;
        for (int j = 1; j < coefficients.length; j++) {
            penalty += coefficients[j] * coefficients[j];
        }
        return 2 * sum + ridge * penalty;
    }

    private static double poisson(double count, double mean, double logMean) {
        return count > 0 ? count * (StrictMath.log(count) - logMean) - (count - mean) : mean;
    }

    private double negativeBinomial(double count, double mean, double logMean) {
        double ratio = StrictMath.log1p(dispersion * count) - StrictMath.log1p(dispersion * mean);
        double fit = count > 0 ? count * (StrictMath.log(count) - logMean) : 0;
        return fit - (count + 1 / dispersion) * ratio;
    }
}
