package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.InnerProduct;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A support vector machine for each pair of classes. */
final class PairwiseMachines {

    private final List<Input> inputs;
    private final InnerProduct kernel;
    private final double[][] points;
    private final List<Machine> machines;

    /**
     * Keeps the arrays it is given.
     *
     * @param inputs as scaled by the rows
     * @param kernel of all machines
     * @param points {@code double[n][columns]}, the rows as the kernel sees them
     * @param machines of class 0 against 1, 0 against 2 and so on, their vectors positions of rows
     */
    private PairwiseMachines(List<Input> inputs, InnerProduct kernel, double[][] points, List<Machine> machines) {
        this.inputs = inputs;
        this.kernel = kernel;
        this.points = points;
        this.machines = machines;
    }

    /** The inputs, scaled by the rows. */
    List<Input> inputs() {
        return inputs;
    }

    /** The kernel of all machines. */
    InnerProduct kernel() {
        return kernel;
    }

    /** The rows as the kernel sees them, not to be changed. */
    double[][] points() {
        return points;
    }

    /** Class 0 against 1, 0 against 2 and so on. */
    List<Machine> machines() {
        return machines;
    }

    /**
     * One class against another.
     *
     * @param support empty if the rows do not have both
     */
    record Machine(int first, int second, Optional<SupportVectors> support) {}

    /**
     * Fits all pairs.
     *
     * @throws FitFailedException as {@link SupportVectors}
     */
    static PairwiseMachines fit(TrainingTable rows, SupportVectorSpec spec) throws FitFailedException {
        List<Input> inputs = Scaling.standard(rows);
        double[][] points = Arrays.stream(rows.inputs())
                .map(row -> Features.oneHot(inputs, row))
                .toArray(double[][]::new);
        InnerProduct kernel = SupportVectorOptions.kernel(spec, points);
        KernelMatrix matrix = new KernelMatrix(kernel, points);
        double[] labels = rows.values();
        int classes = rows.target().levels().size();
        List<Machine> machines = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            for (int j = i + 1; j < classes; j++) {
                machines.add(machine(matrix, labels, i, j, spec.penalty()));
            }
        }
        return new PairwiseMachines(inputs, kernel, points, machines);
    }

    private static Machine machine(KernelMatrix kernel, double[] labels, int first, int second, double penalty)
            throws FitFailedException {
        int[] positions = IntStream.range(0, labels.length)
                .filter(r -> labels[r] == first || labels[r] == second)
                .toArray();
        double[] signs = Arrays.stream(positions)
                .mapToDouble(r -> labels[r] == first ? 1 : -1)
                .toArray();
        if (Arrays.stream(signs).distinct().count() < 2) {
            return new Machine(first, second, Optional.empty());
        }
        return new Machine(
                first, second, Optional.of(SupportVectors.classification(kernel, positions, signs, penalty)));
    }

    /**
     * Writes kernel, support vectors and machines.
     *
     * @param sigmoids {@code double[pairs][2]}, slope and offset
     * @return how many support vectors there are
     */
    int write(ObjectNode json, double[][] sigmoids) throws FitFailedException {
        json.set("kernel", SupportVectorOptions.json(kernel));
        TreeSet<Integer> all = new TreeSet<>();
        for (Machine machine : machines) {
            Arrays.stream(both(machine).vectors()).forEach(all::add);
        }
        int[] rows = all.stream().mapToInt(Integer::intValue).toArray();
        ArrayNode vectors = json.putArray("supportVectors");
        for (int row : rows) {
            vectors.add(ModelJson.array(points[row]));
        }
        ArrayNode array = json.putArray("machines");
        for (int m = 0; m < sigmoids.length; m++) {
            SupportVectors machine = both(machines.get(m));
            ObjectNode node = array.addObject();
            ArrayNode used = node.putArray("vectors");
            Arrays.stream(machine.vectors()).forEach(row -> used.add(Arrays.binarySearch(rows, row)));
            node.set("weights", ModelJson.array(machine.weights()));
            node.put("intercept", machine.intercept());
            node.put("slope", sigmoids[m][0]).put("offset", sigmoids[m][1]);
        }
        return rows.length;
    }

    private static SupportVectors both(Machine machine) throws FitFailedException {
        return machine.support()
                .orElseThrow(() -> new FitFailedException(
                        "the rows lack one of its classes: ask for fewer folds, or have more groups of rows"));
    }
}
