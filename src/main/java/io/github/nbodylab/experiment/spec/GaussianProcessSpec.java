package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A Gaussian process.
 *
 * @param kernel its covariance function
 * @param lengthScales whether inputs share one length scale
 * @param minLengthScale the least length scale, in standard deviations of a (logged) input
 * @param maxLengthScale the largest one
 * @param mean its mean function
 * @param noise variance of the targets about it, in their units squared; 0 for none, empty to be fitted; replicate noise of
 *     counts comes on top
 * @param starts from how many points its hyper-parameters are searched
 * @param limit the most points to fit
 */
public record GaussianProcessSpec(
        KernelExpression kernel,
        LengthScales lengthScales,
        double minLengthScale,
        double maxLengthScale,
        Mean mean,
        OptionalDouble noise,
        int starts,
        int limit)
        implements ModelSpec {

    /** The default of {@link #minLengthScale}. */
    public static final double MIN_LENGTH_SCALE = 0.02;

    /** The default of {@link #maxLengthScale}. */
    public static final double MAX_LENGTH_SCALE = 1000;

    /** The default of {@link #starts}. */
    public static final int STARTS = 8;

    /** The default of {@link #limit}. */
    public static final int LIMIT = 2000;

    static final String FITTED = "fitted";
    static final String NONE = "none";

    public GaussianProcessSpec {
        requireNonNull(kernel, "kernel");
        requireNonNull(lengthScales, "lengthScales");
        requireNonNull(mean, "mean");
        if (!(minLengthScale > 0 && minLengthScale < maxLengthScale && maxLengthScale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("length scales from " + minLengthScale + " to " + maxLengthScale);
        }
        if (noise.isPresent() && !(noise.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("a noise variance of " + noise.getAsDouble());
        }
        if (starts < 1 || limit < 2) {
            throw new IllegalArgumentException(starts + " starts, a limit of " + limit);
        }
    }

    /** A process of one kernel with every default. */
    public static GaussianProcessSpec of(KernelExpression kernel, LengthScales lengthScales) {
        return new GaussianProcessSpec(
                kernel,
                lengthScales,
                MIN_LENGTH_SCALE,
                MAX_LENGTH_SCALE,
                Mean.CONSTANT,
                OptionalDouble.empty(),
                STARTS,
                LIMIT);
    }

    @Override
    public String specName() {
        return "gaussian-process";
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("kernel", kernel.text());
        options.put("lengthScales", lengthScales.specName());
        options.put(
                "lengthScaleBounds",
                "{min: " + SpecTree.number(minLengthScale) + ", max: " + SpecTree.number(maxLengthScale) + "}");
        options.put("mean", mean.specName());
        options.put("noise", noiseText());
        options.put("starts", Integer.toString(starts));
        options.put("limit", Integer.toString(limit));
        return options;
    }

    private String noiseText() {
        if (noise.isEmpty()) {
            return FITTED;
        }
        return noise.getAsDouble() == 0 ? NONE : SpecTree.number(noise.getAsDouble());
    }

    /** Length scales of a Gaussian process. */
    public enum LengthScales implements Named {
        /** One for each input. */
        PER_INPUT("per-input"),
        /** One for all inputs. */
        SHARED("shared");

        private final String specName;

        LengthScales(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }

    /** Mean functions of a Gaussian process, their coefficients estimated by generalised least squares. */
    public enum Mean implements Named {
        /** A constant. */
        CONSTANT("constant"),
        /** A constant, and a slope for every input. */
        LINEAR("linear");

        private final String specName;

        Mean(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }
}
