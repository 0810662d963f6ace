package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;

/**
 * How well two sides predicted the same rows.
 *
 * @param name model and table
 * @param ofClasses whether it is the accuracy, else q2
 * @param ours the larger the better
 * @param theirs the same
 * @param chance two standard errors of the difference, the rows being paired
 * @param ourSeconds of CPU
 * @param theirSeconds of CPU
 */
record Compared(
        String name,
        boolean ofClasses,
        double ours,
        double theirs,
        double chance,
        double ourSeconds,
        double theirSeconds) {

    static Compared of(PeerTask task, JsonNode ours, JsonNode theirs) {
        double[] observed = task.observed();
        return of(task.name(), task.isOfClasses(), observed, ours, theirs);
    }

    static Compared of(String name, boolean classes, double[] observed, JsonNode ours, JsonNode theirs) {
        double[] our = losses(classes, observed, numbers(ours.path("predictions")));
        double[] their = losses(classes, observed, numbers(theirs.path("predictions")));
        double[] differences = IntStream.range(0, our.length)
                .mapToDouble(i -> our[i] - their[i])
                .toArray();
        double deviation = Scaling.deviation(differences, Scaling.mean(differences));
        return new Compared(
                name,
                classes,
                1 - Scaling.mean(our),
                1 - Scaling.mean(their),
                2 * deviation / Math.sqrt(differences.length),
                ours.path("seconds").asDouble(),
                theirs.path("seconds").asDouble());
    }

    /** Of each row, such that 1 minus their mean is the accuracy, or q2. */
    private static double[] losses(boolean classes, double[] observed, double[] predicted) {
        double centre = Scaling.mean(observed);
        double variance = IntStream.range(0, observed.length)
                        .mapToDouble(i -> square(observed[i] - centre))
                        .sum()
                / observed.length;
        return IntStream.range(0, observed.length)
                .mapToDouble(i ->
                        classes ? (observed[i] == predicted[i] ? 0 : 1) : square(observed[i] - predicted[i]) / variance)
                .toArray();
    }

    static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }

    private static double square(double x) {
        return x * x;
    }
}
