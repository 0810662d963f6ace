package io.github.nbodylab.experiment.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One rung of the ladder. */
public sealed interface ModelSpec extends Named
        permits ModelSpec.Physics,
                ModelSpec.Variant,
                ModelSpec.Constant,
                ModelSpec.Linear,
                ModelSpec.PowerLaw,
                ModelSpec.Polynomial,
                LogisticSpec,
                SupportVectorSpec,
                RandomForestSpec,
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
     * The options that joined the language after the model, each with the value that leaves it out of a resolved spec, so
     * that no earlier spec changes.
     */
    default Map<String, String> leftOut() {
        return Map.of();
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

    /**
     * A line in the inputs as they are.
     *
     * @param counts how a target that is a count is distributed
     */
    record Linear(Counts counts) implements ModelSpec {
        @Override
        public String specName() {
            return "linear";
        }

        @Override
        public Map<String, String> options() {
            return Map.of("counts", counts.specName());
        }
    }

    /**
     * A product of powers of the inputs.
     *
     * @param counts how a target that is a count is distributed
     */
    record PowerLaw(Counts counts) implements ModelSpec {

        /** Of quasi-Poisson counts. */
        public PowerLaw() {
            this(Counts.QUASI_POISSON);
        }

        @Override
        public String specName() {
            return "power-law";
        }

        @Override
        public Map<String, String> options() {
            return Map.of("counts", counts.specName());
        }

        @Override
        public Map<String, String> leftOut() {
            return Map.of("counts", Counts.QUASI_POISSON.specName());
        }
    }

    /**
     * A polynomial in the (scaled) inputs, all cross terms up to its degree.
     *
     * @param degree 1 to 8
     * @param ridge penalty of the squares of the coefficients but the intercept, 0 or more
     * @param counts how a target that is a count is distributed
     */
    record Polynomial(int degree, double ridge, Counts counts) implements ModelSpec {

        /** Without a penalty, of quasi-Poisson counts. */
        public Polynomial(int degree) {
            this(degree, 0, Counts.QUASI_POISSON);
        }

        @Override
        public String specName() {
            return "polynomial";
        }

        @Override
        public Map<String, String> options() {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("degree", Integer.toString(degree));
            options.put("ridge", Decimal.shortest(ridge));
            options.put("counts", counts.specName());
            return options;
        }

        @Override
        public Map<String, String> leftOut() {
            return Map.of("ridge", Decimal.shortest(0), "counts", Counts.QUASI_POISSON.specName());
        }
    }

    /** Distributions of counts, both with the logarithm of the mean as a sum of terms. */
    enum Counts implements Named {
        /** A variance in proportion to the mean. */
        QUASI_POISSON("quasi-poisson"),
        /** A variance that grows with the square of the mean. */
        NEGATIVE_BINOMIAL("negative-binomial");

        private final String specName;

        Counts(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }
}
