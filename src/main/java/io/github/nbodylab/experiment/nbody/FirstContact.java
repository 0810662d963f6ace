package io.github.nbodylab.experiment.nbody;

/**
 * When, within a step, two bodies first are within the capture radius and approach each other. Their relative path over
 * the step is the cubic through positions and velocities at both ends, so the squared distance is a polynomial of degree
 * six; in Bernstein form its coefficients bound it, and halving the interval finds the time to the last bits. No contact
 * within a step is overlooked, however short.
 */
final class FirstContact {

    private static final int DEGREE = 6;
    private static final double SHORTEST = 0x1p-40;
    private static final double[] BINOMIAL3 = {1, 3, 3, 1};
    private static final double[] BINOMIAL6 = {1, 6, 15, 20, 15, 6, 1};

    private FirstContact() {}

    /**
     * Finds the time.
     *
     * @param path four Bezier points of the relative path, {@code double[4][3]}: start, a third of the step further with
     *     the first velocity, a third of the step before the end with the last, end
     * @param radius capture radius
     * @return fraction of the step, in [0, 1]; NaN if there is no contact
     */
    static double fraction(double[][] path, double radius) {
        double[] excess = new double[DEGREE + 1];
        for (int i = 0; i <= 3; i++) {
            for (int j = 0; j <= 3; j++) {
                double dot = path[i][0] * path[j][0] + path[i][1] * path[j][1] + path[i][2] * path[j][2];
                excess[i + j] += BINOMIAL3[i] * BINOMIAL3[j] / BINOMIAL6[i + j] * dot;
            }
        }
        for (int k = 0; k <= DEGREE; k++) {
            excess[k] -= radius * radius;
        }
        return search(excess, 0, 1);
    }

    /**
     * Searches an interval.
     *
     * @param excess Bernstein coefficients over it of the squared distance less the squared radius
     */
    private static double search(double[] excess, double start, double length) {
        if (excess[0] < 0 && excess[1] <= excess[0]) {
            return start; // near and approaching
        }
        boolean near = false;
        boolean approaching = false;
        for (int k = 0; k <= DEGREE; k++) {
            near |= excess[k] < 0;
            approaching |= k > 0 && excess[k] <= excess[k - 1];
        }
        if (!near || !approaching) {
            return Double.NaN;
        }
        if (length < SHORTEST) {
            return start + length / 2;
        }
        double[] left = new double[DEGREE + 1];
        double[] right = new double[DEGREE + 1];
        halve(excess, left, right);
        double found = search(left, start, length / 2);
        return Double.isNaN(found) ? search(right, start + length / 2, length / 2) : found;
    }

    /** De Casteljau's algorithm at the middle. */
    private static void halve(double[] coefficients, double[] left, double[] right) {
        double[] row = coefficients.clone();
        for (int k = 0; k <= DEGREE; k++) {
            left[k] = row[0];
            right[DEGREE - k] = row[DEGREE - k];
            for (int i = 0; i < DEGREE - k; i++) {
                row[i] = (row[i] + row[i + 1]) / 2;
            }
        }
    }
}
