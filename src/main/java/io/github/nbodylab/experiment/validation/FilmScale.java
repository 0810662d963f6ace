package io.github.nbodylab.experiment.validation;

import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import java.util.Arrays;

/**
 * Puts coordinates into 16 bits: c becomes 32767 c / (|c| + s). Near the centre of a cluster, where much happens, the steps
 * are fine (s / 32767), and a body that flies away coarsens them for itself alone.
 *
 * @param half the coordinate s that stands half-way to the end of the numbers, above 0
 */
record FilmScale(double half) {

    private static final int LARGEST = Short.MAX_VALUE;

    FilmScale {
        if (!(half > 0 && half < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no scale has its middle at " + half);
        }
    }

    /** The scale whose half-way coordinate is the median distance from the origin; 1 where that is 0. */
    static FilmScale of(Snapshot snapshot) {
        double[][] fields = snapshot.bodies().fields();
        double[] distances = new double[snapshot.bodies().count()];
        for (int i = 0; i < distances.length; i++) {
            double x = fields[0][i];
            double y = fields[1][i];
            double z = fields[2][i];
            distances[i] = Math.sqrt(x * x + y * y + z * z);
        }
        Arrays.sort(distances);
        double median = distances[distances.length / 2];
        return new FilmScale(median > 0 && median < Double.POSITIVE_INFINITY ? median : 1);
    }

    /** A finite coordinate as a whole number from -32766 to 32766. */
    short encode(double coordinate) {
        double place = LARGEST * (coordinate / (Math.abs(coordinate) + half));
        return (short) Math.max(1 - LARGEST, Math.min(LARGEST - 1, StrictMath.rint(place)));
    }

    /** The coordinate that a number stands for. */
    double decode(short place) {
        double part = place / (double) LARGEST;
        return half * part / (1 - Math.abs(part));
    }
}
