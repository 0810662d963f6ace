package io.github.nbodylab.experiment.nbody.diagnostics;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Where the mass of a cluster is.
 *
 * @param centre {@code double[3]}, density centre
 * @param centralDensity mean of the density around each body, weighted with it
 * @param coreRadius about it
 * @param lagrangianRadii {@code double[6]}, about it
 */
@SuppressWarnings("ArrayRecordComponent") // goes no further than to the diagnostics
record Structure(double[] centre, double centralDensity, double coreRadius, double[] lagrangianRadii) {

    /** Sums of masses miss a fraction that they reach by less than this. */
    private static final double ROUNDING = 1e-12;

    /**
     * The structure about the density centre.
     *
     * @param density around each body, {@code double[n]}; all 0 if it is not known
     */
    static Structure of(Bodies b, double[] density) {
        double highest = Arrays.stream(density).max().orElseThrow();
        double[] weight = new double[b.count()]; // relative, for the squares of densities may be out of range
        double[] square = new double[b.count()];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = highest > 0 ? density[i] / highest : b.mass[i];
            square[i] = highest > 0 ? weight[i] * weight[i] : b.mass[i];
        }
        double[] centre = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            centre[axis] = mean(b.fields()[axis], weight) + mean(b.low()[axis], weight);
        }
        double[] distance = squaredDistances(b, centre);
        return new Structure(
                centre, mean(density, weight), Math.sqrt(mean(distance, square)), lagrangianRadii(b, distance));
    }

    private static double mean(double[] field, double[] weight) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < weight.length; i++) {
            sum += weight[i] * field[i];
            weights += weight[i];
        }
        return sum / weights;
    }

    private static double[] squaredDistances(Bodies b, double[] centre) {
        double[] squares = new double[b.count()];
        for (int i = 0; i < squares.length; i++) {
            double x = (b.x[i] - centre[0]) + b.xLow[i];
            double y = (b.y[i] - centre[1]) + b.yLow[i];
            double z = (b.z[i] - centre[2]) + b.zLow[i];
            squares[i] = x * x + y * y + z * z;
        }
        return squares;
    }

    private static double[] lagrangianRadii(Bodies b, double[] squaredDistance) {
        Integer[] order = new Integer[b.count()];
        double total = 0;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            total += b.mass[i];
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> squaredDistance[i]));
        double[] radii = new double[Diagnostics.MASS_FRACTIONS.size()];
        double inside = 0;
        int next = 0;
        for (int i : order) {
            inside += b.mass[i];
            while (next < radii.length && inside >= (Diagnostics.MASS_FRACTIONS.get(next) - ROUNDING) * total) {
                radii[next] = Math.sqrt(squaredDistance[i]);
                next++;
            }
        }
        return radii;
    }
}
