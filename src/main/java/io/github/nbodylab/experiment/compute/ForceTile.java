package io.github.nbodylab.experiment.compute;

/** The canonical sum on the JVM, for some targets at a time. Belongs to one thread at a time. */
interface ForceTile {

    /** Targets at most. */
    int TARGETS = 64;

    /**
     * Writes the forces on {@code count} targets of a request, the k-th and those after it.
     *
     * @param count 1 to {@link #TARGETS}
     */
    void evaluate(ForceRequest request, int k, int count);

    /** The fastest that this JVM has; all have the same bits. */
    static ForceTile fastest() {
        boolean hasVectors =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return hasVectors && VectorTile.isFast() ? new VectorTile() : new PlainTile();
    }
}
