package io.github.nbodylab.experiment.compute;

import java.util.Arrays;

/** The eight lanes of the canonical sum, for each target of a tile and each component of its acceleration and jerk. */
final class LaneSums {

    private static final int LANES = Bodies.LANES;
    private static final int WIDTH = 6 * LANES;

    /** Target by target: eight lanes of ax, then of ay, az, jx, jy, jz. */
    final double[] lanes = new double[ForceTile.TARGETS * WIDTH];

    /** Sets the lanes of the first targets to zero. */
    void clear(int count) {
        Arrays.fill(lanes, 0, count * WIDTH, 0);
    }

    /** Where the lanes of a target begin. */
    static int of(int target) {
        return target * WIDTH;
    }

    /** Joins the lanes and writes the forces on targets of a request, from the k-th on. */
    void join(ForceRequest request, int k, int count) {
        double[][] into = request.into().fields();
        int components = request.order() == ForceRequest.Order.JERK ? 6 : 3;
        for (int i = 0; i < count; i++) {
            int target = request.targets()[k + i];
            for (int c = 0; c < components; c++) {
                into[c][target] = join(of(i) + c * LANES);
            }
        }
    }

    private double join(int i) {
        double[] s = lanes;
        return ((s[i] + s[i + 1]) + (s[i + 2] + s[i + 3])) + ((s[i + 4] + s[i + 5]) + (s[i + 6] + s[i + 7]));
    }
}
