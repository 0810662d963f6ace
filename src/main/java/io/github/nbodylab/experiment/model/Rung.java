package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.surrogate.Kernel;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;

/** A way to fit a model; the same rows give the same bits. */
public interface Rung {

    /** The name in specs and files, such as {@code power-law}. */
    String name();

    /** What the model is, in a few words for the report. */
    String description();

    /**
     * Fits the model. Everything that depends on data, the scaling too, comes from these rows alone.
     *
     * @param rows to fit to
     * @throws FitFailedException if no such model can be fitted to them
     */
    Fit fit(TrainingTable rows) throws FitFailedException;

    /** Whether it can predict such a target. */
    default boolean fits(Target target) {
        return !target.isClass();
    }

    /**
     * The rung that a spec describes.
     *
     * @param folds of an inner cross-validation, where it has hyper-parameters to choose
     * @param seed of the experiment
     */
    static Rung of(ModelSpec spec, int folds, long seed) {
        if (spec instanceof ModelSpec.Variant variant) {
            return new VariantRung(
                    variant.specName(),
                    variant.candidates().stream()
                            .map(candidate -> of(candidate, folds, seed))
                            .toList(),
                    variant.candidates().stream().map(ModelSpec::options).toList(),
                    folds,
                    seed);
        }
        return new ImputingRung(new VectorRung(scalar(spec)));
    }

    private static Rung scalar(ModelSpec spec) {
        if (spec instanceof ModelSpec.Constant) {
            return new ConstantRung();
        }
        if (spec instanceof ModelSpec.PowerLaw) {
            return new LinearRung("power-law", 1, true);
        }
        if (spec instanceof ModelSpec.Polynomial polynomial) {
            return new LinearRung("polynomial", polynomial.degree(), false);
        }
        if (spec instanceof ModelSpec.GaussianProcess process) {
            return new GaussianProcessRung(
                    Kernel.of(process.kernel().specName()), process.lengthScales() == ModelSpec.LengthScales.PER_INPUT);
        }
        throw new IllegalArgumentException("no rung fits " + spec);
    }
}
