package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;

/**
 * A rung for rows of which inputs may be missing. In place of a missing number it takes the median, and of a missing word
 * the most frequent one (of several the first), of the rows that it is fitted to: in a cross-validation nothing of the fold
 * that is left out. The model file keeps them for the rows that are predicted.
 */
final class ImputingRung extends RungAround {

    ImputingRung(Rung rung) {
        super(rung);
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        if (rows.columns().stream().noneMatch(Column::gaps)) {
            return rung.fit(rows);
        }
        double[] instead = instead(rows);
        for (int c = 0; c < instead.length; c++) {
            if (Double.isNaN(instead[c])) {
                throw new FitFailedException(
                        "the input '" + rows.columns().get(c).name()
                                + "' is missing in all rows that it is fitted to: take it out of trainingSet.inputs");
            }
        }
        Fit fit = rung.fit(rows.filled(instead));
        ObjectNode json = fit.json().deepCopy();
        ObjectNode missing = json.putObject("missing");
        for (int c = 0; c < instead.length; c++) {
            Column column = rows.columns().get(c);
            if (column.gaps() && column.isCategory()) {
                missing.put(column.name(), column.levels().get((int) instead[c]));
            } else if (column.gaps()) {
                missing.put(column.name(), instead[c]);
            }
        }
        return new Fit(json, fit.parameters(), fit.notes(), fit.details(), fit.varianceRatios());
    }

    /** {@code double[columns]}, what a missing value of each column counts as; NaN where all are missing. */
    static double[] instead(TrainingTable rows) {
        double[] instead = new double[rows.columns().size()];
        double[][] inputs = rows.inputs();
        for (int c = 0; c < instead.length; c++) {
            int column = c;
            double[] known = Arrays.stream(inputs)
                    .mapToDouble(row -> row[column])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (known.length == 0) {
                instead[c] = Double.NaN;
            } else {
                instead[c] = rows.columns().get(c).isCategory() ? mostFrequent(known) : median(known);
            }
        }
        return instead;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : values[middle - 1] / 2 + values[middle] / 2;
    }

    private static double mostFrequent(double[] levels) {
        int[] counts = new int[1 + (int) Arrays.stream(levels).max().orElseThrow()];
        int best = 0;
        for (double level : levels) {
            counts[(int) level]++;
        }
        for (int level = 1; level < counts.length; level++) {
            best = counts[level] > counts[best] ? level : best;
        }
        return best;
    }
}
