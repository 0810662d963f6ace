// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;

/** From raw inputs to what a model computes with. Fitting and predicting both come through here. */
public final class Features {

    private Features() {}

    /**
     * Scales a row.
     *
     * @param inputs of the model
     * @param raw {@code double[inputs]} in the units of the training set; a category as the index of its level
     * @return {@code double[inputs]} by {@link Input#scale}
     * @throws IllegalArgumentException if there are not as many numbers as inputs, or one of them cannot be scaled
     */
    public static double[] scaled(List<Input> inputs, double[] raw) {
        if (raw.length != inputs.size()) {
            throw new IllegalArgumentException("the model has " + inputs.size() + " inputs ("
                    + String.join(", ", inputs.stream().map(Input::name).toList()) + "), not " + raw.length);
        }
        double[] scaled = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            scaled[i] = inputs.get(i).scale(raw[i]);
        }
        return scaled;
    }

    /**
     * The terms of a linear predictor at a row.
     *
     * @param inputs of the model
     * @param terms of the model
     * @param raw {@code double[inputs]}, as for {@link #scaled}
     * @return {@code double[terms]}
     * @throws IllegalArgumentException as {@link #scaled}
     */
    public static double[] terms(List<Input> inputs, List<Term> terms, double[] raw) {
        double[] scaled = scaled(inputs, raw);
        double[] values = new double[terms.size()];
        for (int t = 0; t < values.length; t++) {
            values[t] = terms.get(t).at(scaled);
        }
        return values;
    }

    /**
     * Scaled numbers, and a category as one column for each level, 1 in that of the row.
     *
     * @param inputs of the model
     * @param raw {@code double[inputs]}, as for {@link #scaled}
     * @return {@code double[columns]}, as many as {@link #columns} names
     * @throws IllegalArgumentException as {@link #scaled}
     */
    public static double[] oneHot(List<Input> inputs, double[] raw) {
        double[] scaled = scaled(inputs, raw);
        int[] columns = columns(inputs);
        double[] row = new double[columns.length];
        for (int c = 0, first = 0; c < row.length; c++) {
            if (c > 0 && columns[c] != columns[c - 1]) {
                first = c;
            }
            int input = columns[c];
            row[c] = inputs.get(input).isCategory() ? (scaled[input] == c - first ? 1 : 0) : scaled[input];
        }
        return row;
    }

    /**
     * Which input each column of {@link #oneHot} belongs to.
     *
     * @return {@code int[columns]}, positions of inputs, rising
     */
    public static int[] columns(List<Input> inputs) {
        int width = 0;
        for (Input input : inputs) {
            width += input.isCategory() ? input.levels().size() : 1;
        }
        int[] columns = new int[width];
        int c = 0;
        for (int i = 0; i < inputs.size(); i++) {
            int size = inputs.get(i).isCategory() ? inputs.get(i).levels().size() : 1;
            for (int k = 0; k < size; k++) {
                columns[c++] = i;
            }
        }
        return columns;
    }
}
