package io.github.nbodylab.experiment.compute;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Mirrors the OpenCL kernels, bit for bit, in plain Java: it runs where no device is, and judges those that are. A large
 * request is done by all cores, a smaller one by the caller's thread alone; the bits depend neither on that nor on what the
 * JIT compiler makes of the loops.
 */
public final class JvmForceEngine implements ForceEngine {

    /** Pairs from which on it pays to wake the other cores, about a millisecond's work. */
    private static final long LARGE = 1L << 19;

    private static final int SMALLEST_PART = 64;

    private final Queue<Tiles> idle = new ConcurrentLinkedQueue<>();

    /** What one thread needs. */
    private static final class Tiles {
        final TargetTile many = new TargetTile();
        final SourceTile few = new SourceTile();
    }

    @Override
    public Device device() {
        String vm = System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
        return new Device("jvm", "JVM twin", vm);
    }

    @Override
    public ForceEngine sibling() {
        return new JvmForceEngine();
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
        int count = request.count();
        boolean large = request.interactions() > LARGE;
        int part = large ? part(count) : TargetTile.SIZE;
        IntStream parts = IntStream.range(0, (count + part - 1) / part);
        (large ? parts.parallel() : parts).forEach(p -> evaluate(request, p * part, Math.min(part, count - p * part)));
    }

    /** Targets to a part: whole tiles, unless that would leave cores idle. */
    private static int part(int count) {
        int threads = ForkJoinPool.getCommonPoolParallelism() + 1;
        return Math.max(SMALLEST_PART, Math.min(TargetTile.SIZE, (count + 2 * threads - 1) / (2 * threads)));
    }

    private void evaluate(ForceRequest request, int k, int count) {
        Tiles found = idle.poll();
        Tiles tiles = found == null ? new Tiles() : found;
        if (count < TargetTile.LEAST) {
            tiles.few.evaluate(request, k, count);
        } else {
            tiles.many.evaluate(request, k, count);
        }
        idle.add(tiles);
    }
}
