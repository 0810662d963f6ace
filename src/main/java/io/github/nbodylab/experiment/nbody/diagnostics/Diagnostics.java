package io.github.nbodylab.experiment.nbody.diagnostics;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.List;
import java.util.Optional;

/**
 * Figures of one state of a cluster, Henon units, G = 1. With fewer than seven bodies no density is known: the centre is
 * then the centre of mass, and the core radius the root of the mean square distance from it, weighted with mass.
 *
 * @param kinetic kinetic energy, half the sum of m v^2
 * @param potential potential energy, minus the sum of m_i m_j / sqrt(r_ij^2 + eps^2) over all pairs
 * @param angularMomentum {@code double[3]}, sum of m r x v, about the origin
 * @param centre {@code double[3]}, density centre: the sum of rho_i r_i over that of rho_i (Casertano &amp; Hut 1985), rho_i
 *     being the mass of the five nearest neighbours in the sphere that reaches to the sixth, over its volume
 * @param centralDensity sum of rho_i^2 over that of rho_i (Casertano &amp; Hut 1985); 0 if no density is known
 * @param coreRadius square root of the sum of rho_i^2 |r_i - centre|^2 over that of rho_i^2, as the NBODY codes do
 *     (Aarseth 2003, chapter 15); for a Plummer sphere of scale radius a it is a sqrt(3/10)
 * @param lagrangianRadii {@code double[6]}, for the fractions of mass in {@link #MASS_FRACTIONS}: the distance from the
 *     density centre of the body with which the mass inside reaches that fraction of the mass of all
 * @param bound bodies with v^2 / 2 + phi below 0, v being relative to the centre of mass and phi the potential of all
 *     others, whether bound themselves or not; a body alone is bound to none
 * @param closestPair the two that are closest; empty with one body
 */
@SuppressWarnings("ArrayRecordComponent") // small, made new for each state, and compared by nobody
public record Diagnostics(
        double kinetic,
        double potential,
        double[] angularMomentum,
        double[] centre,
        double centralDensity,
        double coreRadius,
        double[] lagrangianRadii,
        int bound,
        Optional<ClosestPair> closestPair) {

    /** Fractions of the total mass for which there are Lagrangian radii. */
    public static final List<Double> MASS_FRACTIONS = List.of(0.01, 0.1, 0.25, 0.5, 0.75, 0.9);

    /**
     * Two bodies.
     *
     * @param slot1 the lower slot
     * @param slot2 the higher slot
     * @param separation their distance
     */
    public record ClosestPair(int slot1, int slot2, double separation) {}

    /**
     * The figures of a state, at the cost of N^2 pairs.
     *
     * @param bodies one or more; not changed
     * @param softening Plummer's softening length eps, 0 or more
     * @throws IllegalArgumentException if there is no body, or the softening is negative or NaN
     */
    public static Diagnostics of(Bodies bodies, double softening) {
        if (bodies.count() < 1 || !(softening >= 0)) {
            throw new IllegalArgumentException(
                    "no diagnostics of " + bodies.count() + " bodies with softening " + softening);
        }
        PairSums pairs = PairSums.of(bodies, softening);
        double potential = 0;
        for (int i = 0; i < bodies.count(); i++) {
            potential += bodies.mass[i] * pairs.potential[i];
        }
        Structure structure = Structure.of(bodies, pairs.density);
        return new Diagnostics(
                Kinematics.kinetic(bodies),
                0 - potential / 2,
                Kinematics.angularMomentum(bodies),
                structure.centre(),
                structure.centralDensity(),
                structure.coreRadius(),
                structure.lagrangianRadii(),
                Kinematics.bound(bodies, pairs.potential),
                pairs.first < 0
                        ? Optional.empty()
                        : Optional.of(new ClosestPair(pairs.first, pairs.second, Math.sqrt(pairs.closest))));
    }

    /** Kinetic and potential energy. */
    public double energy() {
        return kinetic + potential;
    }

    /** Kinetic over absolute potential energy, 1/2 in equilibrium; NaN with one body, which has no potential energy. */
    public double virialRatio() {
        return potential == 0 ? Double.NaN : kinetic / -potential;
    }
}
