package io.github.nbodylab.experiment.nbody.cluster;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Bodies around a point mass: the density of a given sphere, with the isotropic distribution function f that keeps it so in
 * the potential of both, by Eddington's (1916) inversion (Binney and Tremaine 2008, equation 4.46).
 *
 * <p>Where density rises to the centre more slowly than r^(-1/2), no isotropic equilibrium exists around a point mass
 * (Tremaine et al. 1994): f would be negative at the highest binding energies. There f is taken as 0. Deep inside the point's
 * sphere of influence a Plummer or King sphere is therefore not in equilibrium at first, though all of its bodies are bound;
 * Hernquist's is everywhere.
 */
final class CentralMassSphere implements Distribution {

    private static final int CELLS = 1200;

    private final Equilibrium sphere;

    private final double fraction;

    /** Depths of the potential, falling. */
    private final double[] depth = new double[CELLS + 1];

    /** The distribution function, constant between depths k and k + 1, times a constant. */
    private final double[] f = new double[CELLS];

    CentralMassSphere(Equilibrium sphere, double fraction) {
        this.sphere = sphere;
        this.fraction = fraction;
        double[] density = new double[CELLS + 1];
        double ratio = StrictMath.log(sphere.outermost() / sphere.innermost());
        for (int k = 0; k <= CELLS; k++) {
            double radius = k == CELLS ? sphere.outermost() : sphere.innermost() * StrictMath.exp(ratio * k / CELLS);
            depth[k] = depth(radius);
            density[k] = sphere.density(radius);
        }
        double outer = 0;
        for (int k = CELLS - 1; k >= 0; k--) {
            double inner = abel(density, k);
            f[k] = Math.max(0, (inner - outer) / (depth[k] - depth[k + 1]));
            outer = inner;
        }
    }

    private double depth(double radius) {
        double point = 1 / radius - 1 / sphere.outermost();
        return (1 - fraction) * sphere.depth(radius) + fraction * point;
    }

    /**
     * The integral of (drho/dD) / sqrt(E - D) from the outermost depth to E = D_k, whose derivative f is but for a constant;
     * density is taken as linear in D between nodes.
     */
    private double abel(double[] density, int k) {
        double sum = 0;
        for (int j = k; j < CELLS; j++) {
            double roots = Math.sqrt(depth[k] - depth[j]) + Math.sqrt(depth[k] - depth[j + 1]);
            sum += 2 * (density[j] - density[j + 1]) / roots;
        }
        return sum;
    }

    @Override
    public double radius(UniformRandomProvider random) {
        return sphere.radius(random);
    }

    /** By inversion of the integral of v^2 f(D - v^2/2) over v, cell by cell from the slowest. */
    @Override
    public double speed(double radius, UniformRandomProvider random) {
        double here = depth(Math.min(sphere.outermost(), Math.max(sphere.innermost(), radius)));
        double total = 0;
        for (int k = 0; k < CELLS; k++) {
            total += f[k] * (cubedSpeed(here, k + 1) - cubedSpeed(here, k));
        }
        double wanted = total * random.nextDouble();
        for (int k = 0; k < CELLS; k++) {
            double slowest = cubedSpeed(here, k);
            double weight = f[k] * (cubedSpeed(here, k + 1) - slowest);
            if (wanted < weight) {
                return StrictMath.cbrt(slowest + wanted / f[k]);
            }
            wanted -= weight;
        }
        return StrictMath.cbrt(cubedSpeed(here, CELLS)); // where rounding left something over, or there is no room
    }

    /** v^3 of those with the binding energy of node k, 0 where that is too deep. */
    private double cubedSpeed(double here, int k) {
        double squared = 2 * Math.max(0, here - depth[k]);
        return squared * Math.sqrt(squared);
    }
}
