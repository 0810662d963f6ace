package io.github.nbodylab.experiment.model;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Vertices of the convex hull of points in two or three dimensions: those that are farthest in one of 300 evenly spread
 * directions. A hull of more vertices is cut a little short.
 */
final class HullVertices {

    private static final int DIRECTIONS = 300;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private HullVertices() {}

    /**
     * The vertices.
     *
     * @param points {@code double[n][2]} or {@code double[n][3]}
     * @return {@code double[m][d]}, m at most 300
     */
    static double[][] of(double[][] points) {
        Set<Integer> vertices = new LinkedHashSet<>();
        for (int k = 0; k < DIRECTIONS; k++) {
            double[] direction = points[0].length == 2 ? onCircle(k) : onSphere(k);
            int farthest = 0;
            for (int i = 1; i < points.length; i++) {
                farthest = dot(points[i], direction) > dot(points[farthest], direction) ? i : farthest;
            }
            vertices.add(farthest);
        }
        return vertices.stream().map(i -> points[i]).toArray(double[][]::new);
    }

    private static double[] onCircle(int k) {
        double angle = 2 * Math.PI * k / DIRECTIONS;
        return new double[] {StrictMath.cos(angle), StrictMath.sin(angle)};
    }

    /** A spiral from pole to pole with equal areas between its turns (Vogel 1979). */
    private static double[] onSphere(int k) {
        double z = 1 - (2 * k + 1.0) / DIRECTIONS;
        double radius = Math.sqrt(1 - z * z);
        double angle = GOLDEN_ANGLE * k;
        return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), z};
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
