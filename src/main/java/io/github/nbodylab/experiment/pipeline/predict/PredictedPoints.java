package io.github.nbodylab.experiment.pipeline.predict;

/**
 * How many points were predicted, and how they lie to the training set.
 *
 * @param inside as the training rows
 * @param edge a little beyond them, or in a gap between them
 * @param outside where they say nothing
 * @param bounded whether every number of each has an interval
 */
public record PredictedPoints(long inside, long edge, long outside, boolean bounded) {

    /** All of them. */
    public long count() {
        return inside + edge + outside;
    }
}
