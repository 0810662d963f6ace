package io.github.nbodylab.experiment.worker;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * What every worker of a build has in common.
 *
 * @param java the launcher of a JDK 25 or newer
 * @param classPath the jars it sees
 * @param argLine further JVM flags of the user's
 */
public record WorkerSettings(Path java, List<Path> classPath, List<String> argLine) {
    public WorkerSettings {
        requireNonNull(java, "java");
        classPath = List.copyOf(classPath);
        argLine = List.copyOf(argLine);
    }
}
