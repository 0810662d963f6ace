package io.github.nbodylab.experiment.nbody.cluster;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** A mass function of several power laws that join at their limits. */
final class BrokenPowerLaw {

    private final List<MassFunction.PowerLaw> pieces = new ArrayList<>();

    /** Number of bodies in each piece, up to a common factor. */
    private final List<Double> weights = new ArrayList<>();

    private double total;

    /**
     * The part between two limits.
     *
     * @param breaks {@code double[n]}, masses at which the exponent changes, rising
     * @param exponents {@code double[n + 1]} of dN/dm ~ m^-exponent, from the lowest masses on
     */
    BrokenPowerLaw(double[] breaks, double[] exponents, double min, double max) {
        double factor = 1; // of (m / pivot)^-exponent, so that the pieces join
        for (int p = 0; p < exponents.length; p++) {
            double from = p == 0 ? 0 : breaks[p - 1];
            double to = p == breaks.length ? Double.POSITIVE_INFINITY : breaks[p];
            double pivot = p == 0 ? to : from;
            double low = Math.max(min, from);
            double high = Math.min(max, to);
            if (low < high) {
                MassFunction.PowerLaw piece = new MassFunction.PowerLaw(exponents[p], low, high);
                double weight = factor * piece.integral(pivot);
                pieces.add(piece);
                weights.add(weight);
                total += weight;
            }
            factor *= p == breaks.length ? 1 : StrictMath.pow(to / pivot, -exponents[p]);
        }
    }

    double draw(UniformRandomProvider random) {
        double left = total * random.nextDouble();
        int p = 0;
        while (p < pieces.size() - 1 && left >= weights.get(p)) {
            left -= weights.get(p++);
        }
        return pieces.get(p).at(Math.min(1, left / weights.get(p)));
    }
}
