package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Cholesky;
import io.github.nbodylab.experiment.surrogate.Softmax;
import java.util.Arrays;
import java.util.Optional;

/**
 * Logistic regression with a penalty of the squared coefficients, by Newton's method (Hastie, Tibshirani and Friedman 2009,
 * sections 4.4 and 18.3.2): of two classes one has coefficients, of more each, and but for the intercepts, of which the
 * first is 0, the penalty makes them unique and finite, also where a line parts the classes. Smile's has sums in parallel,
 * whose last bits follow the number of threads.
 */
final class LogisticRegression {

    private static final int ITERATIONS = 200;
    private static final int HALVINGS = 40;
    private static final double TOLERANCE = 1e-13;

    private final double[][] x;
    private final int[] labels;
    private final int classes;
    private final double penalty;
    private final int first;

    /**
     * A regression.
     *
     * @param x {@code double[n][p]}, rows; the first column is the intercept
     * @param labels {@code int[n]}, from 0
     * @param classes 2 or more
     * @param penalty of half the sum of the squared coefficients but the intercepts, above 0
     */
    LogisticRegression(double[][] x, int[] labels, int classes, double penalty) {
        this.x = x;
        this.labels = labels;
        this.classes = classes;
        this.penalty = penalty;
        this.first = classes == 2 ? 1 : 0;
    }

    /** How many numbers such a regression fits. */
    static int parameters(int terms, int classes) {
        return classes == 2 ? terms : terms * classes - 1;
    }

    /**
     * Fits.
     *
     * @return {@code double[p][classes]}
     * @throws FitFailedException if the iteration does not end
     */
    double[][] fit() throws FitFailedException {
        int p = x[0].length;
        double[][] coefficients = new double[p][classes];
        double loss = loss(coefficients);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[][] step = step(coefficients);
            double[][] next = added(coefficients, step, 1);
            double lower = loss(next);
            double length = 1;
            for (int h = 0; h < HALVINGS && !(lower <= loss); h++) {
                length /= 2;
                next = added(coefficients, step, length);
                lower = loss(next);
            }
            if (!(lower <= loss)) {
                return coefficients; // no step goes further down
            }
            if (loss - lower <= TOLERANCE * loss) {
                return next;
            }
            coefficients = next;
            loss = lower;
        }
        throw new FitFailedException(
                "the logistic regression did not converge in " + ITERATIONS + " iterations: ask for a larger penalty");
    }

    private double[][] step(double[][] coefficients) throws FitFailedException {
        int p = x[0].length;
        int size = (classes - first) * p;
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        for (int i = 0; i < x.length; i++) {
            add(gradient, hessian, x[i], labels[i], Softmax.of(sums(coefficients, x[i])));
        }
        for (int k = first; k < classes; k++) {
            for (int t = 1; t < p; t++) {
                int at = (k - first) * p + t;
                gradient[at] += penalty * coefficients[t][k];
                hessian[at][at] += penalty;
            }
        }
        if (first == 0) {
            hold(gradient, hessian);
        }
        Optional<Cholesky> factor = Cholesky.of(hessian);
        double[] solution = factor.orElseThrow(() -> new FitFailedException(
                        "its matrix of second derivatives is not positive definite: ask for a larger penalty"))
                .solve(gradient);
        double[][] step = new double[p][classes];
        for (int k = first; k < classes; k++) {
            for (int t = 0; t < p; t++) {
                step[t][k] = -solution[(k - first) * p + t];
            }
        }
        return step;
    }

    /** One row's part in the first derivatives, and in the upper triangle of the second ones. */
    private void add(double[] gradient, double[][] hessian, double[] row, int label, double[] probabilities) {
        int p = row.length;
        for (int k = first; k < classes; k++) {
            double error = probabilities[k] - (label == k ? 1 : 0);
            for (int t = 0; t < p; t++) {
                gradient[(k - first) * p + t] += error * row[t];
            }
            for (int l = k; l < classes; l++) {
                double weight = probabilities[k] * ((k == l ? 1 : 0) - probabilities[l]);
                for (int t = 0; t < p; t++) {
                    double factor = weight * row[t];
                    double[] target = hessian[(k - first) * p + t];
                    int start = (l - first) * p;
                    for (int u = k == l ? t : 0; u < p; u++) {
                        target[start + u] += factor * row[u];
                    }
                }
            }
        }
    }

    /** The first intercept stays: equal amounts on all intercepts change no probability. */
    private static void hold(double[] gradient, double[][] hessian) {
        gradient[0] = 0;
        Arrays.fill(hessian[0], 0);
        hessian[0][0] = 1;
    }

    private double loss(double[][] coefficients) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] sums = sums(coefficients, x[i]);
            double largest = sums[0];
            for (double value : sums) {
                largest = Math.max(largest, value);
            }
            double exponentials = 0;
            for (double value : sums) {
                exponentials += StrictMath.exp(value - largest);
            }
            sum += largest + StrictMath.log(exponentials) - sums[labels[i]];
        }
        double squares = 0;
        for (int t = 1; t < coefficients.length; t++) {
            for (double coefficient : coefficients[t]) {
                squares += coefficient * coefficient;
            }
        }
        return sum + 0.5 * penalty * squares;
    }

    private static double[] sums(double[][] coefficients, double[] row) {
        double[] sums = new double[coefficients[0].length];
        for (int t = 0; t < row.length; t++) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += coefficients[t][k] * row[t];
            }
        }
        return sums;
    }

    private static double[][] added(double[][] coefficients, double[][] step, double length) {
        double[][] sum = new double[coefficients.length][];
        for (int t = 0; t < sum.length; t++) {
            sum[t] = coefficients[t].clone();
            for (int k = 0; k < sum[t].length; k++) {
                sum[t][k] += length * step[t][k];
            }
        }
        return sum;
    }
}
