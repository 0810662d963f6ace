package io.github.nbodylab.experiment.report.paper;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Whose results they are, where they can be found, since when, and what others may do with them.
 *
 * @param authors in the order in which they are named; may be empty
 * @param organization behind them, which publishes the results; empty if there is none
 * @param license of the results; empty if none is named
 * @param url such as {@code https://example.org/clusters}; empty if there is none
 * @param date since when; empty if the build has none
 */
public record Credits(
        List<Author> authors,
        Optional<Named> organization,
        Optional<Named> license,
        String url,
        Optional<Instant> date) {

    private static final String ORCID = "https://orcid.org/";

    public Credits {
        authors = List.copyOf(authors);
        requireNonNull(organization, "organization");
        requireNonNull(license, "license");
        requireNonNull(date, "date");
        if (!url.isEmpty() && !url.matches("https?://\\S+")) {
            throw new IllegalArgumentException("not the address of a page: " + url);
        }
    }

    /** Nothing is known. */
    public static Credits unknown() {
        return new Credits(List.of(), Optional.empty(), Optional.empty(), "", Optional.empty());
    }

    /** The same without its date, for results of another day. */
    public Credits undated() {
        return new Credits(authors, organization, license, url, Optional.empty());
    }

    /** The day of the date, in UTC. */
    Optional<LocalDate> day() {
        return date.map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /**
     * Something with a name and perhaps an address on the web.
     *
     * @param name not blank
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

    /**
     * An author.
     *
     * @param organization whether it is one, and no person
     * @param name of a person with a comma after the family name, or with the family name as its last word
     * @param affiliation where a person works; may be empty
     * @param orcid such as {@code 0000-0002-1825-0097}; may be empty
     * @param url of a page about a person; may be empty
     */
    public record Author(boolean organization, String name, String affiliation, String orcid, String url) {

        public Author {
            name = name.strip();
            affiliation = affiliation.strip();
            requireNonNull(url, "url");
            if (name.isEmpty()) {
                throw new IllegalArgumentException("an author without a name");
            }
            if (!orcid.isEmpty() && !orcid.matches("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]")) {
                throw new IllegalArgumentException("an ORCID is four groups of four digits, not " + orcid);
            }
        }

        /** An organization. */
        public static Author organization(String name) {
            return new Author(true, name, "", "", "");
        }

        /** A person without a page of their own. */
        public static Author person(String name, String affiliation, String orcid) {
            return new Author(false, name, affiliation, orcid, "");
        }

        /** The family name, or the name of an organization. */
        String family() {
            if (organization) {
                return name;
            }
            int comma = name.indexOf(',');
            return comma > 0 ? name.substring(0, comma).strip() : name.substring(name.lastIndexOf(' ') + 1);
        }

        /** The given names; empty if there are none. */
        String given() {
            if (organization) {
                return "";
            }
            int comma = name.indexOf(',');
            return comma > 0
                    ? name.substring(comma + 1).strip()
                    : name.substring(0, name.length() - family().length()).strip();
        }

        /** The name as one reads it: the given names first. */
        String inReadingOrder() {
            return given().isEmpty() ? family() : given() + " " + family();
        }

        /** The ORCID as an address; else the page; empty if there is neither. */
        public String address() {
            return orcid.isEmpty() ? url : ORCID + orcid;
        }
    }
}
