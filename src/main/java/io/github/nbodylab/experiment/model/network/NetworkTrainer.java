package io.github.nbodylab.experiment.model.network;

import io.github.nbodylab.experiment.model.Seeds;
import io.github.nbodylab.experiment.spec.NeuralNetworkSpec;
import io.github.nbodylab.experiment.surrogate.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains networks. Each seed has a start, an order of the mini-batches and, with early stopping, a watched part of the
 * groups of its own, so that together the networks learn from all rows.
 */
public final class NetworkTrainer {

    private final NeuralNetworkSpec spec;
    private final Loss loss;
    private final String purpose;

    /**
     * A trainer.
     *
     * @param purpose all random numbers follow from it and from the number of the network
     */
    public NetworkTrainer(NeuralNetworkSpec spec, Loss loss, String purpose) {
        this.spec = spec;
        this.loss = loss;
        this.purpose = purpose;
    }

    /**
     * Trains a network for each seed, in parallel; they do not depend on each other, and the same examples give the same
     * bits.
     *
     * @param examples of two groups at least if there is early stopping
     */
    public List<TrainedNetwork> train(Examples examples) {
        return IntStream.range(0, spec.seeds())
                .parallel()
                .mapToObj(member -> train(examples, purpose + "\nnetwork " + member))
                .toList();
    }

    private TrainedNetwork train(Examples examples, String member) {
        if (spec.earlyStopping().isEmpty()) {
            return train(examples, Optional.empty(), member);
        }
        List<Examples> parts = examples.split(spec.earlyStopping().get().fraction(), member);
        return train(parts.get(0), Optional.of(parts.get(1)), member);
    }

    private TrainedNetwork train(Examples learnt, Optional<Examples> watched, String member) {
        Activation activation = Activation.of(spec.activation().specName());
        List<Integer> widths = new ArrayList<>(spec.layers());
        widths.add(0, learnt.inputs()[0].length);
        widths.add(learnt.targets()[0].length);
        Training training = new Training(
                spec,
                loss,
                activation,
                learnt,
                Seeds.random(member),
                widths.stream().mapToInt(w -> w).toArray());
        return training.run(watched);
    }
}
