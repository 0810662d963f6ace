package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.GroupSums;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.model.Replicates;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The q2 that a perfect model would have: one that knows the mean at every point, and errs by the noise of replicates
 * alone. Each cell of r replicates (a design point, at one time) is expected to cost r / (r - 1) times its sum of squares
 * about its own mean.
 *
 * @param q2 on the held-out rows that have replicates, with its 95 % group-bootstrap interval
 * @param dispersion variance over mean of replicates, pooled over all rows; 1 is Poisson's; NaN where nothing is counted
 */
record Ceiling(Interval q2, double dispersion) {

    /**
     * The ceiling.
     *
     * @return empty if no held-out row has a replicate, or none of those differ
     */
    static Optional<Ceiling> of(TrainingTable table, long seed) {
        TrainingTable test = table.testRows();
        int[] replicated = Replicates.ofGroups(test).cells().stream()
                .filter(cell -> cell.size() > 1)
                .flatMapToInt(cell -> cell.rows().stream().mapToInt(Integer::intValue))
                .sorted()
                .toArray();
        TrainingTable rows = test.rows(replicated);
        double[] values = rows.values();
        if (IntStream.range(1, values.length).allMatch(i -> values[i] == values[0])) {
            return Optional.empty();
        }
        double[] noise = Replicates.ofGroups(rows).noise().orElseThrow();
        return Optional.of(
                new Ceiling(q2(rows, noise, seed), Replicates.ofGroups(table).dispersion()));
    }

    private static Interval q2(TrainingTable rows, double[] noise, long seed) {
        double[] values = rows.values();
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double[] centred = new double[values.length];
        double[] spread = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
            spread[i] = centred[i] * centred[i];
        }
        GroupSums sums = new GroupSums(rows.groups());
        double[] sizes = sums.sizes();
        double[] noises = sums.of(noise);
        double[] first = sums.of(centred);
        double[] second = sums.of(spread);
        return new GroupBootstrap("test", seed, sums.count()).interval(drawn -> {
            double shift = GroupSums.total(drawn, first);
            double about = GroupSums.total(drawn, second) - shift * shift / GroupSums.total(drawn, sizes);
            return about > 0 ? 1 - GroupSums.total(drawn, noises) / about : Double.NaN;
        });
    }

    /** {@code q2} with its interval, and {@code dispersion} where it is defined. */
    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.set("q2", q2.toJson());
        if (!Double.isNaN(dispersion)) {
            json.put("dispersion", dispersion);
        }
        return json;
    }
}
