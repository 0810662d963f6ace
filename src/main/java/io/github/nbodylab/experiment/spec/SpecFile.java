package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A spec, and the file in which it stands.
 *
 * @param file where it was read
 * @param text the whole file
 * @param spec what it says
 */
public record SpecFile(Path file, String text, ExperimentSpec spec) {

    public SpecFile {
        requireNonNull(file, "file");
        requireNonNull(text, "text");
        requireNonNull(spec, "spec");
    }
}
