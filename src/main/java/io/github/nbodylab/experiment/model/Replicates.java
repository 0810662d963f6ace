package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows with equal inputs, which differ by noise alone. */
public final class Replicates {

    private final List<Cell> cells;

    private Replicates(List<Cell> cells) {
        this.cells = List.copyOf(cells);
    }

    /** Rows of equal inputs in one group: replicates of one design point. */
    public static Replicates ofGroups(TrainingTable rows) {
        return of(rows, true);
    }

    /** Rows of equal inputs, of whichever group: points that a model cannot tell apart. */
    static Replicates ofInputs(TrainingTable rows) {
        return of(rows, false);
    }

    private static Replicates of(TrainingTable rows, boolean byGroup) {
        double[][] inputs = rows.inputs();
        double[] values = rows.values();
        String[] groups = rows.groups();
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < inputs.length; i++) {
            String key = (byGroup ? groups[i] : "") + Arrays.toString(inputs[i]);
            members.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
        }
        List<Cell> cells = new ArrayList<>();
        for (List<Integer> indices : members.values()) {
            double sum = 0;
            for (int i : indices) {
                sum += values[i];
            }
            double mean = sum / indices.size();
            double squares = 0;
            for (int i : indices) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
            cells.add(new Cell(indices, groups[indices.get(0)], mean, squares));
        }
        return new Replicates(cells);
    }

    /** The cells in the order of their first rows. */
    public List<Cell> cells() {
        return cells;
    }

    /**
     * The dispersion of counts: how many times their variance exceeds their mean, pooled as the sum of squares within
     * cells over the sum of (replicates - 1) times the mean. A ratio of sums, not a mean of ratios: cells with few or no
     * counts cannot upset it.
     *
     * @return 1 is Poisson's; NaN without replicates or without counts
     */
    public double dispersion() {
        double squares = 0;
        double expected = 0;
        for (Cell cell : cells) {
            squares += cell.squares();
            expected += (cell.size() - 1) * cell.mean();
        }
        return expected > 0 ? squares / expected : Double.NaN;
    }

    /**
     * The variance of the noise of each row: that of its cell about its mean, r / (r - 1) times the mean square.
     *
     * @return {@code double[n]}; empty if a row has no replicate
     */
    public Optional<double[]> noise() {
        double[] noise = new double[cells.stream().mapToInt(Cell::size).sum()];
        for (Cell cell : cells) {
            if (cell.size() == 1) {
                return Optional.empty();
            }
            for (int row : cell.rows()) {
                noise[row] = cell.squares() / (cell.size() - 1);
            }
        }
        return Optional.of(noise);
    }

    /**
     * Rows with equal inputs.
     *
     * @param rows their indices
     * @param group of the first
     * @param mean of the target
     * @param squares sum of squares about the mean
     */
    public record Cell(List<Integer> rows, String group, double mean, double squares) {
        public Cell {
            rows = List.copyOf(rows);
        }

        /** How many rows r. */
        public int size() {
            return rows.size();
        }
    }
}
