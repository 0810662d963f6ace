package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

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
