package io.github.nbodylab.experiment.spec;

import io.github.nbodylab.experiment.surrogate.Target;
import java.util.Arrays;
import java.util.List;

/** The metrics of predictions on rows: which targets they fit, what they are measured in, and what is good. */
public enum Metric implements Named {
    /** 1 - sum of squared errors over the sum of squares about the mean; 1 is perfect. */
    Q2("q2", Fits.NUMBERS, Better.LARGER, Unit.PURE, Double.NEGATIVE_INFINITY, 1),
    /** Root mean squared error. */
    RMSE("rmse", Fits.NUMBERS, Better.SMALLER, Unit.TARGET, 0, Double.POSITIVE_INFINITY),
    /** Mean absolute error. */
    MAE("mae", Fits.NUMBERS, Better.SMALLER, Unit.TARGET, 0, Double.POSITIVE_INFINITY),
    /** The largest absolute error. */
    MAX_ERROR("max-error", Fits.NUMBERS, Better.SMALLER, Unit.TARGET, 0, Double.POSITIVE_INFINITY),
    /** Mean natural logarithm of the predictive density at what was observed, the target in its own unit. */
    LOG_LIKELIHOOD(
            "log-likelihood",
            Fits.NUMBERS,
            Better.LARGER,
            Unit.PURE,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY),
    /** Mean continuous ranked probability score of the predictive distribution. */
    CRPS("crps", Fits.NUMBERS, Better.SMALLER, Unit.TARGET, 0, Double.POSITIVE_INFINITY),
    /** Fraction of rows inside of their central 50 % interval. */
    COVERAGE50("coverage50", Fits.NUMBERS, Better.NOMINAL, Unit.PURE, 0, 1),
    /** Fraction of rows inside of their central 80 % interval. */
    COVERAGE80("coverage80", Fits.NUMBERS, Better.NOMINAL, Unit.PURE, 0, 1),
    /** Fraction of rows inside of their central 95 % interval. */
    COVERAGE95("coverage95", Fits.NUMBERS, Better.NOMINAL, Unit.PURE, 0, 1),
    /** Mean width of the central 95 % intervals. */
    WIDTH95("width95", Fits.NUMBERS, Better.SMALLER, Unit.TARGET, 0, Double.POSITIVE_INFINITY),
    /** Mean deviance of a row, of a Poisson or negative binomial distribution. */
    DEVIANCE("deviance", Fits.COUNTS, Better.SMALLER, Unit.PURE, 0, Double.POSITIVE_INFINITY),
    /** 1 - deviance over that of the mean; 1 is perfect. */
    DEVIANCE_EXPLAINED("deviance-explained", Fits.COUNTS, Better.LARGER, Unit.PURE, Double.NEGATIVE_INFINITY, 1),
    /** Fraction of rows whose likeliest class is theirs. */
    ACCURACY("accuracy", Fits.CLASSES, Better.LARGER, Unit.PURE, 0, 1),
    /** Area under the receiver operating characteristic; of more than two classes, the mean of each against the rest. */
    AUC("auc", Fits.CLASSES, Better.LARGER, Unit.PURE, 0, 1),
    /** Average precision; of more than two classes, the mean of each against the rest. */
    PR_AUC("pr-auc", Fits.CLASSES, Better.LARGER, Unit.PURE, 0, 1),
    /** Brier score: of two classes the mean of (p - y)^2, of more the sum of it over the classes. */
    BRIER("brier", Fits.CLASSES, Better.SMALLER, Unit.PURE, 0, 2),
    /** 1 - Brier score over that of the base rates. */
    BRIER_SKILL("brier-skill", Fits.CLASSES, Better.LARGER, Unit.PURE, Double.NEGATIVE_INFINITY, 1),
    /** Mean negative natural logarithm of the probability of the observed class. */
    LOG_LOSS("log-loss", Fits.CLASSES, Better.SMALLER, Unit.PURE, 0, Double.POSITIVE_INFINITY),
    /** Expected calibration error, in bins of equally many rows. */
    CALIBRATION_ERROR("calibration-error", Fits.CLASSES, Better.SMALLER, Unit.PURE, 0, 1),
    /** Probability that the model's domain grades a row held out beyond worse than one held out within. */
    EXTRAPOLATION_AUC("extrapolation-auc", Fits.ALL, Better.LARGER, Unit.PURE, 0, 1);

    private final String specName;
    private final Fits fits;
    private final Better better;
    private final Unit unit;
    private final double lowest;
    private final double highest;

    Metric(String specName, Fits fits, Better better, Unit unit, double lowest, double highest) {
        this.specName = specName;
        this.fits = fits;
        this.better = better;
        this.unit = unit;
        this.lowest = lowest;
        this.highest = highest;
    }

    @Override
    public String specName() {
        return specName;
    }

    /** Whether it can be computed for targets of a kind. */
    public boolean fits(Target.Kind kind) {
        return switch (fits) {
            case NUMBERS -> kind != Target.Kind.CLASS;
            case COUNTS -> kind == Target.Kind.COUNT;
            case CLASSES -> kind == Target.Kind.CLASS;
            case ALL -> true;
        };
    }

    /** What is good. */
    public Better better() {
        return better;
    }

    /** What it is measured in. */
    public Unit unit() {
        return unit;
    }

    /** The values that it can have. */
    Interval possible() {
        return new Interval(lowest, Double.isFinite(lowest), highest, Double.isFinite(highest));
    }

    /** Whether it can be had only where rows are held out beyond. */
    public boolean needsBeyond() {
        return this == EXTRAPOLATION_AUC;
    }

    /** All that fit targets of a kind, in order. */
    public static List<Metric> of(Target.Kind kind) {
        return Arrays.stream(values()).filter(metric -> metric.fits(kind)).toList();
    }

    /** Which values are good. */
    public enum Better {
        /** The larger, the better. */
        LARGER,
        /** The smaller, the better. */
        SMALLER,
        /** The nearer to the nominal fraction in its name, the better. */
        NOMINAL
    }

    /** What values are measured in. */
    public enum Unit {
        /** The unit of the target. */
        TARGET,
        /** None. */
        PURE
    }

    private enum Fits {
        NUMBERS,
        COUNTS,
        CLASSES,
        ALL
    }
}
