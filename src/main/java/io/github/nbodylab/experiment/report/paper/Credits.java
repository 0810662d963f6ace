package io.github.nbodylab.experiment.report.paper;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whose results they are, where they can be found, and since when.
 *
 * @param authors in the order in which they are named; may be empty
 * @param url such as {@code https://example.org/clusters}; empty if there is none
 * @param date since when; empty if the build has none
 */
public record Credits(List<Author> authors, String url, Optional<LocalDate> date) {

    public Credits {
        authors = List.copyOf(authors);
        requireNonNull(date, "date");
        if (!url.isEmpty() && !url.matches("https?://\\S+")) {
            throw new IllegalArgumentException("not the address of a page: " + url);
        }
    }

    /** Nothing is known. */
    public static Credits unknown() {
        return new Credits(List.of(), "", Optional.empty());
    }

    /** The same without its date, for results of another day. */
    public Credits undated() {
        return new Credits(authors, url, Optional.empty());
    }

    /**
     * An author.
     *
     * @param organization whether it is one, and no person
     * @param family the family name, or the name of an organization
     * @param given the given names; empty if there are none
     * @param affiliation where a person works; may be empty
     * @param orcid such as {@code 0000-0002-1825-0097}; may be empty
     */
    public record Author(boolean organization, String family, String given, String affiliation, String orcid) {

        public Author {
            if (family.isBlank()) {
                throw new IllegalArgumentException("an author without a name");
            }
            if (!orcid.isEmpty() && !orcid.matches("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]")) {
                throw new IllegalArgumentException("an ORCID is four groups of four digits, not " + orcid);
            }
        }

        /** An organization. */
        public static Author organization(String name) {
            return new Author(true, name.strip(), "", "", "");
        }

        /**
         * A person.
         *
         * @param name with a comma after the family name, or with the family name as its last word
         */
        public static Author person(String name, String affiliation, String orcid) {
            String whole = name.strip();
            int comma = whole.indexOf(',');
            int blank = whole.lastIndexOf(' ');
            return comma > 0
                    ? person(whole.substring(0, comma), whole.substring(comma + 1), affiliation, orcid)
                    : person(whole.substring(blank + 1), whole.substring(0, Math.max(0, blank)), affiliation, orcid);
        }

        private static Author person(String family, String given, String affiliation, String orcid) {
            return new Author(false, family.strip(), given.strip(), affiliation.strip(), orcid);
        }

        /** The name as one reads it. */
        String name() {
            return given.isEmpty() ? family : given + " " + family;
        }
    }
}
