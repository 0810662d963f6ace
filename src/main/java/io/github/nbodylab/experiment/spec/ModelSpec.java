package io.github.nbodylab.experiment.spec;

/** One rung of the ladder. */
public sealed interface ModelSpec extends Named {

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
    }

    /**
     * A Gaussian process.
     *
     * @param kernel its covariance function
     * @param lengthScales whether inputs share one length scale
     */
    record GaussianProcess(Kernel kernel, LengthScales lengthScales) implements ModelSpec {
        @Override
        public String specName() {
            return "gaussian-process";
        }
    }

    /** Covariance functions (Rasmussen and Williams 2006, section 4.2). */
    enum Kernel implements Named {
        /** Squared exponential. */
        RBF("rbf"),
        /** Matern with smoothness 3/2. */
        MATERN_3_2("matern-3/2"),
        /** Matern with smoothness 5/2. */
        MATERN_5_2("matern-5/2");

        private final String specName;

        Kernel(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }

    /** Length scales of a Gaussian process. */
    enum LengthScales implements Named {
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
}
