package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Covariance;
import io.github.nbodylab.experiment.surrogate.LinearCovariance;
import io.github.nbodylab.experiment.surrogate.ProductCovariance;
import io.github.nbodylab.experiment.surrogate.StationaryCovariance;
import io.github.nbodylab.experiment.surrogate.SumCovariance;
import java.util.ArrayList;
import java.util.List;

/**
 * The derivatives of sums over covariances by the logarithms of the hyper-parameters, in reverse mode: the covariances of a
 * point with others go up the tree, what each weighs in the sum comes down. Sums are kept for each of the others apart, so
 * that the loops over them vectorise.
 */
final class CovarianceGradient {

    private final KernelNode node;
    private final Covariance covariance;
    private final double[][] columns;
    private final List<CovarianceGradient> children = new ArrayList<>();
    private final double[] values;
    private final double[] slopes;
    private final double[] weights;
    private final double[] work;
    private final double[] signalSums;
    private final double[][] scaleSums;

    /**
     * Sums of nothing.
     *
     * @param covariance what {@code node} is at some hyper-parameters, with unit 1
     * @param columns {@code double[columns][n]}: the points
     */
    CovarianceGradient(KernelNode node, Covariance covariance, double[][] columns, int n) {
        this.node = node;
        this.covariance = covariance;
        this.columns = columns;
        this.values = new double[n];
        this.slopes = new double[n];
        this.weights = new double[n];
        this.work = new double[n];
        this.signalSums = new double[n];
        this.scaleSums = new double[node.children().isEmpty() ? columns.length : 0][n];
        List<Covariance> parts = covariance instanceof SumCovariance sum
                ? sum.terms()
                : covariance instanceof ProductCovariance product ? product.factors() : List.of();
        for (int c = 0; c < parts.size(); c++) {
            children.add(new CovarianceGradient(node.children().get(c), parts.get(c), columns, n));
        }
    }

    /** The weights of the covariances that {@link #add} adds next, {@code double[n]}, to be set. */
    double[] weights() {
        return weights;
    }

    /** Adds the covariances of a point with the first points, up to {@code to}, each times its weight. */
    void add(double[] point, int to) {
        forward(point, to);
        backward(point, to);
    }

    /** Adds the derivatives to {@code double[parameters]}. */
    void collect(double[] gradient) {
        if (node.hasSignal()) {
            gradient[node.signalIndex()] += sum(signalSums);
        }
        for (int c = 0; c < scaleSums.length; c++) {
            gradient[node.scaleIndex(c)] += sum(scaleSums[c]);
        }
        children.forEach(child -> child.collect(gradient));
    }

    private void forward(double[] point, int to) {
        children.forEach(child -> child.forward(point, to));
        if (covariance instanceof StationaryCovariance stationary) {
            stationary.squaredDistances(point, columns, 0, to, values);
            stationary.kernel().apply(values, slopes, work, 0, to);
            scale(stationary.signalVariance(), to);
        } else if (covariance instanceof LinearCovariance linear) {
            linear.between(point, columns, 0, to, values);
        } else {
            boolean product = covariance instanceof ProductCovariance;
            double start = covariance instanceof ProductCovariance factors ? factors.signalVariance() : 0;
            for (int k = 0; k < to; k++) {
                values[k] = start;
            }
            for (CovarianceGradient child : children) {
                double[] other = child.values;
                for (int k = 0; k < to; k++) {
                    values[k] = product ? values[k] * other[k] : values[k] + other[k];
                }
            }
        }
    }

    private void scale(double variance, int to) {
        for (int k = 0; k < to; k++) {
            values[k] *= variance;
            slopes[k] *= variance;
        }
    }

    private void backward(double[] point, int to) {
        if (node.hasSignal()) {
            for (int k = 0; k < to; k++) {
                signalSums[k] = Math.fma(weights[k], values[k], signalSums[k]);
            }
        }
        if (covariance instanceof StationaryCovariance stationary) {
            distances(stationary, point, to);
        } else if (covariance instanceof LinearCovariance linear) {
            products(linear, point, to);
        }
        for (CovarianceGradient child : children) {
            System.arraycopy(weights, 0, child.weights, 0, to);
            if (covariance instanceof ProductCovariance product) {
                others(product, child, to);
            }
            child.backward(point, to);
        }
    }

    /** The derivative of a product by one factor is the product of the others. */
    private void others(ProductCovariance product, CovarianceGradient child, int to) {
        double[] into = child.weights;
        double variance = product.signalVariance();
        for (int k = 0; k < to; k++) {
            into[k] *= variance;
        }
        for (CovarianceGradient other : children) {
            if (other != child) {
                double[] factor = other.values;
                for (int k = 0; k < to; k++) {
                    into[k] *= factor[k];
                }
            }
        }
    }

    private void distances(StationaryCovariance stationary, double[] point, int to) {
        for (int k = 0; k < to; k++) {
            work[k] = weights[k] * slopes[k];
        }
        for (int c = 0; c < scaleSums.length; c++) {
            double x = point[c];
            double inverse = stationary.inverseScale(c);
            double[] column = columns[c];
            double[] sums = scaleSums[c];
            for (int k = 0; k < to; k++) {
                double difference = (x - column[k]) * inverse;
                sums[k] = Math.fma(work[k] * difference, difference, sums[k]);
            }
        }
    }

    private void products(LinearCovariance linear, double[] point, int to) {
        for (int c = 0; c < scaleSums.length; c++) {
            double factor = -2 * point[c] * linear.inverseScale(c) * linear.inverseScale(c);
            double[] column = columns[c];
            double[] sums = scaleSums[c];
            for (int k = 0; k < to; k++) {
                sums[k] = Math.fma(weights[k] * factor, column[k], sums[k]);
            }
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
