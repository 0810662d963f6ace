package io.github.nbodylab.experiment.model;

/**
 * Negative binomial counts with log link and the variance m + dispersion m^2 (NB2: Cameron and Trivedi 2013, section 3.3).
 * Coefficients and dispersion maximise the likelihood in turn, until the dispersion stays.
 *
 * @param solution the coefficients
 * @param dispersion 0 where the counts vary no more than those of a Poisson distribution
 * @param logLikelihood of the counts
 */
record NegativeBinomial(LeastSquares solution, double dispersion, double logLikelihood) {

    private static final int ROUNDS = 100;
    private static final int HALVINGS = 60;
    private static final double LEAST = 1e-8;
    private static final double MOST = 1e4;
    private static final double TOLERANCE = 1e-9;

    /**
     * Fits.
     *
     * @param x {@code double[n][p]}, rows; the first column is the intercept
     * @param y {@code double[n]}, whole numbers of 0 or more
     * @param ridge as for {@link CountRegression}
     * @throws FitFailedException as {@link CountRegression#fit}
     */
    static NegativeBinomial fit(double[][] x, double[] y, double ridge) throws FitFailedException {
        CountRegression regression = new CountRegression(x, y, ridge, 0);
        LeastSquares solution = regression.fit();
        double dispersion = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] means = regression.means(solution.coefficients());
            double next = dispersion(y, means);
            if (Math.abs(next - dispersion) <= TOLERANCE * next) {
                return new NegativeBinomial(solution, next, logLikelihood(y, means, next));
            }
            dispersion = next;
            regression = new CountRegression(x, y, ridge, dispersion);
            solution = regression.fit();
        }
        throw new FitFailedException("the dispersion of its counts did not settle in " + ROUNDS
                + " rounds: ask for counts: quasi-poisson, or a lower degree");
    }

    /** The most likely dispersion for given means, where the derivative of the likelihood changes its sign. */
    private static double dispersion(double[] counts, double[] means) {
        if (!(slope(counts, means, LEAST) > 0)) {
            return 0;
        }
        double low = StrictMath.log(LEAST);
        double high = StrictMath.log(MOST);
        for (int h = 0; h < HALVINGS; h++) {
            double middle = 0.5 * (low + high);
            if (slope(counts, means, StrictMath.exp(middle)) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return StrictMath.exp(0.5 * (low + high));
    }

    /** The derivative of {@link #logLikelihood} by the dispersion a. */
    static double slope(double[] counts, double[] means, double a) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double mean = means[i];
            for (int k = 1; k < counts[i]; k++) {
                sum += k / (1 + a * k);
            }
            sum += StrictMath.log1p(a * mean) / (a * a) - (counts[i] + 1 / a) * mean / (1 + a * mean);
        }
        return sum;
    }

    /**
     * The logarithm of the probability of counts.
     *
     * @param means {@code double[n]}, above 0
     * @param a the dispersion, 0 or more; with 0 the counts are those of a Poisson distribution
     */
    static double logLikelihood(double[] counts, double[] means, double a) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int k = 1; k <= counts[i]; k++) {
                sum += StrictMath.log1p(a * (k - 1)) - StrictMath.log(k);
            }
            sum += counts[i] * StrictMath.log(means[i]);
            sum -= a > 0 ? (counts[i] + 1 / a) * StrictMath.log1p(a * means[i]) : means[i];
        }
        return sum;
    }
}
