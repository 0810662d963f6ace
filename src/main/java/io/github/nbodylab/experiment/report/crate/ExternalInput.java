package io.github.nbodylab.experiment.report.crate;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A file of the author's that a stage reads and that stays where it is: it may be large, and it may not be ours to hand on.
 *
 * @param stage which reads it
 * @param name as the spec has it
 * @param file where it is
 */
public record ExternalInput(String stage, String name, Path file) {

    public ExternalInput {
        requireNonNull(stage, "stage");
        requireNonNull(name, "name");
        requireNonNull(file, "file");
    }
}
