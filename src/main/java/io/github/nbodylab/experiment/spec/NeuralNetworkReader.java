package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the options of {@code neural-network}. */
final class NeuralNetworkReader {

    private static final int MOST_LAYERS = 8;
    private static final long MOST_UNITS = 1024;
    private static final long MOST_ROWS = 1_000_000;
    private static final long MOST_EPOCHS = 100_000;
    private static final long MOST_SEEDS = 100;
    private static final String LAYERS = "list the units of each hidden layer, such as layers: [32, 32]";
    private static final String NONE = "none";
    private static final String STOPPING = "give none, or such as {fraction: 20%, patience: 50}";

    private static final NeuralNetworkSpec DEFAULT = NeuralNetworkSpec.DEFAULT;

    private final Section section;

    NeuralNetworkReader(Section section) {
        this.section = section;
    }

    NeuralNetworkSpec read() {
        NeuralNetworkSpec.Optimizer optimizer = section.item("optimizer")
                .flatMap(item -> item.constant(NeuralNetworkSpec.Optimizer.values(), Language.OPTIMIZERS))
                .orElse(DEFAULT.optimizer());
        return new NeuralNetworkSpec(
                section.item("layers").flatMap(NeuralNetworkReader::layers).orElse(DEFAULT.layers()),
                section.item("activation")
                        .flatMap(item -> item.constant(NeuralNetworkSpec.Activation.values(), Language.ACTIVATIONS))
                        .orElse(DEFAULT.activation()),
                optimizer,
                real("learningRate", Interval.ABOVE_ZERO, DEFAULT.learningRate()),
                real("decay", Interval.AT_LEAST_ZERO, DEFAULT.decay()),
                momentum(optimizer),
                whole("batch", MOST_ROWS, DEFAULT.batch()),
                whole("epochs", MOST_EPOCHS, DEFAULT.epochs()),
                real("penalty", Interval.AT_LEAST_ZERO, DEFAULT.penalty()),
                earlyStopping(),
                whole("seeds", MOST_SEEDS, DEFAULT.seeds()));
    }

    private double real(String key, Interval interval, double otherwise) {
        return section.item(key).flatMap(item -> item.real(interval)).orElse(otherwise);
    }

    private int whole(String key, long most, int otherwise) {
        return section.item(key)
                .flatMap(item -> item.whole(1, most))
                .orElse((long) otherwise)
                .intValue();
    }

    /** The default stands in every resolved spec; any other says something that only one optimizer hears. */
    private double momentum(NeuralNetworkSpec.Optimizer optimizer) {
        double momentum = real("momentum", Interval.ZERO_TO_BELOW_ONE, DEFAULT.momentum());
        if (momentum != DEFAULT.momentum() && optimizer != NeuralNetworkSpec.Optimizer.MOMENTUM) {
            section.refuse(
                    "momentum",
                    "goes with optimizer momentum only, not with " + optimizer.specName(),
                    "leave it out, or use optimizer: momentum");
        }
        return momentum;
    }

    private static Optional<List<Integer>> layers(Item item) {
        Optional<List<Item>> items = item.list(LAYERS);
        if (items.isPresent() && items.get().size() > MOST_LAYERS) {
            return item.refuse("has " + items.get().size() + " layers", "give at most " + MOST_LAYERS);
        }
        List<Integer> layers = new ArrayList<>();
        for (Item units : items.orElse(List.of())) {
            units.whole(1, MOST_UNITS).ifPresent(count -> layers.add(count.intValue()));
        }
        return items.isPresent() && layers.size() == items.get().size() ? Optional.of(layers) : Optional.empty();
    }

    private Optional<NeuralNetworkSpec.EarlyStopping> earlyStopping() {
        Optional<Item> item = section.item("earlyStopping");
        if (item.isEmpty()) {
            return DEFAULT.earlyStopping();
        }
        if (item.get().raw().filter(NONE::equals).isPresent()) {
            return Optional.empty();
        }
        if (!item.get().isMapping()) {
            return item.get().refuse("must be none or a section", STOPPING);
        }
        return item.get().section(Language.EARLY_STOPPING).map(NeuralNetworkReader::earlyStopping);
    }

    private static NeuralNetworkSpec.EarlyStopping earlyStopping(Section keys) {
        return new NeuralNetworkSpec.EarlyStopping(
                keys.item("fraction")
                        .flatMap(value -> value.fraction(Interval.OPEN_UNIT))
                        .orElse(NeuralNetworkSpec.EarlyStopping.DEFAULT.fraction()),
                keys.item("patience")
                        .flatMap(value -> value.whole(1, MOST_EPOCHS))
                        .orElse((long) NeuralNetworkSpec.EarlyStopping.DEFAULT.patience())
                        .intValue());
    }
}
