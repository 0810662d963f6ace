package io.github.nbodylab.experiment.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import smile.math.BFGS;

/**
 * The hyper-parameters of the largest marginal likelihood: candidates on a small grid and drawn at random are compared,
 * and from the best with little, some and much noise, and the best of the draws, Smile's BFGS goes downhill.
 */
final class HyperParameterSearch {

    private static final double[] NOISES = {1e-6, 1e-3, 1e-1};
    private static final double[] SCALES = {0.5, 1.5, 5};
    private static final int DRAWS = 8;
    private static final int ITERATIONS = 100;
    private static final double GRADIENT = 1e-6;

    /** About how many factorisations a search takes, for a forecast of its cost. */
    static final int EVALUATIONS = 250;

    private HyperParameterSearch() {}

    /**
     * Searches from many starts.
     *
     * @param likelihood of targets with mean square about 1
     * @return {@code double[parameters]}, logarithms
     * @throws FitFailedException if no candidate has a positive definite covariance matrix
     */
    static double[] search(MarginalLikelihood likelihood) throws FitFailedException {
        double[] best = null;
        double bestValue = Double.POSITIVE_INFINITY;
        for (List<double[]> family : families(likelihood.parameters())) {
            Objective screening = objective(likelihood);
            family.forEach(screening::f);
            if (screening.bestValue() < Double.POSITIVE_INFINITY) {
                Objective descent = descend(likelihood, screening.best());
                if (descent.bestValue() < bestValue) {
                    bestValue = descent.bestValue();
                    best = descent.best();
                }
            }
        }
        if (best == null) {
            throw new FitFailedException("its covariance matrix is not positive definite for any length scales tried");
        }
        return best;
    }

    /** Goes downhill from one start, {@code double[parameters]}, logarithms. */
    static double[] refine(MarginalLikelihood likelihood, double[] start) {
        return descend(likelihood, start).best();
    }

    private static Objective descend(MarginalLikelihood likelihood, double[] start) {
        Objective objective = objective(likelihood);
        BFGS.minimize(objective, start.clone(), GRADIENT, ITERATIONS);
        return objective;
    }

    private static Objective objective(MarginalLikelihood likelihood) {
        int parameters = likelihood.parameters();
        double[] low = new double[parameters];
        double[] high = new double[parameters];
        Arrays.fill(low, StrictMath.log(0.02));
        Arrays.fill(high, StrictMath.log(1000));
        low[parameters - 2] = StrictMath.log(1e-4);
        high[parameters - 2] = StrictMath.log(1e4);
        low[parameters - 1] = StrictMath.log(1e-10);
        high[parameters - 1] = StrictMath.log(10);
        return new Objective(likelihood, low, high);
    }

    private static List<List<double[]>> families(int parameters) {
        List<List<double[]>> families = new ArrayList<>();
        for (double noise : NOISES) {
            List<double[]> family = new ArrayList<>();
            for (double scale : SCALES) {
                double[] start = new double[parameters];
                Arrays.fill(start, 0, parameters - 2, StrictMath.log(scale));
                start[parameters - 1] = StrictMath.log(noise);
                family.add(start);
            }
            families.add(family);
        }
        UniformRandomProvider random = Seeds.random("gaussian-process starts");
        List<double[]> draws = new ArrayList<>();
        for (int d = 0; d < DRAWS; d++) {
            double[] start = new double[parameters];
            for (int j = 0; j < parameters - 2; j++) {
                start[j] = StrictMath.log(0.3) + random.nextDouble() * StrictMath.log(100);
            }
            start[parameters - 1] = StrictMath.log(1e-6) + random.nextDouble() * StrictMath.log(1e5);
            draws.add(start);
        }
        families.add(draws);
        return families;
    }
}
