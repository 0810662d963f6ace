package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.GaussianProcessSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A Gaussian process of the borehole function, Matern 5/2 with a length scale for each input and noise, as both sides fit it:
 * to inputs and targets of mean 0 and standard deviation 1, with mean 0, between the same bounds.
 */
final class PeerProcess {

    private static final TestFunctions FUNCTION = TestFunctions.BOREHOLE;
    private static final int TEST = 2000;

    private final int n;
    private final int starts;
    private final TrainingTable rows;
    private final List<Input> inputs;
    private final MarginalLikelihood likelihood;
    private final double centre;
    private final double unit;
    private double[] logs = new double[0];

    PeerProcess(int n, int starts) {
        this.n = n;
        this.starts = starts;
        double[][] x = FUNCTION.design(n, 1);
        rows = Tables.of(false, Tables.numbers(FUNCTION.inputs()), x, FUNCTION.at(x));
        inputs = standard(rows);
        centre = Scaling.mean(rows.values());
        unit = Scaling.deviation(rows.values(), centre);
        likelihood = new MarginalLikelihood(
                KernelNode.of(
                        Kernels.of("matern-5/2"),
                        IntStream.range(0, FUNCTION.inputs()).toArray()),
                encoded(rows.inputs()),
                new double[0][],
                scaled(rows.values()),
                new double[n],
                OptionalDouble.empty());
    }

    private static List<Input> standard(TrainingTable rows) {
        try {
            return Scaling.standard(rows);
        } catch (FitFailedException e) {
            throw new AssertionError(e);
        }
    }

    String name() {
        return "borehole-" + n + "-" + starts;
    }

    int size() {
        return n;
    }

    int starts() {
        return starts;
    }

    private double[][] encoded(double[][] x) {
        return Arrays.stream(x).map(row -> Features.oneHot(inputs, row)).toArray(double[][]::new);
    }

    private double[] scaled(double[] y) {
        return Arrays.stream(y).map(value -> (value - centre) / unit).toArray();
    }

    private static double[][] points() {
        return FUNCTION.uniform(TEST);
    }

    /** What was observed at the points that are predicted, scaled. */
    double[] observed() {
        return scaled(FUNCTION.at(points()));
    }

    /** CPU seconds of a search, when the code is compiled. */
    double seconds() throws FitFailedException {
        search();
        double start = PeerTask.processSeconds();
        search();
        return PeerTask.processSeconds() - start;
    }

    private void search() throws FitFailedException {
        SearchBox box =
                SearchBox.of(likelihood, GaussianProcessSpec.MIN_LENGTH_SCALE, GaussianProcessSpec.MAX_LENGTH_SCALE);
        logs = new HyperParameterSearch(likelihood, box).search(starts).logs();
        FittedProcess.state(likelihood, logs);
    }

    /** The largest log marginal likelihood that the search found. */
    double logLikelihood() throws FitFailedException {
        return FittedProcess.state(likelihood, logs).logLikelihood();
    }

    /** Writes what scikit-learn is to do, and where ours ended. */
    ObjectNode write(Path folder) throws Exception {
        PeerTask.csv(folder.resolve(name() + ".csv"), likelihood.points(), likelihood.targets());
        PeerTask.csv(folder.resolve(name() + "-test.csv"), encoded(points()), observed());
        ObjectNode task = Json.object();
        task.put("kind", "gp").put("starts", starts);
        task.put("train", name() + ".csv").put("test", name() + "-test.csv");
        SearchBox box =
                SearchBox.of(likelihood, GaussianProcessSpec.MIN_LENGTH_SCALE, GaussianProcessSpec.MAX_LENGTH_SCALE);
        ObjectNode bounds = task.putObject("bounds");
        ObjectNode ours = task.putObject("ours");
        ArrayNode scales = ours.putArray("scales");
        KernelNode kernel = likelihood.kernel();
        for (int j = 0; j < logs.length; j++) {
            double value = StrictMath.exp(logs[j]);
            boolean noise = j == kernel.parameters();
            String what = noise ? "noise" : kernel.isLengthScale(j) ? "scale" : "signal";
            bounds.putArray(what).add(StrictMath.exp(box.low()[j])).add(StrictMath.exp(box.high()[j]));
            if (what.equals("scale")) {
                scales.add(value);
            } else {
                ours.put(what, value);
            }
        }
        return task;
    }

    /** Means and deviations of the product's own process, whose mean is estimated, scaled. */
    ObjectNode predictions() throws FitFailedException {
        var model = Kernels.rung("matern-5/2").fit(rows).surrogate();
        double[][] points = points();
        return Json.object()
                .<ObjectNode>set(
                        "predictions",
                        ModelJson.array(scaled(Arrays.stream(points)
                                .mapToDouble(model::predict)
                                .toArray())))
                .set(
                        "deviations",
                        ModelJson.array(Arrays.stream(points)
                                .mapToDouble(point -> model.observationDeviation(point) / unit)
                                .toArray()));
    }
}
