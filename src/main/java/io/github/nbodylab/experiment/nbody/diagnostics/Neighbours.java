package io.github.nbodylab.experiment.nbody.diagnostics;

import java.util.Arrays;

/** The six nearest neighbours of each target of a tile, in the order of their distances, and the density that they make. */
final class Neighbours {

    /** Neighbours that a density takes: the masses of all but the last, in the sphere that reaches to the last. */
    static final int COUNT = 6;

    /** Beside a squared distance, so that bodies at one place have a finite density. */
    private static final double FLOOR = 1e-200;

    private final double[] squares;
    private final double[] masses;

    Neighbours(int targets) {
        squares = new double[COUNT * targets];
        masses = new double[COUNT * targets];
    }

    void clear() {
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        Arrays.fill(masses, 0);
    }

    /**
     * Takes a body among the neighbours of a target.
     *
     * @param square its squared distance, below that of the sixth
     * @return the squared distance of the sixth now
     */
    double insert(int target, double square, double mass) {
        int nearest = target * COUNT;
        int place = nearest + COUNT - 1;
        while (place > nearest && squares[place - 1] > square) {
            squares[place] = squares[place - 1];
            masses[place] = masses[place - 1];
            place--;
        }
        squares[place] = square;
        masses[place] = mass;
        return squares[nearest + COUNT - 1];
    }

    /** Casertano and Hut (1985) with masses: the last neighbour is left out, and so is the body itself. */
    double density(int target) {
        double inside = 0;
        for (int k = 0; k < COUNT - 1; k++) {
            inside += masses[target * COUNT + k];
        }
        double square = squares[target * COUNT + COUNT - 1] + FLOOR;
        return inside / (4 * Math.PI / 3 * square * Math.sqrt(square));
    }
}
