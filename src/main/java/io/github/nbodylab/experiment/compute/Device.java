package io.github.nbodylab.experiment.compute;

import static java.util.Objects.requireNonNull;

/**
 * What computed a result.
 *
 * @param engine {@code opencl} or {@code jvm}
 * @param name such as {@code Portable Computing Language: cpu-haswell}
 * @param driver its version, or that of the JVM
 */
public record Device(String engine, String name, String driver) {

    public Device {
        requireNonNull(engine, "engine");
        requireNonNull(name, "name");
        requireNonNull(driver, "driver");
    }

    /** One line for people. */
    @Override
    public String toString() {
        return name + " (" + driver + ")";
    }
}
