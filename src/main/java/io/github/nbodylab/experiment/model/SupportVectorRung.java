package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.InnerProduct;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Support vector machines on scaled inputs, a category one-hot. Numbers, counts too, are fitted in units of their standard
 * deviation about their mean: on simulated counts of mean 1 to 30 that was better than their square root or logarithm,
 * or as good. Of classes each pair has its machine (one-vs-one).
 */
final class SupportVectorRung implements Rung {

    /** The kernel of so many rows takes 300 MB. */
    private static final int MOST_ROWS = 5_000;

    private final SupportVectorSpec spec;
    private final long seed;

    /**
     * A rung.
     *
     * @param seed of the experiment, for the folds of the probabilities
     */
    SupportVectorRung(SupportVectorSpec spec, long seed) {
        this.spec = spec;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "support-vector";
    }

    @Override
    public String description() {
        return "support vectors with a " + spec.kernel().specName() + " kernel";
    }

    @Override
    public boolean fits(Target target) {
        return true;
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        if (rows.size() > MOST_ROWS) {
            throw new FitFailedException("its kernel would have " + rows.size() + " rows, more than the " + MOST_ROWS
                    + " that it can hold: take the model out of the ladder, or train on fewer rows");
        }
        return rows.target().isClass() ? classes(rows) : numbers(rows);
    }

    private Fit numbers(TrainingTable rows) throws FitFailedException {
        List<Input> inputs = Scaling.standard(rows);
        double[][] points = Arrays.stream(rows.inputs())
                .map(row -> Features.oneHot(inputs, row))
                .toArray(double[][]::new);
        double[] y = rows.values();
        double mean = Scaling.mean(y);
        double spread = Scaling.deviation(y, mean);
        double deviation = spread > 0 ? spread : 1;
        double[] scaled =
                Arrays.stream(y).map(value -> (value - mean) / deviation).toArray();
        InnerProduct kernel = SupportVectorOptions.kernel(spec, points);
        SupportVectors machine = SupportVectors.regression(
                new KernelMatrix(kernel, points),
                IntStream.range(0, points.length).toArray(),
                scaled,
                spec.penalty(),
                spec.epsilon());
        ObjectNode json = ModelJson.head(name(), inputs, rows);
        json.set("kernel", SupportVectorOptions.json(kernel));
        ArrayNode vectors = json.putArray("supportVectors");
        for (int vector : machine.vectors()) {
            vectors.add(ModelJson.array(points[vector]));
        }
        json.set("weights", ModelJson.array(machine.weights()));
        json.put("intercept", machine.intercept()).put("mean", mean).put("deviation", deviation);
        return new Fit(json, 1 + lengths(), List.of(), details(machine.vectors().length, kernel));
    }

    private Fit classes(TrainingTable rows) throws FitFailedException {
        PairwiseMachines machines = PairwiseMachines.fit(rows, spec);
        PlattScaling scaling = PlattScaling.fit(rows, machines, spec, seed);
        ObjectNode json = ModelJson.head(name(), machines.inputs(), rows);
        int vectors = machines.write(json, scaling.sigmoids());
        return new Fit(
                json, 3 * machines.machines().size() + lengths(), scaling.notes(), details(vectors, machines.kernel()));
    }

    /** As of a Gaussian process, the weights of rows are not counted: they follow from the rows and a few numbers. */
    private int lengths() {
        return spec.gamma().isPresent() ? 0 : 1;
    }

    private static ObjectNode details(int vectors, InnerProduct kernel) {
        return Json.object().put("supportVectors", vectors).put("gamma", kernel.gamma());
    }
}
