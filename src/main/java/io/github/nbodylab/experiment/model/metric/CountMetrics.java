package io.github.nbodylab.experiment.model.metric;

import io.github.nbodylab.experiment.model.GroupSums;
import io.github.nbodylab.experiment.spec.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The deviance of counts, twice the log-likelihood that the predicted means lack (McCullagh and Nelder 1989, table 2.1; for
 * the negative binomial Hilbe 2011, section 8.2), as a mean over rows, and the fraction of it that they explain. A mean
 * below 1e-9 counts as that, since one of 0 would make a single count cost an infinity.
 */
final class CountMetrics {

    private static final double SMALLEST_MEAN = 1e-9;

    private CountMetrics() {}

    /**
     * Deviance and the fraction explained.
     *
     * @param observed {@code double[n]}, 0 or more
     * @param means {@code double[n]}, predicted
     * @param dispersion alpha of a variance of mean + alpha mean^2; 0 for Poisson
     * @param sums over their groups
     * @return the fraction is NaN where all drawn rows are equal
     */
    static Map<Metric, ToDoubleFunction<int[]>> of(
            double[] observed, double[] means, double dispersion, GroupSums sums) {
        if (!(dispersion >= 0) || Double.isInfinite(dispersion)) {
            throw new IllegalArgumentException("a dispersion is 0 or more, not " + dispersion);
        }
        double[] deviance = new double[observed.length];
        double[] saturated = new double[observed.length];
        for (int i = 0; i < deviance.length; i++) {
            saturated[i] = fit(observed[i], observed[i], dispersion);
            deviance[i] = 2 * (saturated[i] - fit(observed[i], means[i], dispersion));
        }
        double[] sizes = sums.sizes();
        double[] counts = sums.of(observed);
        double[] best = sums.of(saturated);
        double[] deviances = sums.of(deviance);
        Map<Metric, ToDoubleFunction<int[]>> statistics = new EnumMap<>(Metric.class);
        statistics.put(Metric.DEVIANCE, sums.mean(deviance));
        statistics.put(Metric.DEVIANCE_EXPLAINED, drawn -> {
            double rows = GroupSums.total(drawn, sizes);
            double mean = GroupSums.total(drawn, counts) / rows;
            double ofMean = 2 * (GroupSums.total(drawn, best) - rows * fit(mean, mean, dispersion));
            return ofMean > 1e-12 * rows ? 1 - GroupSums.total(drawn, deviances) / ofMean : Double.NaN;
        });
        return statistics;
    }

    /** The log-likelihood of a mean but for what does not depend on it; linear in the count. */
    private static double fit(double count, double mean, double dispersion) {
        double gain = count == 0 ? 0 : count * StrictMath.log(Math.max(mean, SMALLEST_MEAN));
        return dispersion == 0 ? gain - mean : gain - (count + 1 / dispersion) * StrictMath.log1p(dispersion * mean);
    }
}
