package io.github.nbodylab.experiment.nbody;

/**
 * The path of one body as seen from another: the cubic through its positions and velocities at both ends of a stretch of
 * time, by its four Bezier points. Set anew for each pair, since it is asked for in every step.
 */
final class RelativePath {

    private final Paths paths;
    private final double[][] points = new double[4][3];
    private final double[] from1 = new double[Paths.FIGURES];
    private final double[] from2 = new double[Paths.FIGURES];
    private final double[] to1 = new double[Paths.FIGURES];
    private final double[] to2 = new double[Paths.FIGURES];

    RelativePath(Paths paths) {
        this.paths = paths;
    }

    /** Takes the path of the second body as seen from the first. */
    void set(int first, int second, double start, double end) {
        paths.at(first, start, from1);
        paths.at(second, start, from2);
        paths.at(first, end, to1);
        paths.at(second, end, to2);
        double third = (end - start) / 3;
        for (int c = 0; c < 3; c++) {
            double from = (from2[c] - from1[c]) + (from2[c + 3] - from1[c + 3]);
            double to = (to2[c] - to1[c]) + (to2[c + 3] - to1[c + 3]);
            points[0][c] = from;
            points[1][c] = from + third * (from2[c + 6] - from1[c + 6]);
            points[2][c] = to - third * (to2[c + 6] - to1[c + 6]);
            points[3][c] = to;
        }
    }

    /** The points, {@code double[4][3]}, until it is set again. */
    double[][] points() {
        return points;
    }

    /**
     * Whether it may come within a distance. It stays in the hull of its four points, so within their greatest distance from
     * the first.
     */
    boolean mayReach(double distance) {
        double[] p = points[0];
        double spread = 0;
        for (int k = 1; k < 4; k++) {
            double x = points[k][0] - p[0];
            double y = points[k][1] - p[1];
            double z = points[k][2] - p[2];
            spread = Math.max(spread, x * x + y * y + z * z);
        }
        double near = distance + Math.sqrt(spread);
        return p[0] * p[0] + p[1] * p[1] + p[2] * p[2] <= near * near * (1 + 1e-12);
    }
}
