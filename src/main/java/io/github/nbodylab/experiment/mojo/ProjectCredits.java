package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.paper.Credits.Author;
import io.github.nbodylab.experiment.report.paper.Credits.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.archiver.MavenArchiver;
import org.apache.maven.model.Developer;
import org.apache.maven.model.Organization;
import org.apache.maven.project.MavenProject;

/** What a Maven project says of whose it is: its developers, else its organization, are the authors of its results. */
final class ProjectCredits {

    private static final String ORCID = "https://orcid.org/";

    private ProjectCredits() {}

    /**
     * The credits of a project.
     *
     * @param outputTimestamp the property {@code project.build.outputTimestamp}; may be null
     * @throws IllegalArgumentException if a developer has a property {@code orcid} that is none, or the timestamp is none
     */
    static Credits of(MavenProject project, String outputTimestamp) {
        Optional<Named> organization = Optional.ofNullable(project.getOrganization())
                .flatMap(found -> named(found.getName(), found.getUrl()).findFirst());
        Optional<Named> license = project.getLicenses().stream()
                .flatMap(found -> named(found.getName(), found.getUrl()))
                .findFirst();
        return new Credits(
                authors(project),
                organization,
                license,
                address(text(project.getUrl())),
                MavenArchiver.parseBuildOutputTimestamp(outputTimestamp));
    }

    private static List<Author> authors(MavenProject project) {
        Organization own = project.getOrganization();
        String organization = own == null ? "" : text(own.getName());
        List<Author> authors = new ArrayList<>();
        for (Developer developer : project.getDevelopers()) {
            String name = text(developer.getName()).isEmpty() ? text(developer.getId()) : text(developer.getName());
            String affiliation = text(developer.getOrganization());
            String orcid = text(developer.getProperties().getProperty("orcid"));
            if (!name.isEmpty()) {
                try {
                    authors.add(new Author(
                            false,
                            name,
                            affiliation.isEmpty() ? organization : affiliation,
                            orcid.startsWith(ORCID) ? orcid.substring(ORCID.length()) : orcid,
                            address(developer.getUrl())));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("pom.xml: the developer '" + name + "': " + e.getMessage(), e);
                }
            }
        }
        if (authors.isEmpty() && !organization.isEmpty()) {
            authors.add(Author.organization(organization));
        }
        return authors;
    }

    private static Stream<Named> named(String name, String url) {
        return text(name).isEmpty() ? Stream.empty() : Stream.of(new Named(text(name), address(url)));
    }

    /** The address of a page, or nothing of what is none; may be null. */
    private static String address(String url) {
        return url != null && url.matches("https?://\\S+") ? url : "";
    }

    private static String text(String mayBeNull) {
        return mayBeNull == null ? "" : mayBeNull.strip();
    }
}
