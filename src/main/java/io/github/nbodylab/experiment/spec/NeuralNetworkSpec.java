package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fully connected network.
 *
 * @param layers units of each hidden layer, from the inputs to the outputs
 * @param activation of these
 * @param optimizer how its weights are found
 * @param learningRate the step at the start
 * @param decay after t epochs the step is {@code learningRate / (1 + decay t)}
 * @param momentum of the optimizer of that name: what is kept of the last step, 0 to below 1
 * @param batch rows of a mini-batch, 1 or more
 * @param epochs passes through all rows, at most
 * @param penalty half of it times the sum of the squared weights (not biases) is added to the sum of the losses of
 *     all rows
 * @param earlyStopping when it stops before; never if empty
 * @param seeds how many networks are fitted, from other starts; their predictions are averaged
 */
public record NeuralNetworkSpec(
        List<Integer> layers,
        Activation activation,
        Optimizer optimizer,
        double learningRate,
        double decay,
        double momentum,
        int batch,
        int epochs,
        double penalty,
        Optional<EarlyStopping> earlyStopping,
        int seeds)
        implements ModelSpec {

    /** What a spec without options means; chosen by measurement, see the page on statistics. */
    static final NeuralNetworkSpec DEFAULT = new NeuralNetworkSpec(
            List.of(32, 32), Activation.TANH, Optimizer.ADAM, 0.01, 0.01, 0.9, 32, 500, 0.2, Optional.empty(), 5);

    public NeuralNetworkSpec {
        layers = List.copyOf(layers);
        requireNonNull(activation, "activation");
        requireNonNull(optimizer, "optimizer");
        requireNonNull(earlyStopping, "earlyStopping");
    }

    @Override
    public String specName() {
        return "neural-network";
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("layers", layers.toString());
        options.put("activation", activation.specName());
        options.put("optimizer", optimizer.specName());
        options.put("learningRate", Decimal.shortest(learningRate));
        options.put("decay", Decimal.shortest(decay));
        options.put("momentum", Decimal.shortest(momentum));
        options.put("batch", Integer.toString(batch));
        options.put("epochs", Integer.toString(epochs));
        options.put("penalty", Decimal.shortest(penalty));
        options.put(
                "earlyStopping",
                earlyStopping
                        .map(stop -> "{fraction: " + Decimal.shortest(stop.fraction()) + ", patience: "
                                + stop.patience() + "}")
                        .orElse("none"));
        options.put("seeds", Integer.toString(seeds));
        return options;
    }

    /**
     * When training stops before its last epoch; the weights are then those of the best epoch.
     *
     * @param fraction of the groups that are watched and not learnt from, above 0 and below 1
     * @param patience epochs without a smaller loss of these, after which it stops
     */
    public record EarlyStopping(double fraction, int patience) {

        static final EarlyStopping DEFAULT = new EarlyStopping(0.2, 50);
    }

    /** What the hidden units do with their weighted sum. */
    public enum Activation implements Named {
        /** The hyperbolic tangent. */
        TANH("tanh"),
        /** max(0, z). */
        RELU("relu"),
        /** The logistic function. */
        LOGISTIC("logistic"),
        /** Nothing: the network is linear. */
        IDENTITY("identity");

        private final String specName;

        Activation(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }

    /** How weights follow the gradient of the loss. */
    public enum Optimizer implements Named {
        /** Adam (Kingma and Ba 2015). */
        ADAM("adam"),
        /** Stochastic gradient descent. */
        SGD("sgd"),
        /** The same with Nesterov's momentum. */
        MOMENTUM("momentum"),
        /** Steps over the root of a running mean of squared gradients (Tieleman and Hinton 2012). */
        RMSPROP("rmsprop");

        private final String specName;

        Optimizer(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }
}
