package io.github.nbodylab.experiment.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The hyper-parameters of the largest marginal likelihood. Candidates with little, some and much noise and such as are drawn
 * at random are compared, and from the best of each kind it goes downhill, in as many threads as there are. Only the best end is followed to the last digit.
 */
final class HyperParameterSearch {

    private static final double[] NOISES = {1e-6, 1e-3, 1e-1};
    private static final double[] SCALES = {0.5, 1.5, 5};
    private static final int DRAWS = 8;
    /** Per point; far below what tells two optima apart. */
    private static final double ROUGHLY = 1e-6;

    private static final double EXACTLY = 1e-9;

    /** About how many factorisations a start takes, for a forecast of its cost. */
    static final int EVALUATIONS = 60;

    private final MarginalLikelihood likelihood;
    private final SearchBox box;

    HyperParameterSearch(MarginalLikelihood likelihood, SearchBox box) {
        this.likelihood = likelihood;
        this.box = box;
    }

    /**
     * What was found.
     *
     * @param logs {@code double[parameters]}, the best
     * @param optima the log marginal likelihood where each start ended but for the last digits, the best first
     */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose, never changed
    record Found(double[] logs, List<Double> optima) {
        Found {
            optima = List.copyOf(optima);
        }
    }

    /**
     * Searches.
     *
     * @param starts from how many points
     * @throws FitFailedException if no candidate has a positive definite covariance matrix
     */
    Found search(int starts) throws FitFailedException {
        List<BoxMinimizer> ends = families(starts).parallelStream().map(this::bestOf).toList().stream()
                .filter(candidate -> candidate.value() < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble(Candidate::value))
                .limit(starts)
                .toList()
                .parallelStream()
                .map(candidate -> descended(candidate.logs(), ROUGHLY))
                .sorted(Comparator.comparingDouble(BoxMinimizer::value))
                .toList();
        if (ends.isEmpty()) {
            throw new FitFailedException("its covariance matrix is not positive definite for any length scales tried");
        }
        List<Double> optima =
                ends.stream().map(end -> -end.value() * likelihood.size()).toList();
        ends.get(0).descend(EXACTLY);
        return new Found(ends.get(0).point(), optima);
    }

    /** Goes downhill from one start, {@code double[parameters]}, logarithms. */
    double[] refine(double[] start) {
        return descended(start, EXACTLY).point();
    }

    private BoxMinimizer descended(double[] start, double tolerance) {
        BoxMinimizer minimizer = new BoxMinimizer(new Objective(likelihood), box, start);
        minimizer.descend(tolerance);
        return minimizer;
    }

    private Candidate bestOf(List<double[]> family) {
        return family.stream()
                .map(logs -> new Candidate(logs, new Objective(likelihood).value(logs)))
                .min(Comparator.comparingDouble(Candidate::value))
                .orElseThrow();
    }

    @SuppressWarnings("ArrayRecordComponent") // shared on purpose, never changed
    private record Candidate(double[] logs, double value) {}

    /** Candidates of a kind: a grid for each noise, and as many sets of draws as there are more starts, one at least. */
    private List<List<double[]>> families(int starts) {
        List<List<double[]>> families = new ArrayList<>();
        for (double noise : likelihood.fitsNoise() ? NOISES : new double[1]) {
            families.add(Arrays.stream(SCALES)
                    .mapToObj(scale -> start(j -> StrictMath.log(scale), StrictMath.log(noise)))
                    .toList());
        }
        UniformRandomProvider random = Seeds.random("gaussian-process starts");
        for (int left = Math.max(1, starts - families.size()); left > 0; left--) {
            List<double[]> draws = new ArrayList<>();
            for (int d = 0; d < DRAWS; d++) {
                draws.add(start(
                        j -> StrictMath.log(0.3) + random.nextDouble() * StrictMath.log(100),
                        StrictMath.log(1e-6) + random.nextDouble() * StrictMath.log(1e5)));
            }
            families.add(draws);
        }
        return families;
    }

    /** A point with signals of 1, {@code double[parameters]}, in the box. */
    private double[] start(IntToDoubleFunction lengthScales, double noise) {
        double[] start = new double[likelihood.parameters()];
        KernelNode kernel = likelihood.kernel();
        for (int j = 0; j < kernel.parameters(); j++) {
            start[j] = kernel.isLengthScale(j) ? lengthScales.applyAsDouble(j) : 0;
        }
        if (likelihood.fitsNoise()) {
            start[kernel.parameters()] = noise;
        }
        return box.clamp(start);
    }
}
