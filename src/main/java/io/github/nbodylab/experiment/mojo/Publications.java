package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.report.crate.Publication;
import io.github.nbodylab.experiment.report.crate.Publication.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.archiver.MavenArchiver;
import org.apache.maven.project.MavenProject;

/** What a Maven project says of itself, for those who find its results elsewhere. */
final class Publications {

    private static final String TIMESTAMP = "project.build.outputTimestamp";

    private Publications() {}

    /**
     * What it says.
     *
     * @param clock tells today's date, which is taken where the project sets no {@code project.build.outputTimestamp}
     * @throws IllegalArgumentException if that is no date
     */
    static Publication of(MavenProject project, String pluginVersion, Clock clock) {
        String date = MavenArchiver.parseBuildOutputTimestamp(
                        project.getProperties().getProperty(TIMESTAMP))
                .map(Object::toString)
                .orElseGet(() -> LocalDate.now(clock).toString());
        Optional<Named> license = project.getLicenses().stream()
                .flatMap(found -> named(found.getName(), found.getUrl()))
                .findFirst();
        List<Named> people = project.getDevelopers().stream()
                .flatMap(found -> named(found.getName() == null ? found.getId() : found.getName(), found.getUrl()))
                .distinct()
                .toList();
        Optional<Named> organization = Stream.ofNullable(project.getOrganization())
                .flatMap(found -> named(found.getName(), found.getUrl()))
                .findFirst();
        return new Publication(date, license, people, organization, pluginVersion);
    }

    private static Stream<Named> named(String name, String url) {
        boolean address = url != null && url.matches("https?://\\S+");
        return name == null || name.isBlank() ? Stream.empty() : Stream.of(new Named(name.strip(), address ? url : ""));
    }
}
