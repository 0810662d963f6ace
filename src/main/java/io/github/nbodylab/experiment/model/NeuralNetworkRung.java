package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.network.Examples;
import io.github.nbodylab.experiment.model.network.Loss;
import io.github.nbodylab.experiment.model.network.LossCurve;
import io.github.nbodylab.experiment.model.network.NetworkTrainer;
import io.github.nbodylab.experiment.model.network.TrainedNetwork;
import io.github.nbodylab.experiment.spec.NeuralNetworkSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;

/**
 * Fully connected networks on scaled inputs, one output for each target or class. Numbers are fitted with mean 0 and
 * standard deviation 1 by least squares, counts over their mean by the Poisson deviance, classes by cross-entropy.
 * Targets of different kinds have networks of their own.
 */
final class NeuralNetworkRung implements Rung {

    private final NeuralNetworkSpec spec;
    private final long seed;

    NeuralNetworkRung(NeuralNetworkSpec spec, long seed) {
        this.spec = spec;
        this.seed = seed;
    }

    @Override
    public String name() {
        return spec.specName();
    }

    @Override
    public String description() {
        int networks = spec.seeds();
        return (networks == 1 ? "a network" : "the mean of " + networks + " networks") + " of "
                + String.join(
                        " and ", spec.layers().stream().map(String::valueOf).toList()) + " units, "
                + spec.activation().specName();
    }

    @Override
    public boolean fits(Target target) {
        return true;
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        List<Target> targets = rows.targets();
        if (targets.stream().map(Target::kind).distinct().count() > 1) {
            return new VectorRung(this).fit(rows);
        }
        List<Input> inputs = Scaling.standard(rows);
        TargetScale scale = TargetScale.of(rows);
        Loss loss = switch (targets.get(0).kind()) {
            case REAL -> Loss.SQUARED;
            case COUNT -> Loss.POISSON;
            case CLASS -> Loss.CROSS_ENTROPY;
        };
        Examples examples = new Examples(
                Arrays.stream(rows.inputs())
                        .map(row -> Features.oneHot(inputs, row))
                        .toArray(double[][]::new),
                scale.targets(),
                rows.groups());
        if (spec.earlyStopping().isPresent() && examples.groupCount() < 2) {
            throw new FitFailedException("its early stopping watches groups of rows that it does not learn from, and"
                    + " there is one only: say earlyStopping: none, or have more groups");
        }
        List<TrainedNetwork> networks = new NetworkTrainer(spec, loss, "neural-network\n" + seed).train(examples);
        for (TrainedNetwork network : networks) {
            refuseDiverged(network.curve());
        }
        ObjectNode json = ModelJson.head(name(), inputs, rows);
        json.put("activation", spec.activation().specName());
        json.put("link", loss.link().text());
        json.set("shift", ModelJson.array(scale.shift()));
        json.set("scale", ModelJson.array(scale.scale()));
        ArrayNode array = json.putArray("networks");
        networks.forEach(network -> array.add(layers(network)));
        return new Fit(json, networks.get(0).parameters(), List.of(), details(networks));
    }

    private void refuseDiverged(LossCurve curve) throws FitFailedException {
        if (!curve.isFinite()) {
            throw new FitFailedException("its loss grew beyond all numbers in epoch " + curve.last()
                    + ": give a learningRate below " + spec.learningRate());
        }
    }

    private static ObjectNode layers(TrainedNetwork network) {
        ObjectNode json = Json.object();
        ArrayNode layers = json.putArray("layers");
        for (int i = 0; i < network.weights().size(); i++) {
            ObjectNode layer = layers.addObject();
            ArrayNode weights = layer.putArray("weights");
            for (double[] row : network.weights().get(i)) {
                weights.add(ModelJson.array(row));
            }
            layer.set("biases", ModelJson.array(network.biases().get(i)));
        }
        return json;
    }

    /** The loss curves, of squared errors in units of the variance of the targets, of deviances in units of the mean. */
    private static ObjectNode details(List<TrainedNetwork> networks) {
        ObjectNode details = Json.object();
        ArrayNode curves = details.putArray("lossCurves");
        for (TrainedNetwork network : networks) {
            LossCurve curve = network.curve();
            ObjectNode json = curves.addObject();
            ArrayNode epochs = json.putArray("epochs");
            curve.epochs().forEach(epochs::add);
            ArrayNode training = json.putArray("training");
            curve.training().forEach(training::add);
            if (!curve.validation().isEmpty()) {
                ArrayNode validation = json.putArray("validation");
                curve.validation().forEach(validation::add);
            }
            json.put("keptEpoch", curve.kept());
        }
        return details;
    }
}
