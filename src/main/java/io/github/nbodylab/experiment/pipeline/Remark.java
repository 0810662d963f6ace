package io.github.nbodylab.experiment.pipeline;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A problem that has a place in a file, for tools that show it there.
 *
 * @param file in which it stands
 * @param line from 1; 0 where the whole file is meant
 * @param title a few words
 * @param message what is wrong
 */
public record Remark(Path file, int line, String title, String message) {

    public Remark {
        requireNonNull(file, "file");
        requireNonNull(title, "title");
        requireNonNull(message, "message");
    }
}
