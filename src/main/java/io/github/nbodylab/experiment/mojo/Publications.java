package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.report.crate.Publication;
import io.github.nbodylab.experiment.report.crate.Publication.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.archiver.MavenArchiver;
import org.apache.maven.model.Developer;
import org.apache.maven.project.MavenProject;

/** What a Maven project says of itself, for those who find its results elsewhere. */
final class Publications {

    private static final String ORCID = "https://orcid.org/";

    private Publications() {}

    /**
     * What it says.
     *
     * @param outputTimestamp the property {@code project.build.outputTimestamp}; may be null
     * @param clock tells today's date, which is taken without an output timestamp
     * @throws IllegalArgumentException if that is no date
     */
    static Publication of(MavenProject project, String outputTimestamp, String pluginVersion, Clock clock) {
        String date = MavenArchiver.parseBuildOutputTimestamp(outputTimestamp)
                .map(Object::toString)
                .orElseGet(() -> LocalDate.now(clock).toString());
        Optional<Named> license = project.getLicenses().stream()
                .flatMap(found -> named(found.getName(), found.getUrl()))
                .findFirst();
        List<Named> people = project.getDevelopers().stream()
                .flatMap(found -> named(found.getName() == null ? found.getId() : found.getName(), address(found)))
                .distinct()
                .toList();
        Optional<Named> organization = Stream.ofNullable(project.getOrganization())
                .flatMap(found -> named(found.getName(), found.getUrl()))
                .findFirst();
        return new Publication(date, license, people, organization, pluginVersion);
    }

    /** The ORCID of a developer who has one, else the page. */
    private static String address(Developer developer) {
        String orcid = developer.getProperties().getProperty("orcid", "").strip();
        return orcid.isEmpty() ? developer.getUrl() : orcid.startsWith(ORCID) ? orcid : ORCID + orcid;
    }

    private static Stream<Named> named(String name, String url) {
        boolean address = url != null && url.matches("https?://\\S+");
        return name == null || name.isBlank() ? Stream.empty() : Stream.of(new Named(name.strip(), address ? url : ""));
    }
}
