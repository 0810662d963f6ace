package io.github.nbodylab.experiment.report.crate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What the project around an experiment says of itself and of its tools.
 *
 * @param date of publication, ISO 8601, at least to the day
 * @param license of the results; empty if the project names none
 * @param people who develop the project; may be empty
 * @param organization behind the project; empty if it names none
 * @param pluginVersion of this plugin
 */
public record Publication(
        String date, Optional<Named> license, List<Named> people, Optional<Named> organization, String pluginVersion) {

    public Publication {
        requireNonNull(date, "date");
        requireNonNull(license, "license");
        people = List.copyOf(people);
        requireNonNull(organization, "organization");
        requireNonNull(pluginVersion, "pluginVersion");
    }

    /**
     * Something with a name and perhaps an address on the web.
     *
     * @param name not empty
     * @param url absolute; empty if it has none
     */
    public record Named(String name, String url) {
        public Named {
            requireNonNull(url, "url");
            if (name.isBlank()) {
                throw new IllegalArgumentException("something without a name cannot be described");
            }
        }
    }
}
