package io.github.nbodylab.experiment.compute;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Mirrors the OpenCL kernels, bit for bit, on the JVM: it runs where no device is or none is faster, and judges those that
 * are there. A large request is done by all cores, a smaller one by the caller's thread alone; the bits depend neither on
 * that nor on what the JIT compiler makes of the loops.
 */
public final class JvmForceEngine implements ForceEngine {

    /** Pairs from which on it pays to wake the other cores, some tenths of a millisecond's work. */
    private static final long LARGE = 1L << 19;

    private final Supplier<ForceTile> tiles;
    private final Queue<ForceTile> idle = new ConcurrentLinkedQueue<>();

    /** The fastest that this JVM has. */
    public JvmForceEngine() {
        this(ForceTile::fastest);
    }

    JvmForceEngine(Supplier<ForceTile> tiles) {
        this.tiles = tiles;
    }

    @Override
    public Device device() {
        String vm = System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
        return new Device("jvm", "JVM twin", vm);
    }

    @Override
    public ForceEngine sibling() {
        return new JvmForceEngine(tiles);
    }

    @Override
    public void close() {
        idle.clear();
    }

    @Override
    public void evaluate(ForceBatch batch) {
        for (ForceRequest request : batch.requests()) {
            evaluate(request);
        }
    }

    private void evaluate(ForceRequest request) {
        int parts = (request.count() + ForceTile.TARGETS - 1) / ForceTile.TARGETS;
        if (request.interactions() > LARGE) {
            IntStream.range(0, parts).parallel().forEach(part -> evaluate(request, part));
        } else {
            for (int part = 0; part < parts; part++) {
                evaluate(request, part);
            }
        }
    }

    private void evaluate(ForceRequest request, int part) {
        ForceTile found = idle.poll();
        ForceTile tile = found == null ? tiles.get() : found;
        int k = part * ForceTile.TARGETS;
        tile.evaluate(request, k, Math.min(ForceTile.TARGETS, request.count() - k));
        idle.add(tile);
    }
}
