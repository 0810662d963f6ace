package io.github.nbodylab.experiment.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The scripts that stand beside the page of an experiment's current version, as links from the page. A page that has none
 * of them is whole without.
 *
 * @param model which hands over the chosen model
 * @param film which hands over the film of a simulation
 */
public record PageFiles(Optional<String> model, Optional<String> film) {

    public PageFiles {
        requireNonNull(model, "model");
        requireNonNull(film, "film");
    }

    /** Nothing stands beside the page, as it is with every version but the current one. */
    public static PageFiles none() {
        return new PageFiles(Optional.empty(), Optional.empty());
    }
}
