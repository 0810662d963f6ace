package io.github.nbodylab.experiment.model;

import java.util.Optional;

/**
 * What a minimiser sees of a marginal likelihood: the negative logarithm per point. A covariance matrix that is not positive
 * definite has an infinite value.
 */
final class Objective implements BoxMinimizer.Smooth {

    private final MarginalLikelihood likelihood;
    private Optional<ProcessState> last = Optional.empty();

    Objective(MarginalLikelihood likelihood) {
        this.likelihood = likelihood;
    }

    @Override
    public double value(double[] logs) {
        last = likelihood.at(logs);
        return last.map(state -> -state.logLikelihood() / likelihood.size())
                .filter(Double::isFinite)
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public double[] gradient(double[] logs) {
        double[] gradient = likelihood.gradient(logs, last.orElseThrow());
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] /= -likelihood.size();
        }
        return gradient;
    }
}
