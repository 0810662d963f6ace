package io.github.nbodylab.experiment.pipeline;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.report.paper.Credits;
import java.nio.file.Path;
import java.util.Set;

/**
 * What a build says of how its experiments are to be run; nothing of it is in a key.
 *
 * @param specDirectory where the specs are
 * @param only names of the experiments that are meant; empty for all
 * @param outputDirectory where {@code NAME/} is written, such as {@code target/experiments}
 * @param workDirectory for job files and the workers' output
 * @param lockDirectory where lock files and records are
 * @param store the store's folder
 * @param device {@code auto}, {@code opencl}, {@code jvm} or {@code PLATFORM:DEVICE}
 * @param jobs simulations that run at once; 0 for one per processor
 * @param frozen never simulate
 * @param force compute again what is stored
 * @param requireLock NEW and CHANGED fail
 * @param record accept the results
 * @param pluginVersion for the provenance
 * @param credits whose results they are
 */
public record PipelineSettings(
        Path specDirectory,
        Set<String> only,
        Path outputDirectory,
        Path workDirectory,
        Path lockDirectory,
        Path store,
        String device,
        int jobs,
        boolean frozen,
        boolean force,
        boolean requireLock,
        boolean record,
        String pluginVersion,
        Credits credits) {

    public PipelineSettings {
        requireNonNull(specDirectory, "specDirectory");
        only = Set.copyOf(only);
        requireNonNull(outputDirectory, "outputDirectory");
        requireNonNull(workDirectory, "workDirectory");
        requireNonNull(lockDirectory, "lockDirectory");
        requireNonNull(store, "store");
        requireNonNull(device, "device");
        requireNonNull(pluginVersion, "pluginVersion");
        requireNonNull(credits, "credits");
        if (jobs < 0) {
            throw new IllegalArgumentException("experiment.jobs must be 0 or more, not " + jobs);
        }
    }
}
