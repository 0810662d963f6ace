package io.github.nbodylab.experiment.nbody.cluster;

/**
 * Primordial binaries. Semi-major axes are spread evenly in their logarithm, eccentricities are thermal, f(e) = 2 e (Jeans
 * 1919), phases and orientations random.
 *
 * @param fraction pairs over pairs and singles, from 0 to 1
 * @param minSemiMajorAxis in Henon lengths, above 0; not looked at if there are no binaries
 * @param maxSemiMajorAxis in Henon lengths, not below the least; not looked at if there are no binaries
 */
public record Binaries(double fraction, double minSemiMajorAxis, double maxSemiMajorAxis) {

    /** No binaries. */
    public static final Binaries NONE = new Binaries(0, 0, 0);

    public Binaries {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a fraction of binaries is between 0 and 1, not " + fraction);
        }
        boolean inOrder = minSemiMajorAxis > 0
                && minSemiMajorAxis <= maxSemiMajorAxis
                && maxSemiMajorAxis < Double.POSITIVE_INFINITY;
        if (fraction > 0 && !inOrder) {
            throw new IllegalArgumentException(
                    "the least semi-major axis is above 0 and not above the greatest, which is finite; they are "
                            + minSemiMajorAxis + " and " + maxSemiMajorAxis);
        }
    }

    /**
     * The number of pairs among bodies, rounded: with p pairs and s singles, 2 p + s is the number of bodies.
     *
     * @param bodies how many bodies there are, members counted one by one
     */
    public int pairs(int bodies) {
        return Math.toIntExact(Math.min(bodies / 2, Math.round(bodies * (fraction / (1 + fraction)))));
    }
}
