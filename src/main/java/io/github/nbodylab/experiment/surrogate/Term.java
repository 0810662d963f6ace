// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A product of powers of scaled inputs and of indicators of levels; the empty product is the intercept.
 *
 * @param factors at most one for each input
 */
public record Term(List<Factor> factors) {

    /** The term that is 1 everywhere. */
    public static final Term INTERCEPT = new Term(List.of());

    public Term {
        factors = List.copyOf(factors);
    }

    /** The sum of the powers, an indicator counting as 1. */
    public int degree() {
        return factors.stream()
                .mapToInt(f -> f instanceof Power power ? power.exponent() : 1)
                .sum();
    }

    /**
     * The term at a point.
     *
     * @param scaled {@code double[inputs]} by {@link Input#scale}
     */
    public double at(double[] scaled) {
        double product = 1;
        for (Factor factor : factors) {
            product *= factor.at(scaled);
        }
        return product;
    }

    /**
     * All terms up to a degree: every cross term of the numbers, and of the numbers with the levels of categories. The
     * first level of a category is the reference and has no term.
     *
     * @param inputs of the model
     * @param degree 0 or more; 1 gives the intercept and the main effects
     * @return sorted by degree, the intercept first
     */
    public static List<Term> upToDegree(List<Input> inputs, int degree) {
        List<Term> terms = new ArrayList<>();
        collect(inputs, 0, degree, List.of(), terms);
        terms.sort(Comparator.comparingInt(Term::degree));
        return List.copyOf(terms);
    }

    private static void collect(List<Input> inputs, int next, int degree, List<Factor> chosen, List<Term> terms) {
        if (next == inputs.size()) {
            terms.add(new Term(chosen));
            return;
        }
        Input input = inputs.get(next);
        int choices = input.isCategory() ? (degree > 0 ? input.levels().size() - 1 : 0) : degree;
        for (int c = choices; c > 0; c--) {
            List<Factor> longer = new ArrayList<>(chosen);
            longer.add(input.isCategory() ? new Level(next, c) : new Power(next, c));
            collect(inputs, next + 1, degree - (input.isCategory() ? 1 : c), longer, terms);
        }
        collect(inputs, next + 1, degree, chosen, terms);
    }

    /** One factor of a term. */
    public sealed interface Factor {

        /** Position of the input. */
        int input();

        /** The factor at a point, {@code double[inputs]} by {@link Input#scale}. */
        double at(double[] scaled);
    }

    /**
     * A power of a number.
     *
     * @param input position of the input
     * @param exponent 1 or more
     */
    public record Power(int input, int exponent) implements Factor {
        public Power {
            if (exponent < 1) {
                throw new IllegalArgumentException("a power is 1 or more, not " + exponent);
            }
        }

        @Override
        public double at(double[] scaled) {
            double power = scaled[input];
            for (int i = 1; i < exponent; i++) {
                power *= scaled[input];
            }
            return power;
        }
    }

    /**
     * 1 at one level of a category, else 0.
     *
     * @param input position of the input
     * @param level index of the level
     */
    public record Level(int input, int level) implements Factor {
        @Override
        public double at(double[] scaled) {
            return scaled[input] == level ? 1 : 0;
        }
    }
}
