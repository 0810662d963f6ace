package io.github.nbodylab.experiment.nbody.diagnostics;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.Arrays;

/**
 * What each body of a state is surrounded by, Henon units, G = 1, at the cost of N^2 pairs.
 *
 * @param potential {@code double[n]}, minus the sum of m_j / sqrt(r_ij^2 + eps^2) over all others
 * @param density {@code double[n]}, mass density of Casertano &amp; Hut (1985): the mass of the five nearest neighbours in the
 *     sphere that reaches to the sixth, over its volume; all 0 with fewer than seven bodies
 * @param centre {@code double[3]}, density centre, as {@link Diagnostics} has it
 * @param neighbours {@code double[n][k]}, distances of the k nearest, rising; infinite where there are fewer
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
        for (int i = 0; i < n; i++) {
            all.look(bodies, i, within);
        }
        return all;
    }

    private void look(Bodies bodies, int i, double within) {
        Arrays.fill(neighbours[i], Double.POSITIVE_INFINITY);
        nearest[i] = -1;
        approach[i] = Double.POSITIVE_INFINITY;
        for (int j = 0; j < bodies.count(); j++) {
            if (j == i) {
                continue;
            }
            Approach pair = Approach.of(bodies, i, j, within);
            if (pair.separation() < neighbours[i][0]) {
                nearest[i] = j;
            }
            insert(neighbours[i], pair.separation());
            if (pair.closest() < approach[i]) {
                approach[i] = pair.closest();
                approachTime[i] = pair.time();
            }
        }
    }

    private static void insert(double[] rising, double distance) {
        int place = rising.length;
        while (place > 0 && rising[place - 1] > distance) {
            if (place < rising.length) {
                rising[place] = rising[place - 1];
            }
            place--;
        }
        if (place < rising.length) {
            rising[place] = distance;
        }
    }
}
