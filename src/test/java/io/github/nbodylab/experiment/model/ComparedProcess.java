package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;

/**
 * A Gaussian process of both sides.
 *
 * @param n points
 * @param starts of the search
 * @param ourLikelihood logarithm, where our search ended
 * @param theirLikelihood where theirs ended
 * @param theirLikelihoodOfOurs what they make of our hyper-parameters
 * @param accuracy q2 and seconds
 * @param ourCoverage of 95 % intervals
 * @param theirCoverage of theirs
 */
record ComparedProcess(
        int n,
        int starts,
        double ourLikelihood,
        double theirLikelihood,
        double theirLikelihoodOfOurs,
        Compared accuracy,
        double ourCoverage,
        double theirCoverage) {

    private static final double NORMAL_95 = 1.959963984540054;

    static ComparedProcess of(PeerProcess process, double seconds, JsonNode theirs) throws FitFailedException {
        double[] observed = process.observed();
        JsonNode ours = process.predictions().put("seconds", seconds);
        return new ComparedProcess(
                process.size(),
                process.starts(),
                process.logLikelihood(),
                theirs.path("likelihood").asDouble(),
                theirs.path("sameLikelihood").asDouble(),
                Compared.of("gaussian-process-" + process.name(), false, observed, ours, theirs),
                coverage(observed, ours),
                coverage(observed, theirs));
    }

    private static double coverage(double[] observed, JsonNode answer) {
        double[] means = Compared.numbers(answer.path("predictions"));
        double[] deviations = Compared.numbers(answer.path("deviations"));
        return (double) IntStream.range(0, observed.length)
                        .filter(i -> Math.abs(observed[i] - means[i]) <= NORMAL_95 * deviations[i])
                        .count()
                / observed.length;
    }
}
