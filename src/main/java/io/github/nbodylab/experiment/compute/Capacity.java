package io.github.nbodylab.experiment.compute;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How large a system an engine can take.
 *
 * @param device its name
 * @param bodies at most
 * @param limit what sets the limit, such as {@code its largest buffer of 2048 MiB}
 * @param remedy what to do about it
 */
public record Capacity(String device, long bodies, String limit, String remedy) {

    /** What a simulation keeps of each body on the host: bodies, forces and derivatives now, next and predicted. */
    static final int HOST_BYTES = 1024;

    private static final int MEBI = 1 << 20;

    public Capacity {
        requireNonNull(device, "device");
        requireNonNull(limit, "limit");
        requireNonNull(remedy, "remedy");
    }

    /**
     * That of this JVM's memory.
     *
     * @param device the name to tell
     */
    public static Capacity heap(String device) {
        long bytes = Runtime.getRuntime().maxMemory();
        return new Capacity(
                device,
                bytes / HOST_BYTES,
                "the worker's memory of " + bytes / MEBI + " MiB",
                "give it more by -Dexperiment.argLine=-Xmx...");
    }

    /**
     * That of a device, or of this JVM's memory where that is less.
     *
     * @param largestBuffer bytes that one buffer on it may have
     * @param memory bytes that all buffers may have
     * @param input bytes of each body in the buffer that is larger
     * @param output bytes of each body in the other buffer
     */
    static Capacity device(String device, long largestBuffer, long memory, int input, int output) {
        long buffer = Math.min(largestBuffer, Integer.MAX_VALUE) / input;
        long both = memory / (input + output);
        Capacity own = new Capacity(
                device,
                Math.min(buffer, both),
                buffer < both
                        ? "its largest buffer of " + Math.min(largestBuffer, Integer.MAX_VALUE) / MEBI + " MiB"
                        : "its memory of " + memory / MEBI + " MiB",
                "take another by -Dexperiment.device, such as jvm");
        Capacity host = heap(device);
        return own.bodies <= host.bodies ? own : host;
    }

    /**
     * Why a system cannot be taken, if it cannot.
     *
     * @param count of bodies in it
     * @return one sentence
     */
    public Optional<String> refusal(long count) {
        return count <= bodies
                ? Optional.empty()
                : Optional.of("A cluster of " + count + " bodies is too large for " + device + ": at most " + bodies
                        + " fit into " + limit + "; take fewer particles, or " + remedy);
    }
}
