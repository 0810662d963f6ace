package io.github.nbodylab.experiment.compute;

/**
 * Evaluates acceleration and jerk by direct summation, G = 1, without softening. All engines return the same bits.
 *
 * <p>An engine belongs to one thread; {@link #sibling()} makes one for another thread. Today every body of a system is
 * both source and target. Block time steps will ask for a few targets of each system: the canonical sum over the sources
 * does not know how many targets there are, so that will change no bit.
 */
public interface ForceEngine extends AutoCloseable {

    /** On what it runs. */
    Device device();

    /**
     * Evaluates the forces on every body of every system of a batch, and leaves them in the batch.
     *
     * @throws IllegalStateException if the device fails; the message names it
     */
    void evaluate(ForceBatch batch);

    /** Another engine on the same device, for another thread; to be closed before this one. */
    ForceEngine sibling();

    /** Gives back what it holds on the device. */
    @Override
    void close();
}
