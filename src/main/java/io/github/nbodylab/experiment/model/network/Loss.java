package io.github.nbodylab.experiment.model.network;

import io.github.nbodylab.experiment.surrogate.Link;

/**
 * What training makes small. Each goes with the link (the canonical one of its distribution) for which its derivative by
 * the linear output is prediction minus target (McCullagh and Nelder 1989, section 2.2).
 */
public enum Loss {
    /** Half the squared error. */
    SQUARED(Link.IDENTITY) {
        @Override
        double of(double predicted, double target) {
            return 0.5 * (predicted - target) * (predicted - target);
        }
    },
    /** Half the deviance of a Poisson distribution. */
    POISSON(Link.LOG) {
        @Override
        double of(double predicted, double target) {
            return predicted - target + (target > 0 ? target * StrictMath.log(target / predicted) : 0);
        }
    },
    /** Minus the logarithm of the probability of the class that is there. */
    CROSS_ENTROPY(Link.SOFTMAX) {
        @Override
        double of(double predicted, double target) {
            return target > 0 ? -target * StrictMath.log(predicted) : 0;
        }
    };

    private final Link link;

    Loss(Link link) {
        this.link = link;
    }

    /** From linear outputs to predictions. */
    public Link link() {
        return link;
    }

    /** The loss of one output. */
    abstract double of(double predicted, double target);

    /** The loss of a row: the sum over its outputs. */
    double of(double[] predicted, double[] target) {
        double sum = 0;
        for (int k = 0; k < predicted.length; k++) {
            sum += of(predicted[k], target[k]);
        }
        return sum;
    }
}
