package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The sigmoids that make probabilities of the values of machines (Platt 2000), fitted to values at rows whose group the
 * machine has not seen.
 */
final class PlattScaling {

    private static final int FOLDS = 5;

    private final double[][] sigmoids;
    private final List<String> notes;

    /**
     * Keeps the arrays it is given.
     *
     * @param sigmoids {@code double[pairs][2]}, slope and offset
     * @param notes on pairs for which there were no such values
     */
    private PlattScaling(double[][] sigmoids, List<String> notes) {
        this.sigmoids = sigmoids;
        this.notes = notes;
    }

    /** {@code double[pairs][2]}, slope and offset of each pair; not to be changed. */
    double[][] sigmoids() {
        return sigmoids;
    }

    /** What the user should know of them. */
    List<String> notes() {
        return notes;
    }

    /**
     * Fits.
     *
     * @param machines fitted to all rows
     * @param seed of the experiment
     * @throws FitFailedException if there is one group only, or the machines of a fold cannot be fitted
     */
    static PlattScaling fit(TrainingTable rows, PairwiseMachines machines, SupportVectorSpec spec, long seed)
            throws FitFailedException {
        int pairs = machines.machines().size();
        double[][] values = new double[rows.size()][pairs];
        int[] folds = folds(rows, seed);
        for (int f = 0; f <= IntStream.of(folds).max().orElseThrow(); f++) {
            int fold = f;
            int[] inside = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] == fold)
                    .toArray();
            int[] outside = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] != fold)
                    .toArray();
            PairwiseMachines others = PairwiseMachines.fit(rows.rows(outside), spec);
            double[][] raw = rows.rows(inside).inputs();
            for (int r = 0; r < inside.length; r++) {
                values[inside[r]] = values(others, raw[r]);
            }
        }
        double[] labels = rows.values();
        double[][] sigmoids = new double[pairs][];
        List<String> notes = new ArrayList<>();
        for (int m = 0; m < pairs; m++) {
            Optional<double[]> sigmoid = sigmoid(machines.machines().get(m), m, values, labels);
            if (sigmoid.isEmpty()) {
                double[][] raw = rows.inputs();
                double[][] seen = new double[raw.length][];
                for (int r = 0; r < seen.length; r++) {
                    seen[r] = values(machines, raw[r]);
                }
                sigmoid = sigmoid(machines.machines().get(m), m, seen, labels);
                notes.add(note(machines.machines().get(m), rows.target()));
            }
            sigmoids[m] = sigmoid.orElseThrow(() -> new FitFailedException(
                    "the rows lack one of its classes: ask for fewer folds, or have more groups of rows"));
        }
        return new PlattScaling(sigmoids, notes);
    }

    private static int[] folds(TrainingTable rows, long seed) throws FitFailedException {
        try {
            return rows.folds(Math.min(FOLDS, rows.groupCount()), seed);
        } catch (TrainingSetException e) {
            throw new FitFailedException("its probabilities cannot be fitted: " + e.getMessage());
        }
    }

    /** Of each machine, NaN where it could not be fitted. */
    private static double[] values(PairwiseMachines machines, double[] raw) {
        double[] point = Features.oneHot(machines.inputs(), raw);
        return machines.machines().stream()
                .mapToDouble(machine -> machine.support()
                        .map(support -> support.at(machines.kernel(), machines.points(), point))
                        .orElse(Double.NaN))
                .toArray();
    }

    private static Optional<double[]> sigmoid(
            PairwiseMachines.Machine machine, int m, double[][] values, double[] labels) {
        int[] own = IntStream.range(0, labels.length)
                .filter(r -> labels[r] == machine.first() || labels[r] == machine.second())
                .filter(r -> !Double.isNaN(values[r][m]))
                .toArray();
        double[] seen = IntStream.of(own).mapToDouble(r -> values[r][m]).toArray();
        boolean[] first = new boolean[own.length];
        int count = 0;
        for (int r = 0; r < own.length; r++) {
            first[r] = labels[own[r]] == machine.first();
            count += first[r] ? 1 : 0;
        }
        return count == 0 || count == own.length ? Optional.empty() : Optional.of(Sigmoid.fit(seen, first));
    }

    private static String note(PairwiseMachines.Machine machine, Target target) {
        return "the probability of " + target.levels().get(machine.first()) + " against "
                + target.levels().get(machine.second())
                + " comes from rows that the machine has seen, as one of them is in a single group of rows.";
    }
}
