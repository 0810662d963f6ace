package io.github.nbodylab.experiment.model;

import java.util.Arrays;
import java.util.Optional;
import smile.util.function.DifferentiableMultivariateFunction;

/**
 * What a minimiser sees: the negative logarithm of the marginal likelihood per point, with hyper-parameters held in a
 * box. Outside of the box it is the value at the nearest point of it plus the squared distance to that, which is
 * continuous and leads back. The best point seen is kept, wherever a line search ends.
 */
final class Objective implements DifferentiableMultivariateFunction {

    private static final long serialVersionUID = 1L;

    /** Where the covariance matrix has no factor: worse than anything, yet small enough to interpolate with. */
    private static final double WORST = 1e6;

    private final transient MarginalLikelihood likelihood;
    private final double[] low;
    private final double[] high;
    private double bestValue = Double.POSITIVE_INFINITY;
    private double[] best;
    private double[] lastPoint;
    private transient Optional<MarginalLikelihood.State> last = Optional.empty();

    /**
     * An objective.
     *
     * @param low {@code double[parameters]}, lowest logarithms
     * @param high {@code double[parameters]}, highest logarithms
     */
    Objective(MarginalLikelihood likelihood, double[] low, double[] high) {
        this.likelihood = likelihood;
        this.low = low.clone();
        this.high = high.clone();
    }

    @Override
    public double f(double[] x) {
        double[] inside = clamp(x);
        double penalty = 0;
        for (int j = 0; j < x.length; j++) {
            penalty += (x[j] - inside[j]) * (x[j] - inside[j]);
        }
        double value = state(inside)
                .map(state -> -state.logLikelihood() / likelihood.size())
                .filter(Double::isFinite)
                .orElse(WORST);
        if (value < bestValue) {
            bestValue = value;
            best = inside;
        }
        return value + penalty;
    }

    @Override
    public double g(double[] x, double[] gradient) {
        double value = f(x);
        double[] inside = clamp(x);
        double[] slope = state(inside).map(MarginalLikelihood.State::gradient).orElseGet(() -> new double[x.length]);
        for (int j = 0; j < x.length; j++) {
            gradient[j] = x[j] == inside[j] ? -slope[j] / likelihood.size() : 2 * (x[j] - inside[j]);
        }
        return value;
    }

    /** The least value seen; infinite before the first. */
    double bestValue() {
        return bestValue;
    }

    /** Where it was seen, in the box. */
    double[] best() {
        return best.clone();
    }

    private double[] clamp(double[] x) {
        double[] inside = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            inside[j] = Math.min(Math.max(x[j], low[j]), high[j]);
        }
        return inside;
    }

    /** A line search asks for the value first and for the gradient at the same point later. */
    private Optional<MarginalLikelihood.State> state(double[] inside) {
        if (!Arrays.equals(inside, lastPoint)) {
            lastPoint = inside;
            last = likelihood.at(inside);
        }
        return last;
    }
}
