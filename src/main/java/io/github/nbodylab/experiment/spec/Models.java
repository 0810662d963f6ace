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
            case "power-law" -> new ModelSpec.PowerLaw();
            case "polynomial" -> polynomial(options);
            case "gaussian-process" -> GaussianProcessReader.read(options);
            case "neural-network" -> new NeuralNetworkReader(options).read();
            default -> throw new IllegalArgumentException("no reader for the model " + kind);
        };
    }

    private static ModelSpec polynomial(Section section) {
        long degree = section.item("degree")
                .flatMap(item -> item.whole(1, HIGHEST_DEGREE))
                .orElse(DEFAULT_DEGREE);
        return new ModelSpec.Polynomial((int) degree);
    }
}
