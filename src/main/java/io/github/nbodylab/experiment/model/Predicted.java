package io.github.nbodylab.experiment.model;

import java.util.Arrays;

/** What a model says of some rows. */
public final class Predicted {

    private final double[][] outputs;
    private final double[] deviations;

    private Predicted(double[][] outputs, double[] deviations) {
        this.outputs = Arrays.stream(outputs).map((double[] row) -> row.clone()).toArray(double[][]::new);
        this.deviations = deviations.clone();
    }

    /**
     * Of a model that does not know how uncertain it is.
     *
     * @param outputs {@code double[n][outputs]}: the mean of each target, or the probability of each class
     */
    public static Predicted of(double[][] outputs) {
        return new Predicted(outputs, new double[0]);
    }

    /** {@code double[n][outputs]}. A copy. */
    public double[][] outputs() {
        return Arrays.stream(outputs).map((double[] row) -> row.clone()).toArray(double[][]::new);
    }

    /** The predictions of one target, {@code double[n]}. */
    public double[] means(int target) {
        return Arrays.stream(outputs).mapToDouble(row -> row[target]).toArray();
    }

    /** Whether the model knows how uncertain it is. */
    public boolean hasDeviations() {
        return deviations.length > 0;
    }

    /** {@code double[n]}, standard deviations of a single new observation, its noise included. A copy. */
    public double[] deviations() {
        return deviations.clone();
    }
}
