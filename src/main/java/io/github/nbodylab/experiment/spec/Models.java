package io.github.nbodylab.experiment.spec;

/** Reads the options of each kind of model; what is wrong with them is complained of, and the default taken. */
final class Models {

    private static final long HIGHEST_DEGREE = 8;
    private static final long DEFAULT_DEGREE = 2;

    private Models() {}

    /**
     * One model.
     *
     * @param kind a word of {@link Language#MODELS}
     * @param options its keys without {@code name}, each with one value
     */
    static ModelSpec read(String kind, Section options) {
        return switch (kind) {
            case "constant" -> new ModelSpec.Constant();
            case "linear" -> new ModelSpec.Linear(counts(options));
            case "power-law" -> new ModelSpec.PowerLaw(counts(options));
            case "polynomial" -> polynomial(options);
            case "gaussian-process" -> GaussianProcessReader.read(options);
            case "neural-network" -> new NeuralNetworkReader(options).read();
            case "logistic" -> LogisticSpec.read(options);
            case "support-vector" -> SupportVectorSpec.read(options);
            case "random-forest" -> RandomForestSpec.read(options);
            default -> throw new IllegalArgumentException("no reader for the model " + kind);
        };
    }

    private static ModelSpec polynomial(Section section) {
        long degree = section.item("degree")
                .flatMap(item -> item.whole(1, HIGHEST_DEGREE))
                .orElse(DEFAULT_DEGREE);
        double ridge = section.item("ridge")
                .flatMap(item -> item.real(Interval.AT_LEAST_ZERO))
                .orElse(0.0);
        return new ModelSpec.Polynomial((int) degree, ridge, counts(section));
    }

    private static ModelSpec.Counts counts(Section section) {
        return section.item("counts")
                .flatMap(item -> item.constant(ModelSpec.Counts.values(), Language.COUNTS))
                .orElse(ModelSpec.Counts.QUASI_POISSON);
    }
}
