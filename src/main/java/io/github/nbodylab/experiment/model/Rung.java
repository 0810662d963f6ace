package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.spec.GaussianProcessSpec;
import io.github.nbodylab.experiment.spec.LogisticSpec;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.NeuralNetworkSpec;
import io.github.nbodylab.experiment.spec.RandomForestSpec;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
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
        if (spec instanceof NeuralNetworkSpec network) {
            return new ImputingRung(new NeuralNetworkRung(network, seed));
        }
        return new ImputingRung(new VectorRung(scalar(spec, seed)));
    }

    private static Rung scalar(ModelSpec spec, long seed) {
        if (spec instanceof ModelSpec.Constant) {
            return new ConstantRung();
        }
        if (spec instanceof ModelSpec.Physics physics) {
            return new PhysicsRung(physics.formula());
        }
        if (spec instanceof ModelSpec.Linear linear) {
            return LinearRung.linear(linear.counts());
        }
        if (spec instanceof ModelSpec.PowerLaw power) {
            return LinearRung.powerLaw(power.counts());
        }
        if (spec instanceof ModelSpec.Polynomial polynomial) {
            return LinearRung.polynomial(polynomial.degree(), polynomial.ridge(), polynomial.counts());
        }
        if (spec instanceof LogisticSpec logistic) {
            return new LogisticRung(logistic.penalty(), logistic.degree());
        }
        if (spec instanceof SupportVectorSpec machine) {
            return new SupportVectorRung(machine, seed);
        }
        if (spec instanceof RandomForestSpec forest) {
            return new RandomForestRung(forest, seed);
        }
        if (spec instanceof GaussianProcessSpec process) {
            return new GaussianProcessRung(process);
        }
        throw new IllegalArgumentException("no rung fits " + spec);
    }
}
