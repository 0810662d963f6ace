package io.github.nbodylab.experiment.store;

import static java.util.Objects.requireNonNull;

/**
 * A stage of the pipeline and the revision of its results. The constant stands beside the stage's code and is raised
 * when a change there makes other results of the same input.
 *
 * @param name such as {@code simulate}
 * @param revision 1 or more
 * @param reason one line: why the revision was raised the last time
 */
public record Stage(String name, int revision, String reason) {
    public Stage {
        requireNonNull(name, "name");
        requireNonNull(reason, "reason");
        if (revision < 1) {
            throw new IllegalArgumentException("revisions start at 1, not " + revision);
        }
    }
}
