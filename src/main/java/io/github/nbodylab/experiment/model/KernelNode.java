package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.spec.KernelExpression;
import io.github.nbodylab.experiment.surrogate.Covariance;
import io.github.nbodylab.experiment.surrogate.Kernel;
import io.github.nbodylab.experiment.surrogate.LinearCovariance;
import io.github.nbodylab.experiment.surrogate.ProductCovariance;
import io.github.nbodylab.experiment.surrogate.StationaryCovariance;
import io.github.nbodylab.experiment.surrogate.SumCovariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A kernel expression and where its hyper-parameters stand in a vector of their logarithms: for each factor its length
 * scales, for each summand the variance of its signal. A sum has no variance but those of its terms, and a linear kernel none
 * but its length scales; a product has one unless a factor is such a sum or linear kernel. So no signal is scaled twice, but
 * by a product of several of those.
 */
final class KernelNode {

    private final KernelExpression expression;
    private final int[] scaleOf;
    private final int scales;
    private final boolean hasSignal;
    private final int first;
    private final List<KernelNode> children = new ArrayList<>();
    private final int end;

    private KernelNode(KernelExpression expression, int[] scaleOf, boolean scaled, int first) {
        this.expression = expression;
        this.scaleOf = scaleOf;
        this.scales = 1 + Arrays.stream(scaleOf).max().orElse(-1);
        this.first = first;
        int next = first;
        for (KernelExpression child : childrenOf(expression)) {
            KernelNode node = new KernelNode(child, scaleOf, expression instanceof KernelExpression.Sum, next);
            children.add(node);
            next = node.end;
        }
        boolean product = expression instanceof KernelExpression.Product;
        this.hasSignal = scaled
                && !(expression instanceof KernelExpression.Sum)
                && !isLinear()
                && !(product && children.stream().anyMatch(KernelNode::scalesItself));
        this.end = next + (children.isEmpty() ? scales : 0) + (hasSignal ? 1 : 0);
    }

    /**
     * A whole expression.
     *
     * @param scaleOf {@code int[columns]}, which length scale of a factor a column has, from 0
     */
    static KernelNode of(KernelExpression expression, int[] scaleOf) {
        return new KernelNode(expression, scaleOf.clone(), true, 0);
    }

    private static List<KernelExpression> childrenOf(KernelExpression expression) {
        if (expression instanceof KernelExpression.Sum sum) {
            return sum.terms();
        }
        return expression instanceof KernelExpression.Product product ? product.factors() : List.of();
    }

    /** How many hyper-parameters the whole expression has, where this is it. */
    int parameters() {
        return end;
    }

    /** Which of the hyper-parameters are length scales. */
    boolean isLengthScale(int parameter) {
        if (children.isEmpty()) {
            return parameter >= first && parameter < first + scales;
        }
        return children.stream().anyMatch(child -> child.isLengthScale(parameter));
    }

    boolean isLinear() {
        return expression instanceof KernelExpression.Factor factor
                && factor.kernel() == KernelExpression.Kernel.LINEAR;
    }

    private boolean scalesItself() {
        return isLinear() || expression instanceof KernelExpression.Sum;
    }

    KernelExpression expression() {
        return expression;
    }

    List<KernelNode> children() {
        return children;
    }

    /** Whether it has a variance of its own. */
    boolean hasSignal() {
        return hasSignal;
    }

    /** Where its variance stands. */
    int signalIndex() {
        return end - 1;
    }

    /** Where the length scale of a column stands, in a factor. */
    int scaleIndex(int column) {
        return first + scaleOf[column];
    }

    /** How many columns the encoding has. */
    int columns() {
        return scaleOf.length;
    }

    /**
     * Its own variance.
     *
     * @param unit by which targets were divided
     * @return in units of the targets squared; 1 where it has none
     */
    double signal(double[] logs, double unit) {
        return hasSignal ? StrictMath.exp(logs[signalIndex()]) * unit * unit : 1;
    }

    /** The length scale of a column, of a factor. */
    double lengthScale(double[] logs, int column, double unit) {
        return StrictMath.exp(logs[scaleIndex(column)]) / (isLinear() ? unit : 1);
    }

    /** What of the unit is left to a child: a sum gives it to all, a product to the first that has a scale. */
    double unitOf(int child, double unit) {
        if (expression instanceof KernelExpression.Sum) {
            return unit;
        }
        for (int c = 0; c < child; c++) {
            if (children.get(c).scalesItself()) {
                return 1;
            }
        }
        return children.get(child).scalesItself() ? unit : 1;
    }

    /**
     * The covariance at some hyper-parameters.
     *
     * @param logs {@code double[parameters]}, for targets that were divided by {@code unit}
     * @return in units of the targets squared
     */
    Covariance at(double[] logs, double unit) {
        if (children.isEmpty()) {
            double[] lengthScales = new double[scaleOf.length];
            for (int c = 0; c < lengthScales.length; c++) {
                lengthScales[c] = lengthScale(logs, c, unit);
            }
            return isLinear()
                    ? new LinearCovariance(lengthScales)
                    : new StationaryCovariance(Kernel.of(expression.text()), signal(logs, unit), lengthScales);
        }
        List<Covariance> parts = new ArrayList<>();
        for (int c = 0; c < children.size(); c++) {
            parts.add(children.get(c).at(logs, unitOf(c, unit)));
        }
        return expression instanceof KernelExpression.Sum
                ? new SumCovariance(parts)
                : new ProductCovariance(signal(logs, unit), parts);
    }
}
