package io.github.nbodylab.experiment.nbody.diagnostics;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What each body of a state is surrounded by, Henon units, G = 1, at the cost of N^2 pairs.
 *
 * @param potential {@code double[n]}, minus the sum of m_j / sqrt(r_ij^2 + eps^2) over all others
 * @param density {@code double[n]}, mass density of Casertano &amp; Hut (1985): the mass of the five nearest neighbours in the
 *     sphere that reaches to the sixth, over its volume; all 0 with fewer than seven bodies
 * @param centre {@code double[3]}, density centre, as {@link Diagnostics} has it
 * @param neighbours {@code double[n][k]}, distances of the k (1 or more) nearest, rising; infinite where there are fewer
 * @param nearest {@code int[n]}, slot of the nearest, the lowest of several; -1 with one body
 * @param approach {@code double[n]}, the closest that another body comes within the time that was asked for: of two bodies
 *     alone, at the time at which they would be closest on straight lines the pericentre of their Kepler orbit, and on
 *     straight lines where that time is later or they part; infinite with one body
 * @param approachTime {@code double[n]}, when that is, 0 for now
 */
@SuppressWarnings("ArrayRecordComponent") // made new for each state, and compared by nobody
public record Surroundings(
        double[] potential,
        double[] density,
        double[] centre,
        double[][] neighbours,
        int[] nearest,
        double[] approach,
        double[] approachTime) {

    /**
     * The surroundings of all bodies of a state.
     *
     * @param bodies one or more; not changed
     * @param softening Plummer's softening length eps, 0 or more
     * @param count how many neighbours k
     * @param within how far ahead to look for approaches
     */
    public static Surroundings of(Bodies bodies, double softening, int count, double within) {
        int n = bodies.count();
        PairSums pairs = PairSums.of(bodies, softening);
        Surroundings all = new Surroundings(
                Arrays.stream(pairs.potential).map(sum -> 0 - sum).toArray(),
                pairs.density,
                Structure.of(bodies, pairs.density).centre(),
                new double[n][count],
                new int[n],
                new double[n],
                new double[n]);
        IntStream.range(0, n).parallel().forEach(i -> all.look(bodies, i, count, within));
        return all;
    }

    /** Bodies do not depend on each other, so that any number of threads gives the same bits. */
    private void look(Bodies bodies, int i, int count, double within) {
        Lookout lookout = new Lookout(bodies, i, count, within);
        for (int k = 0; k < count; k++) {
            neighbours[i][k] = Math.sqrt(lookout.squares[k]);
        }
        nearest[i] = lookout.nearest;
        approach[i] = lookout.closest;
        approachTime[i] = lookout.time;
    }
}
