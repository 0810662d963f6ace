package io.github.nbodylab.experiment.model;

/**
 * The least value of a smooth function in a box, by BFGS steps among the coordinates that are free (projected quasi-Newton:
 * Bertsekas 1982; update of the inverse: Nocedal and Wright 2006, equation 6.17). A step that leaves the box is cut off at
 * its sides, and shortened until the value falls by enough. Hyper-parameters often end at a side, along which a minimiser
 * that does not know of it zigzags.
 */
final class BoxMinimizer {

    private static final int ITERATIONS = 200;
    private static final double LONGEST_STEP = 3;
    private static final int TRIALS = 10;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double CURVATURE = 1e-10;

    /** What is minimised. */
    interface Smooth {

        /** The value at a point of the box; infinite where there is none. */
        double value(double[] x);

        /** The gradient at the point whose value was asked for last. */
        double[] gradient(double[] x);
    }

    private final Smooth function;
    private final SearchBox box;
    private double[] x;
    private double value;
    private double[] gradient;
    private double[][] inverse;
    private boolean fresh;

    /**
     * A minimiser at its start.
     *
     * @param start {@code double[parameters]}, where the value is finite
     */
    BoxMinimizer(Smooth function, SearchBox box, double[] start) {
        this.function = function;
        this.box = box;
        this.x = box.clamp(start);
        this.value = function.value(x);
        this.gradient = function.gradient(x);
        forget();
    }

    /** Where it is. */
    double[] point() {
        return x.clone();
    }

    /** The value there. */
    double value() {
        return value;
    }

    /**
     * Goes on downhill.
     *
     * @param tolerance it ends when the value falls by less in two steps after each other
     */
    void descend(double tolerance) {
        int small = 0;
        for (int i = 0; i < ITERATIONS && small < 2; i++) {
            double before = value;
            boolean wasFresh = fresh;
            if (!step(direction())) {
                if (wasFresh) {
                    return;
                }
                forget();
            } else {
                small = before - value <= tolerance ? small + 1 : 0;
            }
        }
    }

    /** Takes the inverse of the second derivatives for a multiple of the identity. */
    private void forget() {
        double size = 1;
        for (double slope : gradient) {
            size = Math.max(size, Math.abs(slope));
        }
        scale(1 / size);
        fresh = true;
    }

    private void scale(double factor) {
        inverse = new double[x.length][x.length];
        for (int j = 0; j < x.length; j++) {
            inverse[j][j] = factor;
        }
    }

    private boolean isHeld(int j) {
        return (x[j] <= box.low()[j] && gradient[j] > 0) || (x[j] >= box.high()[j] && gradient[j] < 0);
    }

    private double[] direction() {
        double[] direction = new double[x.length];
        double longest = 0;
        for (int j = 0; j < x.length; j++) {
            for (int k = 0; k < x.length && !isHeld(j); k++) {
                direction[j] -= isHeld(k) ? 0 : inverse[j][k] * gradient[k];
            }
            longest = Math.max(longest, Math.abs(direction[j]));
        }
        for (int j = 0; longest > LONGEST_STEP && j < x.length; j++) {
            direction[j] *= LONGEST_STEP / longest;
        }
        return direction;
    }

    /** Whether a step in that direction leads down. */
    private boolean step(double[] direction) {
        double length = 1;
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] next = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                next[j] = x[j] + length * direction[j];
            }
            next = box.clamp(next);
            double slope = 0;
            for (int j = 0; j < x.length; j++) {
                slope += gradient[j] * (next[j] - x[j]);
            }
            if (!(slope < 0)) {
                return false;
            }
            double there = function.value(next);
            if (there <= value + SUFFICIENT_DECREASE * slope) {
                move(next, there);
                return true;
            }
            // the least value of the parabola through what is known
            double least = -slope / (2 * (there - value - slope));
            length *= Math.min(Math.max(least, 0.1), 0.5);
        }
        return false;
    }

    private void move(double[] next, double there) {
        double[] slopes = function.gradient(next);
        double[] s = new double[x.length];
        double[] r = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            s[j] = next[j] - x[j];
            r[j] = s[j] == 0 ? 0 : slopes[j] - gradient[j];
        }
        double curvature = product(s, r);
        if (curvature > CURVATURE * Math.sqrt(product(s, s) * product(r, r))) {
            if (fresh) {
                scale(curvature / product(r, r));
            }
            update(s, r, curvature);
            fresh = false;
        }
        x = next;
        value = there;
        gradient = slopes;
    }

    private void update(double[] s, double[] r, double curvature) {
        double[] hr = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            hr[j] = product(inverse[j], r);
        }
        double factor = (1 + product(r, hr) / curvature) / curvature;
        for (int j = 0; j < x.length; j++) {
            for (int k = 0; k < x.length; k++) {
                inverse[j][k] += factor * s[j] * s[k] - (hr[j] * s[k] + s[j] * hr[k]) / curvature;
            }
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
