// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.List;

/** The covariance of a Gaussian process at two points: a kernel, or a sum or product of several. Immutable. */
public sealed interface Covariance {

    /**
     * The covariances of one point with others, each the same bits whichever of the two is the one.
     *
     * @param point {@code double[columns]}, encoded
     * @param columns {@code double[columns][n]}: the others, by column
     * @param from the first of them that is meant
     * @param to the one after the last
     * @param out {@code double[n]}, filled from {@code from} to {@code to}
     */
    void between(double[] point, double[][] columns, int from, int to, double[] out);

    /** The variance at a point, {@code double[columns]}, encoded. */
    double variance(double[] point);

    /** Depends on the distance of the points alone. */
    final class Stationary implements Covariance {

        private final Kernel kernel;
        private final double variance;
        private final double[] inverseScales;

        /**
         * A kernel.
         *
         * @param variance of the signal
         * @param lengthScales {@code double[columns]}, above 0
         */
        public Stationary(Kernel kernel, double variance, double[] lengthScales) {
            this.kernel = kernel;
            this.variance = variance;
            this.inverseScales = inverse(lengthScales);
        }

        @Override
        public void between(double[] point, double[][] columns, int from, int to, double[] out) {
            squaredDistances(point, columns, from, to, out);
            kernel.apply(out, new double[to], new double[to], from, to);
            for (int k = from; k < to; k++) {
                out[k] *= variance;
            }
        }

        @Override
        public double variance(double[] point) {
            return variance;
        }

        /** Squared distances in units of the length scales, as {@link #between}. */
        public void squaredDistances(double[] point, double[][] columns, int from, int to, double[] out) {
            for (int k = from; k < to; k++) {
                out[k] = 0;
            }
            for (int c = 0; c < inverseScales.length; c++) {
                double x = point[c];
                double inverse = inverseScales[c];
                double[] column = columns[c];
                for (int k = from; k < to; k++) {
                    double difference = (x - column[k]) * inverse;
                    out[k] = Math.fma(difference, difference, out[k]);
                }
            }
        }

        /** The correlation function. */
        public Kernel kernel() {
            return kernel;
        }

        /** The variance of the signal. */
        public double signalVariance() {
            return variance;
        }

        /** One over the length scale of a column. */
        public double inverseScale(int column) {
            return inverseScales[column];
        }
    }

    /** The dot product of the points, every coordinate divided by its length scale: a linear function through 0. */
    final class Linear implements Covariance {

        /** The name in specs and files. */
        public static final String NAME = "linear";

        private final double[] inverseScales;

        /**
         * A kernel.
         *
         * @param lengthScales {@code double[columns]}, above 0: one over the standard deviation of each slope
         */
        public Linear(double[] lengthScales) {
            this.inverseScales = inverse(lengthScales);
        }

        @Override
        public void between(double[] point, double[][] columns, int from, int to, double[] out) {
            for (int k = from; k < to; k++) {
                out[k] = 0;
            }
            for (int c = 0; c < inverseScales.length; c++) {
                double x = point[c];
                double squared = inverseScales[c] * inverseScales[c];
                double[] column = columns[c];
                for (int k = from; k < to; k++) {
                    out[k] = Math.fma(x * column[k], squared, out[k]);
                }
            }
        }

        @Override
        public double variance(double[] point) {
            double sum = 0;
            for (int c = 0; c < inverseScales.length; c++) {
                sum = Math.fma(point[c] * point[c], inverseScales[c] * inverseScales[c], sum);
            }
            return sum;
        }

        /** One over the length scale of a column. */
        public double inverseScale(int column) {
            return inverseScales[column];
        }
    }

    /** The sum of independent processes. */
    final class Sum implements Covariance {

        private final List<Covariance> terms;

        /** A sum of one term at least. */
        public Sum(List<Covariance> terms) {
            this.terms = List.copyOf(terms);
        }

        @Override
        public void between(double[] point, double[][] columns, int from, int to, double[] out) {
            terms.get(0).between(point, columns, from, to, out);
            double[] next = new double[to];
            for (Covariance term : terms.subList(1, terms.size())) {
                term.between(point, columns, from, to, next);
                for (int k = from; k < to; k++) {
                    out[k] += next[k];
                }
            }
        }

        @Override
        public double variance(double[] point) {
            double sum = 0;
            for (Covariance term : terms) {
                sum += term.variance(point);
            }
            return sum;
        }

        /** The terms. */
        public List<Covariance> terms() {
            return terms;
        }
    }

    /** The product of covariances. */
    final class Product implements Covariance {

        private final double variance;
        private final List<Covariance> factors;

        /**
         * A product of one factor at least.
         *
         * @param variance a further factor
         */
        public Product(double variance, List<Covariance> factors) {
            this.variance = variance;
            this.factors = List.copyOf(factors);
        }

        @Override
        public void between(double[] point, double[][] columns, int from, int to, double[] out) {
            for (int k = from; k < to; k++) {
                out[k] = variance;
            }
            double[] next = new double[to];
            for (Covariance factor : factors) {
                factor.between(point, columns, from, to, next);
                for (int k = from; k < to; k++) {
                    out[k] *= next[k];
                }
            }
        }

        @Override
        public double variance(double[] point) {
            double product = variance;
            for (Covariance factor : factors) {
                product *= factor.variance(point);
            }
            return product;
        }

        /** The factor before the others. */
        public double signalVariance() {
            return variance;
        }

        /** The factors. */
        public List<Covariance> factors() {
            return factors;
        }
    }

    private static double[] inverse(double[] lengthScales) {
        double[] inverse = new double[lengthScales.length];
        for (int c = 0; c < inverse.length; c++) {
            inverse[c] = 1 / lengthScales[c];
        }
        return inverse;
    }
}
