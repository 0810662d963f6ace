package io.github.nbodylab.experiment.nbody.cluster;

/**
 * King's (1966) model, tabulated from the centre to the edge: W'' + 2 W'/r = -9 rho(W) / rho(W0), where W is the depth of the
 * potential in squares of the dispersion parameter and r is in King's core radii.
 *
 * <p>W itself is the independent variable, so that the edge, W = 0, is met exactly; the unknowns are y = r^2 and
 * nu = -W'/r, which is mass / r^3 and regular at the centre: dy/dW = -2 / nu and dnu/dW = (3 - 9 rho / (rho0 nu)) / y. Steps of
 * Runge and Kutta's classical method are smaller near the centre and near the edge.
 */
final class KingStructure {

    private static final int STEPS = 4096;

    /** W, falling from W0 to 0. */
    final double[] w;

    /** Squared distances from the centre. */
    final double[] y;

    /** Mass inside, in units in which W' = -mass / r^2. */
    final double[] mass;

    private final double w0;
    private final double centralDensity;

    KingStructure(double w0) {
        this(w0, STEPS);
    }

    KingStructure(double w0, int steps) {
        this.w0 = w0;
        centralDensity = density(w0);
        w = new double[steps + 1];
        y = new double[steps + 1];
        mass = new double[steps + 1];
        double nu = 3;
        w[0] = w0;
        for (int k = 1; k <= steps; k++) {
            double t = (double) k / steps;
            double s = k == steps ? w0 : w0 * (t * t * (3 - 2 * t));
            w[k] = w0 - s;
            if (k == 1) { // the first terms of the series at the centre
                double slope =
                        (centralDensity + 4 / (3 * Math.sqrt(StrictMath.PI)) * w0 * Math.sqrt(w0)) / centralDensity;
                y[k] = s * (2 / 3.0 + 0.2 * slope * s);
                nu = 3 - 1.8 * slope * s;
            } else {
                nu = step(k, w0 - w[k - 1], s, nu);
            }
            mass[k] = nu * y[k] * Math.sqrt(y[k]);
        }
    }

    /** From s = W0 - W at node k - 1 to that at node k; returns the new nu. */
    private double step(int k, double from, double to, double nu) {
        double h = to - from;
        double at = y[k - 1];
        double y1 = 2 / nu;
        double n1 = slope(from, at, nu);
        double y2 = 2 / (nu + h / 2 * n1);
        double n2 = slope(from + h / 2, at + h / 2 * y1, nu + h / 2 * n1);
        double y3 = 2 / (nu + h / 2 * n2);
        double n3 = slope(from + h / 2, at + h / 2 * y2, nu + h / 2 * n2);
        double y4 = 2 / (nu + h * n3);
        double n4 = slope(to, at + h * y3, nu + h * n3);
        y[k] = at + h / 6 * (y1 + 2 * (y2 + y3) + y4);
        return nu + h / 6 * (n1 + 2 * (n2 + n3) + n4);
    }

    private double slope(double s, double at, double nu) {
        return -(3 - 9 * density(w0 - s) / (centralDensity * nu)) / at;
    }

    /** Distance from the centre to the edge in core radii; its decimal logarithm is King's concentration. */
    double edge() {
        return Math.sqrt(y[y.length - 1]);
    }

    /** Mass of all. */
    double totalMass() {
        return mass[mass.length - 1];
    }

    /**
     * e^W erf(sqrt W) - sqrt(4 W / pi) (1 + 2 W / 3), as the sum of 2/sqrt(pi) 2^n W^(n + 1/2) / (2n + 1)!! from n = 2 on, in
     * which nothing cancels.
     */
    static double density(double w) {
        if (w <= 0) {
            return 0;
        }
        double term = 4 / 15.0 * w * w;
        double sum = 0;
        for (int n = 2; sum + term != sum; n++) {
            sum += term;
            term *= 2 * w / (2 * n + 3);
        }
        return 2 / Math.sqrt(StrictMath.PI) * Math.sqrt(w) * sum;
    }
}
