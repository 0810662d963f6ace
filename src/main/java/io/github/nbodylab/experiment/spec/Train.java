package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ladder of models; their order is their complexity, simplest first.
 *
 * @param models at least one, each kind at most once
 * @param folds of the cross-validation by design point, 2 or more
 * @param choose how one of them is chosen
 * @param physics a closed form of the inputs, which models should beat, as an expression
 */
public record Train(List<ModelSpec> models, int folds, Choose choose, Optional<String> physics) {

    public Train {
        models = List.copyOf(models);
        requireNonNull(choose, "choose");
        requireNonNull(physics, "physics");
    }

    /**
     * What models are held against though nobody may choose it: the closed form, where there is one, and the constant,
     * where it is no rung.
     */
    public List<ModelSpec> baselines() {
        List<ModelSpec> baselines = new ArrayList<>();
        if (models.stream().noneMatch(ModelSpec.Constant.class::isInstance)) {
            baselines.add(new ModelSpec.Constant());
        }
        physics.ifPresent(formula -> baselines.add(new ModelSpec.Physics(formula)));
        return baselines;
    }

    /** All that is fitted and scored: the baselines, then the rungs. */
    public List<ModelSpec> fitted() {
        List<ModelSpec> fitted = new ArrayList<>(baselines());
        fitted.addAll(models);
        return fitted;
    }

    /** A ladder without a closed form beside it. */
    public Train(List<ModelSpec> models, int folds, Choose choose) {
        this(models, folds, choose, Optional.empty());
    }

    /** How one model is chosen. */
    public enum Choose implements Named {
        /** The simplest whose cross-validated loss is within one standard error of the best one's. */
        SIMPLEST_WITHIN_ONE_STANDARD_ERROR("simplest-within-one-standard-error"),
        /** The one with the least cross-validated loss. */
        BEST("best");

        private final String specName;

        Choose(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }
}
