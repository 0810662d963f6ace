// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A trained model that answers in place of simulations. Immutable, safe for use by many threads, and the same bits on
 * every machine ({@link StrictMath} only).
 *
 * <pre>{@code
 * Surrogate model = Surrogate.read(Path.of("models/power-law.json"));
 * double mergers = model.predict(Map.of("particles", 128, "captureNumber", 2.5, "profile", "plummer"));
 * }</pre>
 */
public final class Surrogate {

    /** The newest schema of model files that {@link #parse} reads. */
    public static final int SCHEMA = 1;

    /** The member of a model file that holds the digest of its text. */
    public static final String DIGEST = "digest";

    /** What stands in the place of the digest while the digest is made: as many digits, all zero. */
    public static final String NO_DIGEST = "0".repeat(64);

    /** The quantile of N(0, 1) at .975. */
    private static final double NORMAL_95 = 1.959963984540054;

    private final String kind;
    private final List<Input> inputs;
    private final List<Target> targets;
    private final MissingValues missing;
    private final Form form;
    private final Optional<Domain> domain;
    private final Optional<ResidualBand> residuals;

    Surrogate(
            String kind,
            List<Input> inputs,
            List<Target> targets,
            MissingValues missing,
            Form form,
            Optional<Domain> domain,
            Optional<ResidualBand> residuals) {
        this.kind = requireNonNull(kind, "kind");
        this.inputs = List.copyOf(inputs);
        this.targets = List.copyOf(targets);
        this.missing = requireNonNull(missing, "missing");
        this.form = requireNonNull(form, "form");
        this.domain = requireNonNull(domain, "domain");
        this.residuals = requireNonNull(residuals, "residuals");
    }

    /**
     * Reads a model file.
     *
     * @param file as {@code train} writes it
     * @throws IOException if it cannot be read or is no model file of a known schema; the message names the file
     */
    public static Surrogate read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is no model file: it is not text in UTF-8", e);
        }
    }

    /**
     * Reads the text of a model file.
     *
     * @throws IllegalArgumentException if it is none of a known schema, or was changed since it was written; the message
     *     says in one sentence why
     */
    public static Surrogate parse(String json) {
        return ModelReader.read(json);
    }

    /** The kind of model, a word of the spec language such as {@code gaussian-process}. */
    public String kind() {
        return kind;
    }

    /** The inputs, in the order of {@link #predict(double[])}. */
    public List<Input> inputs() {
        return inputs;
    }

    /** What is predicted: one target, or several. */
    public List<Target> targets() {
        return targets;
    }

    /**
     * What is predicted, where that is one thing.
     *
     * @throws UnsupportedOperationException if there are several targets
     */
    public Target target() {
        if (targets.size() > 1) {
            throw new UnsupportedOperationException("the model predicts "
                    + String.join(" and ", targets.stream().map(Target::name).toList())
                    + " together: ask for its outputs");
        }
        return targets.get(0);
    }

    /**
     * What the model says at a point.
     *
     * @param raw as for {@link #predict(double[])}
     * @return the mean of each target, in its units; or, where the target is a class, the probability of each class
     * @throws IllegalArgumentException as {@link #predict(double[])}
     */
    public double[] outputs(double[] raw) {
        return form.outputs(inputs, missing.fill(raw));
    }

    /**
     * The probabilities of the classes.
     *
     * @param raw as for {@link #predict(double[])}
     * @return {@code double[classes]} in the order of {@link Target#levels}, summing to 1
     * @throws IllegalArgumentException as {@link #predict(double[])}
     * @throws UnsupportedOperationException if the target is no class
     */
    public double[] probabilities(double[] raw) {
        if (!target().isClass()) {
            throw new UnsupportedOperationException("'" + target().name() + "' is a number and has no probabilities");
        }
        return outputs(raw);
    }

    /**
     * Predicts the mean of the target, or its most probable class; the mean of a count is 0 or more, and not rounded.
     *
     * @param raw {@code double[inputs]} in the units of the training set; a category as the index of its level; NaN for a
     *     missing value, where {@link #mayMiss} says so
     * @return in units of the target; of a class the index of its level
     * @throws IllegalArgumentException if there are not as many numbers as inputs, one is not finite, not above 0 where
     *     the model sees its logarithm, or not the index of a level
     * @throws UnsupportedOperationException if there are several targets
     */
    public double predict(double[] raw) {
        if (form instanceof ScalarForm scalar) {
            return scalar.predict(inputs, missing.fill(raw));
        }
        if (!target().isClass()) {
            return outputs(raw)[0];
        }
        double[] probabilities = outputs(raw);
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        return best;
    }

    /**
     * Predicts from named values.
     *
     * @param values for each input a {@link Number}, or the word of a category; nothing else
     * @return as {@link #predict(double[])}
     * @throws IllegalArgumentException if an input is missing, unknown, of the wrong type, or as for
     *     {@link #predict(double[])}
     */
    public double predict(Map<String, ?> values) {
        return predict(row(values));
    }

    /**
     * Whether an input may be missing: then the model takes a value of its own, which it learnt from rows of which some
     * missed it.
     *
     * @param input its position
     */
    public boolean mayMiss(int input) {
        return missing.allowed(input);
    }

    /** Whether the model knows how uncertain it is: only a Gaussian process does. */
    public boolean hasDeviation() {
        return form instanceof GaussianProcessForm;
    }

    /**
     * The standard deviation of the latent function: how uncertain the mean is. The noise of a single simulation is not
     * in it.
     *
     * @param raw as for {@link #predict(double[])}
     * @return in units of the target, 0 or more
     * @throws IllegalArgumentException as {@link #predict(double[])}
     * @throws UnsupportedOperationException unless {@link #hasDeviation()}
     */
    public double latentDeviation(double[] raw) {
        return Math.sqrt(latentCovariance(new double[][] {raw})[0][0]);
    }

    /**
     * How the values of the latent function at several points depend on each other.
     *
     * @param raw {@code double[m][inputs]}, rows as for {@link #predict(double[])}
     * @return {@code double[m][m]}, symmetric, in units of the target squared; noise is not in it
     * @throws IllegalArgumentException as {@link #predict(double[])}
     * @throws UnsupportedOperationException unless {@link #hasDeviation()}
     */
    public double[][] latentCovariance(double[][] raw) {
        return process()
                .latentCovariance(inputs, Arrays.stream(raw).map(missing::fill).toArray(double[][]::new));
    }

    /** Whether the model knows how far single simulations scatter; a Gaussian process does, but for those of old files. */
    public boolean hasNoise() {
        return form instanceof GaussianProcessForm process && process.hasNoise();
    }

    /**
     * How far the mean of several new simulations scatters about the latent function. Of counts it grows with the mean that
     * is predicted.
     *
     * @param raw as for {@link #predict(double[])}
     * @param replicates how many simulations, 1 or more
     * @return a variance, in units of the target squared
     * @throws IllegalArgumentException as {@link #predict(double[])}
     * @throws UnsupportedOperationException unless {@link #hasNoise()}
     */
    public double noiseVariance(double[] raw, int replicates) {
        return process().noiseVariance(inputs, missing.fill(raw), replicates);
    }

    /**
     * The standard deviation of one new simulation about the predicted mean: the uncertainty of the mean and the noise
     * together.
     *
     * @param raw as for {@link #predict(double[])}
     * @return in units of the target, 0 or more
     * @throws IllegalArgumentException as {@link #predict(double[])}
     * @throws UnsupportedOperationException unless {@link #hasNoise()}
     */
    public double observationDeviation(double[] raw) {
        return Math.sqrt(latentCovariance(new double[][] {raw})[0][0] + noiseVariance(raw, 1));
    }

    private GaussianProcessForm process() {
        if (form instanceof GaussianProcessForm process) {
            return process;
        }
        throw new UnsupportedOperationException("a " + kind + " model does not know how uncertain it is");
    }

    /** Whether several networks make the model, so that their spread can be told. */
    public boolean hasSpread() {
        return form instanceof NetworkForm networks && networks.size() > 1;
    }

    /**
     * The standard deviation of the predictions of several networks that were fitted from different starts: how far the
     * training leaves the mean open. It is no standard error, and far too small beyond the training set.
     *
     * @param raw as for {@link #predict(double[])}
     * @return for each of the {@link #outputs}, in its units
     * @throws IllegalArgumentException as {@link #predict(double[])}
     * @throws UnsupportedOperationException unless {@link #hasSpread()}
     */
    public double[] spread(double[] raw) {
        if (hasSpread()) {
            return ((NetworkForm) form).spread(inputs, missing.fill(raw));
        }
        throw new UnsupportedOperationException("a " + kind + " model of one network or none has no spread");
    }

    /**
     * How a point lies to the rows that the model was trained on: inside, at their edge or outside.
     *
     * @param raw as for {@link #predict(double[])}
     * @return empty unless the model {@link #hasDomain}
     * @throws IllegalArgumentException as {@link #predict(double[])}
     */
    public Optional<Domain.Reading> reading(double[] raw) {
        double[] whole = missing.fill(raw);
        return domain.map(known -> known.at(
                whole,
                form instanceof GaussianProcessForm process && known.gradesVariance()
                        ? OptionalDouble.of(process.varianceRatio(inputs, whole))
                        : OptionalDouble.empty()));
    }

    /** Whether the model file tells a domain; what {@code train} writes does. */
    public boolean hasDomain() {
        return domain.isPresent();
    }

    /**
     * The interval in which a further observation should lie, from the residuals of rows that the model had not seen.
     *
     * @param raw as for {@link #predict(double[])}
     * @param probability .5, .8 or .95
     * @return in units of the target; empty if the model file has no such interval
     * @throws IllegalArgumentException as {@link #predict(double[])}
     */
    public Optional<ResidualBand.Range> residualInterval(double[] raw, double probability) {
        return residuals.flatMap(band -> band.at(predict(raw), probability));
    }

    /**
     * The interval in which a further observation of a target should lie with a probability of 95 %: of a model that
     * {@link #hasNoise} the quantiles of the normal distribution of its mean and {@link #observationDeviation}, of others the
     * {@link #residualInterval}. That of a count does not go below 0.
     *
     * @param raw as for {@link #predict(double[])}
     * @param target its position among the {@link #targets}
     * @return in units of the target; empty if the model file has none, as of classes, or of several targets that are not
     *     Gaussian processes
     * @throws IllegalArgumentException as {@link #predict(double[])}
     */
    public Optional<ResidualBand.Range> interval(double[] raw, int target) {
        if (form instanceof PartsForm parts) {
            return parts.part(target).interval(missing.fill(raw), 0);
        }
        if (!hasNoise()) {
            return residualInterval(raw, 0.95);
        }
        double mean = predict(raw);
        double half = NORMAL_95 * observationDeviation(raw);
        double low = mean - half;
        return Optional.of(new ResidualBand.Range(targets.get(target).isCount() ? Math.max(0, low) : low, mean + half));
    }

    /**
     * Named values as a row.
     *
     * @param values as for {@link #predict(Map)}
     * @return {@code double[inputs]}
     * @throws IllegalArgumentException if an input is missing, unknown, or of the wrong type
     */
    public double[] row(Map<String, ?> values) {
        double[] raw = new double[inputs.size()];
        for (int i = 0; i < raw.length; i++) {
            Object value = values.get(inputs.get(i).name());
            raw[i] = value == null && mayMiss(i) ? Double.NaN : number(inputs.get(i), value);
        }
        for (String name : values.keySet()) {
            if (inputs.stream().noneMatch(input -> input.name().equals(name))) {
                throw new IllegalArgumentException(
                        "the model has no input '" + name + "', but " + String.join(", ", names()));
            }
        }
        return raw;
    }

    private static double number(Input input, Object value) {
        if (value == null) {
            throw new IllegalArgumentException("the input '" + input.name() + "' is missing");
        }
        if (!input.isCategory() && value instanceof Number number) {
            return number.doubleValue();
        }
        if (input.isCategory() && value instanceof String word) {
            int level = input.levels().indexOf(word);
            if (level >= 0) {
                return level;
            }
        }
        throw new IllegalArgumentException("the input '" + input.name() + "' must be "
                + (input.isCategory() ? "one of " + input.levels() : "a number") + ", not " + value);
    }

    private List<String> names() {
        return inputs.stream().map(Input::name).toList();
    }
}
