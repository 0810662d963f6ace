package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Noise;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;

/**
 * What a Gaussian process is fitted to. Of counts: the mean of all rows with equal inputs, which has the noise variance
 * {@code dispersion * mean / r}. The dispersion is pooled over all replicates ({@link Replicates#dispersion}), 1 where
 * there are none; a dispersion of each point's own, from a handful of replicates, would be noise itself and give points
 * that happen to agree too much weight. The mean of a point counts half a merger more than was seen (Jeffreys' estimate
 * of a Poisson rate), so that a point without mergers is not taken for certain. Other targets: the rows as they are,
 * with no known noise.
 *
 * <p>Counts of one simulation at several times share their noise; it is taken as independent here.
 */
final class Points {

    private final boolean counts;
    private final double[][] inputs;
    private final double[] values;
    private final int[] replicates;
    private final double dispersion;

    private Points(boolean counts, double[][] inputs, double[] values, int[] replicates, double dispersion) {
        this.counts = counts;
        this.inputs = inputs;
        this.values = values;
        this.replicates = replicates;
        this.dispersion = dispersion;
    }

    static Points of(TrainingTable rows) {
        double[][] inputs = rows.inputs();
        if (!rows.target().isCount()) {
            return new Points(false, inputs, rows.values(), new int[inputs.length], 0);
        }
        List<Replicates.Cell> cells = Replicates.ofInputs(rows).cells();
        double dispersion = Replicates.ofGroups(rows).dispersion();
        return new Points(
                true,
                cells.stream().map(cell -> inputs[cell.rows().get(0)]).toArray(double[][]::new),
                cells.stream().mapToDouble(Replicates.Cell::mean).toArray(),
                cells.stream().mapToInt(Replicates.Cell::size).toArray(),
                Double.isNaN(dispersion) ? 1 : dispersion);
    }

    int size() {
        return values.length;
    }

    /** How many times the variance of a count exceeds its mean; 0 where the target is no count. */
    double dispersion() {
        return dispersion;
    }

    /** Whether they are means of counts. */
    boolean isOfCounts() {
        return counts;
    }

    boolean hasKnownNoise() {
        return dispersion > 0;
    }

    /** {@code double[n][inputs]}, raw; not to be changed. */
    double[][] inputs() {
        return inputs;
    }

    /** {@code double[n]}; not to be changed. */
    double[] values() {
        return values;
    }

    /**
     * The known noise.
     *
     * @param means {@code double[n]}: the observed ones at first, then those of a fitted process, which do not share
     *     the luck of the observed ones (weights by observed counts pull a fit down)
     * @param unit of the targets
     * @return {@code double[n]}, variances in that unit squared
     */
    double[] noise(double[] means, double unit) {
        double[] noise = new double[values.length];
        for (int i = 0; i < noise.length; i++) {
            if (hasKnownNoise()) {
                noise[i] = new Noise(0, dispersion).variance(means[i], replicates[i]) / (unit * unit);
            }
        }
        return noise;
    }
}
