package io.github.nbodylab.experiment.spec;

import java.util.List;
import java.util.Map;

/** One rung of the ladder. */
public sealed interface ModelSpec extends Named
        permits ModelSpec.Physics,
                ModelSpec.Variant,
                ModelSpec.Constant,
                ModelSpec.PowerLaw,
                ModelSpec.Polynomial,
                GaussianProcessSpec,
                NeuralNetworkSpec {

    /** The name of the closed form that a spec may give. */
    String PHYSICS = "physics";

    /** The name of the rung in the ladder, in rules and in files: that of its kind, unless the spec gives another. */
    @Override
    String specName();

    /** The kind of model, such as {@code polynomial}. */
    default String kind() {
        return specName();
    }

    /** The options as a spec writes them, in the order of the language, with every default. */
    default Map<String, String> options() {
        return Map.of();
    }

    /**
     * A closed form that is given, not fitted.
     *
     * @param formula an expression over the inputs
     */
    record Physics(String formula) implements ModelSpec {
        @Override
        public String specName() {
            return PHYSICS;
        }
    }

    /**
     * A rung with a name of its own, or with hyper-parameters to choose from.
     *
     * @param specName the name
     * @param candidates of one kind, one at least; of several, an inner cross-validation chooses
     */
    record Variant(String specName, List<ModelSpec> candidates) implements ModelSpec {

        public Variant {
            candidates = List.copyOf(candidates);
        }

        @Override
        public String kind() {
            return candidates.get(0).kind();
        }
    }

    /** The mean of the target. */
    record Constant() implements ModelSpec {
        @Override
        public String specName() {
            return "constant";
        }
    }

    /** A product of powers of the inputs. */
    record PowerLaw() implements ModelSpec {
        @Override
        public String specName() {
            return "power-law";
        }
    }

    /**
     * A polynomial in the (scaled) inputs, all cross terms up to its degree.
     *
     * @param degree 1 to 8
     */
    record Polynomial(int degree) implements ModelSpec {
        @Override
        public String specName() {
            return "polynomial";
        }

        @Override
        public Map<String, String> options() {
            return Map.of("degree", Integer.toString(degree));
        }
    }
}
