package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a Gaussian process says of each of its points when it has not seen that one, at the hyper-parameters fitted to all
 * (Rasmussen and Williams 2006, equations 5.10 to 5.12; Dubrule 1983 where the mean is estimated, which is estimated again).
 *
 * @param observed {@code double[n]}
 * @param means {@code double[n]}
 * @param variances {@code double[n]}, of observations: the noise of the point is in them
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never changed
record LeaveOneOut(double[] observed, double[] means, double[] variances) {

    /** Within how many standard deviations 95 % of a normal distribution are. */
    private static final double Z95 = 1.959963984540054;

    /**
     * Leaves out each point in turn.
     *
     * @param y {@code double[n]}, as the process was fitted to them
     * @param weights P y
     * @param precision P, the lower triangle
     */
    static LeaveOneOut of(double[] y, double[] weights, double[][] precision) {
        double[] means = new double[y.length];
        double[] variances = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            variances[i] = 1 / precision[i][i];
            means[i] = y[i] - weights[i] * variances[i];
        }
        return new LeaveOneOut(y.clone(), means, variances);
    }

    /** One minus the sum of squared errors over that of the targets about their mean. */
    double q2() {
        double mean = Scaling.mean(observed);
        double errors = 0;
        double spread = 0;
        for (int i = 0; i < observed.length; i++) {
            errors += (observed[i] - means[i]) * (observed[i] - means[i]);
            spread += (observed[i] - mean) * (observed[i] - mean);
        }
        return 1 - errors / spread;
    }

    /** The mean logarithm of the predictive density of a point, for targets in a unit. */
    double logDensity(double unit) {
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            double error = observed[i] - means[i];
            sum -= 0.5
                    * (error * error / variances[i] + StrictMath.log(2 * StrictMath.PI * variances[i] * unit * unit));
        }
        return sum / observed.length;
    }

    /** The share of points within their 95 % intervals. */
    double coverage95() {
        int covered = 0;
        for (int i = 0; i < observed.length; i++) {
            covered += Math.abs(observed[i] - means[i]) <= Z95 * Math.sqrt(variances[i]) ? 1 : 0;
        }
        return (double) covered / observed.length;
    }

    /**
     * How much the process without a point knows of it: the variance of the noiseless function there over that without any
     * data.
     *
     * @param noises {@code double[n]}
     * @param priors {@code double[n]}, variances without any data
     */
    List<Double> varianceRatios(double[] noises, double[] priors) {
        return IntStream.range(0, variances.length)
                .mapToObj(i -> Math.max(0, variances[i] - noises[i]) / priors[i])
                .toList();
    }

    /** The three figures, for targets in a unit. */
    ObjectNode toJson(double unit) {
        return Json.object()
                .put("q2", q2())
                .put("logPredictiveDensity", logDensity(unit))
                .put("coverage95", coverage95());
    }
}
