package io.github.nbodylab.experiment.compute;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How much an engine can take.
 *
 * @param device its name
 * @param buffer bytes that one buffer on it may have, of which one system has one
 * @param bufferBytes bytes of a body in that buffer
 * @param memory bytes that all buffers on it may have
 * @param deviceBytes bytes of a body in all of them
 * @param heap bytes of this JVM's memory
 */
public record Capacity(String device, long buffer, int bufferBytes, long memory, int deviceBytes, long heap) {

    private static final int MEBI = 1 << 20;
    private static final String ANOTHER = "another device by -Dexperiment.device, such as jvm";

    public Capacity {
        requireNonNull(device, "device");
    }

    /** That of this JVM's memory, where no device has another. */
    public static Capacity host() {
        return device("this machine", Long.MAX_VALUE, 1, Long.MAX_VALUE, 1);
    }

    /** That of a device, and of this JVM's memory. */
    static Capacity device(String device, long buffer, int bufferBytes, long memory, int deviceBytes) {
        long heap = Runtime.getRuntime().maxMemory();
        return new Capacity(device, buffer, bufferBytes, memory, deviceBytes, heap);
    }

    /**
     * Why systems cannot be taken, if they cannot.
     *
     * @return one sentence
     */
    public Optional<String> refusal(Load load) {
        if (load.largest() > buffer / bufferBytes) {
            return Optional.of("A cluster of " + load.largest() + " bodies is too large for " + device + ": at most "
                    + buffer / bufferBytes + " fit into its largest buffer of " + buffer / MEBI
                    + " MiB; take fewer particles, or " + ANOTHER);
        }
        if (load.bodies() > memory / deviceBytes) {
            return Optional.of(clusters(load) + mebibytes(load.bodies() * deviceBytes) + " of memory, and " + device
                    + " has " + mebibytes(memory) + "; take fewer particles, " + fewerAtOnce(load) + "or " + ANOTHER);
        }
        if (load.hostBytes() > heap) {
            return Optional.of(clusters(load) + mebibytes(load.hostBytes())
                    + " of memory with all that is kept until the end, and the worker has " + mebibytes(heap)
                    + "; take fewer particles or snapshots, " + fewerAtOnce(load)
                    + "or give it more by -Dexperiment.argLine=-Xmx" + enough(load.hostBytes()) + "m");
        }
        return Optional.empty();
    }

    private static String clusters(Load load) {
        return load.systems() == 1
                ? "A cluster of " + load.largest() + " bodies needs "
                : load.systems() + " clusters at once, of up to " + load.largest() + " bodies, need ";
    }

    private static String fewerAtOnce(Load load) {
        return load.systems() == 1 ? "" : "fewer clusters at once by -Dexperiment.jobs, ";
    }

    private static String mebibytes(long bytes) {
        return (bytes + MEBI - 1) / MEBI + " MiB";
    }

    /** With some room for all else, mebibytes. */
    private static long enough(long bytes) {
        return bytes / MEBI / 8 * 9 + 64;
    }
}
