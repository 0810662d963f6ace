package io.github.nbodylab.experiment.compute;

/**
 * Evaluates acceleration and jerk by direct summation, G = 1. All engines return the same bits, whoever else is in the batch
 * and however many targets there are.
 *
 * <p>An engine belongs to one thread; {@link #sibling()} makes one for another thread.
 */
public interface ForceEngine extends AutoCloseable {

    /** On what it runs. */
    Device device();

    /**
     * Fulfils all requests of a batch.
     *
     * @throws IllegalStateException if the device fails; the message names it
     */
    void evaluate(ForceBatch batch);

    /** How much it and its siblings can take; to be asked before anything runs. */
    default Capacity capacity() {
        return Capacity.host();
    }

    /** Another engine on the same device, for another thread; to be closed before this one. */
    ForceEngine sibling();

    /** Gives back what it holds on the device. */
    @Override
    void close();
}
