package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The ladder of models; their order is their complexity, simplest first.
 *
 * @param models at least one, each kind at most once
 * @param folds of the cross-validation by design point, 2 or more
 * @param choose how one of them is chosen
 */
public record Train(List<ModelSpec> models, int folds, Choose choose) {

    public Train {
        models = List.copyOf(models);
        requireNonNull(choose, "choose");
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
