package io.github.nbodylab.experiment.compute;

/**
 * What systems take that are computed at once.
 *
 * @param systems how many, 1 or more
 * @param largest bodies of the largest
 * @param bodies of all
 * @param hostBytes memory of the host for all of them, with what is kept of each until it ends
 */
public record Load(int systems, long largest, long bodies, long hostBytes) {

    public Load {
        if (systems < 1 || largest < 1 || bodies < largest || hostBytes < 0) {
            throw new IllegalArgumentException("no load has " + systems + " systems of up to " + largest + " bodies, "
                    + bodies + " in all, and " + hostBytes + " bytes");
        }
    }
}
