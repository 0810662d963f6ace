// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.Arrays;
import java.util.Optional;

/** The convex hull of points, by the nearest point in it (Wolfe 1976); the same bits on every machine. */
public final class Hull {

    private static final int MOST_STEPS = 1000;
    private static final double TINY = 1e-12;

    private final double[][] vertices;

    /**
     * A hull.
     *
     * @param vertices {@code double[m][d]}, one at least; those inside of the hull of others do no harm
     */
    public Hull(double[][] vertices) {
        this.vertices = Arrays.stream(vertices).map((double[] v) -> v.clone()).toArray(double[][]::new);
    }

    /**
     * How far a point is from the hull.
     *
     * @param point {@code double[d]}
     * @return 0 inside, to about 1e-6 of the distance of the farthest vertex
     */
    public double distance(double[] point) {
        double[][] p = new double[vertices.length][];
        double scale = 0;
        int nearest = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = difference(vertices[i], point);
            scale = Math.max(scale, dot(p[i], p[i]));
            nearest = dot(p[i], p[i]) < dot(p[nearest], p[nearest]) ? i : nearest;
        }
        Corral corral = new Corral(new int[] {nearest}, new double[] {1});
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] x = corral.point(p);
            double square = dot(x, x);
            int next = 0;
            for (int i = 1; i < p.length; i++) {
                next = dot(x, p[i]) < dot(x, p[next]) ? i : next;
            }
            Corral wider = corral;
            if (square > TINY * scale && dot(x, p[next]) < square - TINY * scale) {
                wider = corral.with(next, p, scale);
            }
            if (wider == corral) {
                return square > TINY * scale ? Math.sqrt(square) : 0;
            }
            corral = wider;
        }
        double[] x = corral.point(p);
        return Math.sqrt(dot(x, x));
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            difference[k] = a[k] - b[k];
        }
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Affinely independent points whose nearest common point lies between them, and its weights. */
    private static final class Corral {

        private final int[] members;
        private final double[] weights;

        Corral(int[] members, double[] weights) {
            this.members = members;
            this.weights = weights;
        }

        double[] point(double[][] p) {
            double[] x = new double[p[0].length];
            for (int m = 0; m < members.length; m++) {
                for (int k = 0; k < x.length; k++) {
                    x[k] += weights[m] * p[members[m]][k];
                }
            }
            return x;
        }

        /** With one point more, less those that it makes needless; this one if that changes nothing. */
        Corral with(int next, double[][] p, double scale) {
            if (Arrays.stream(members).anyMatch(m -> m == next)) {
                return this;
            }
            int[] all = Arrays.copyOf(members, members.length + 1);
            double[] lambda = Arrays.copyOf(weights, weights.length + 1);
            all[members.length] = next;
            while (true) {
                Optional<double[]> solved = affine(all, p, scale);
                if (solved.isEmpty()) {
                    return this;
                }
                double[] alpha = solved.get();
                if (Arrays.stream(alpha).allMatch(a -> a > TINY)) {
                    return new Corral(all, alpha);
                }
                double share = 1;
                for (int m = 0; m < alpha.length; m++) {
                    if (alpha[m] <= TINY && lambda[m] > alpha[m]) {
                        share = Math.min(share, lambda[m] / (lambda[m] - alpha[m]));
                    }
                }
                int kept = 0;
                for (int m = 0; m < alpha.length; m++) {
                    double weight = lambda[m] + share * (alpha[m] - lambda[m]);
                    if (weight > TINY) {
                        all[kept] = all[m];
                        lambda[kept++] = weight;
                    }
                }
                if (kept == alpha.length || kept == 0) {
                    return this;
                }
                all = Arrays.copyOf(all, kept);
                lambda = Arrays.copyOf(lambda, kept);
            }
        }

        /** The weights of the point nearest to the origin in the plane through some points. */
        private static Optional<double[]> affine(int[] members, double[][] p, double scale) {
            double[][] matrix = new double[members.length][members.length];
            double[] ones = new double[members.length];
            for (int m = 0; m < members.length; m++) {
                ones[m] = 1;
                for (int k = 0; k < members.length; k++) {
                    matrix[m][k] = dot(p[members[m]], p[members[k]]) + scale;
                }
            }
            return Cholesky.of(matrix).map(factor -> {
                double[] weights = factor.solve(ones);
                double sum = 0;
                for (double weight : weights) {
                    sum += weight;
                }
                for (int m = 0; m < weights.length; m++) {
                    weights[m] /= sum;
                }
                return weights;
            });
        }
    }
}
