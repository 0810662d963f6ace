package io.github.nbodylab.experiment.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What stands beside the page of an experiment's current version, as links from the page. A page that has none
 * of it is whole without.
 *
 * @param model which hands over the chosen model
 * @param film which hands over the film of a simulation
 * @param crate a zip file of all results as an RO-Crate
 * @param shared the folder of the scripts that all pages share
 */
public record PageFiles(Optional<String> model, Optional<String> film, Optional<String> crate, String shared) {

    public PageFiles {
        requireNonNull(model, "model");
        requireNonNull(film, "film");
        requireNonNull(crate, "crate");
        requireNonNull(shared, "shared");
    }

    /** What stands beside a page in a site. */
    public PageFiles(Optional<String> model, Optional<String> film, Optional<String> crate) {
        this(model, film, crate, Beside.SHARED);
    }

    /** Nothing stands beside the page, as it is with every version but the current one. */
    public static PageFiles none() {
        return new PageFiles(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
