package io.github.nbodylab.experiment.nbody.cluster;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** King's (1966) sphere; the unit of length is King's core radius. */
final class King implements Equilibrium {

    private final KingStructure structure;

    King(double w0) {
        structure = new KingStructure(w0);
    }

    /** Between two nodes of the table density is taken as constant. */
    @Override
    public double radius(UniformRandomProvider random) {
        double wanted = structure.totalMass() * (1 - random.nextDouble());
        int upper = upperNode(structure.mass, wanted);
        double inner = cube(structure.y[upper - 1]);
        double part = (wanted - structure.mass[upper - 1]) / (structure.mass[upper] - structure.mass[upper - 1]);
        return StrictMath.cbrt(inner + part * (cube(structure.y[upper]) - inner));
    }

    /**
     * By von Neumann's rejection from v^2 (e^(W - v^2/2) - 1), the lowered Maxwellian. With x = v^2/2 this is
     * 2 x (e^(W - x) - 1), which is below 2 x e^(W - x) and so never above 2 e^(W - 1); and, the exponential being convex, not
     * above 2 x (W - x) (e^W - 1) / W and so never above W (e^W - 1) / 2. The lower bound of the two serves.
     */
    @Override
    public double speed(double radius, UniformRandomProvider random) {
        double w = w(radius);
        double bound = Math.min(2 * StrictMath.exp(w - 1), w * StrictMath.expm1(w) / 2);
        while (true) {
            double q = random.nextDouble();
            double x = w * (q * q);
            if (bound * random.nextDouble() <= 2 * x * StrictMath.expm1(w - x)) {
                return Math.sqrt(2 * x / structure.totalMass());
            }
        }
    }

    /** W at a distance from the centre; between two nodes it is linear in r^2, as it is at the centre. */
    private double w(double radius) {
        double y = Math.min(radius * radius, structure.y[structure.y.length - 1]);
        int upper = upperNode(structure.y, y);
        double part = (y - structure.y[upper - 1]) / (structure.y[upper] - structure.y[upper - 1]);
        return structure.w[upper - 1] + part * (structure.w[upper] - structure.w[upper - 1]);
    }

    /** The first node, but the centre, whose value is not below the wanted one. */
    private static int upperNode(double[] rising, double wanted) {
        int found = Arrays.binarySearch(rising, wanted);
        return Math.min(rising.length - 1, Math.max(1, found < 0 ? -found - 1 : found));
    }

    private static double cube(double y) {
        return y * Math.sqrt(y);
    }

    @Override
    public double density(double radius) {
        return KingStructure.density(w(radius));
    }

    @Override
    public double depth(double radius) {
        return w(radius) / structure.totalMass();
    }

    @Override
    public double innermost() {
        return 1e-3;
    }

    @Override
    public double outermost() {
        return structure.edge();
    }
}
