package io.github.nbodylab.experiment.report.record;

import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What validation found of the chosen model alone, and of Gaussian processes; records of older versions have none of it.
 *
 * @param sensitivity Sobol indices of the inputs; empty if there are none
 * @param coverage how often intervals of the chosen model hold
 * @param classes where a classifier is right and wrong
 * @param processes diagnostics of Gaussian processes; empty if there are none
 */
public record Diagnostics(
        List<Sobol> sensitivity,
        Optional<Coverage> coverage,
        Optional<Classes> classes,
        List<GaussianProcess> processes) {

    /** The first-order and the total Sobol index of an input. */
    public record Sobol(String input, Interval first, Interval total) {}

    /** The part of rows within central intervals of several probabilities; {@code residual} if residuals made them. */
    public record Coverage(boolean residual, List<Covered> points) {}

    /** The probability of an interval, and which part of the rows is inside. */
    public record Covered(double nominal, Interval seen) {}

    /**
     * Where a classifier is right and wrong.
     *
     * @param levels the classes
     * @param baseRates how frequent each is
     * @param confusion rows by observed and then by likeliest class
     * @param characteristics of each class against the rest; of two classes of the second alone
     * @param bins of the reliability diagram, with rising predictions
     */
    public record Classes(
            List<String> levels,
            List<Double> baseRates,
            List<List<Long>> confusion,
            List<Characteristic> characteristics,
            List<Bin> bins) {}

    /** Parts of false and true positives of a class, rising from (0, 0) to (1, 1); empty where it is not defined. */
    public record Characteristic(String level, List<Double> falsePositives, List<Double> truePositives) {}

    /** Rows of like predictions: the range and the mean of these, and the frequency of what was predicted. */
    public record Bin(double low, double high, long rows, double predicted, Interval observed) {}

    /**
     * A Gaussian process, on held-out rows.
     *
     * @param model its name
     * @param target which it predicts; empty if there is one only
     * @param every which rows are looked at: every, every second, third, ...
     * @param predicted of each row
     * @param standardizedErrors of each row
     * @param pivotedErrors in the order of the pivots
     * @param distance of all rows together; absent with too few degrees of freedom
     * @param coverage how often its intervals hold
     * @param lengthScales where the search ended
     * @param atBounds hyper-parameters that ended at a bound of the search
     * @param optima the log marginal likelihood where each start ended
     * @param conditionNumber of the covariance matrix; NaN if unknown
     */
    public record GaussianProcess(
            String model,
            String target,
            long every,
            List<Double> predicted,
            List<Double> standardizedErrors,
            List<Double> pivotedErrors,
            Optional<Distance> distance,
            Optional<Coverage> coverage,
            List<LengthScale> lengthScales,
            List<Bound> atBounds,
            List<Double> optima,
            double conditionNumber) {}

    /** A squared Mahalanobis distance, of how many rows, its 95 % reference band, and the probability of more. */
    public record Distance(double squared, long rows, double low, double high, double tail) {}

    /** A length scale in standard deviations of the (logged) input; {@code atBound} is min, max or empty. */
    public record LengthScale(String kernel, String input, double value, String atBound) {}

    /** A hyper-parameter at a bound: min or max. */
    public record Bound(String parameter, String bound) {}
}
