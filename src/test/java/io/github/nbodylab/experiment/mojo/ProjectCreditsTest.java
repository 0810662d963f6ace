package io.github.nbodylab.experiment.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.paper.Credits.Author;
import io.github.nbodylab.experiment.report.paper.Credits.Named;
import java.time.Instant;
import org.apache.maven.model.Developer;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Organization;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class ProjectCreditsTest {

    private final Model model = new Model();

    @Test
    void developersAreTheAuthors() {
        organization("Observatory");
        developer("Ada Lovelace", "https://orcid.org/0000-0002-1825-0097");
        developer("Babbage, Charles", "");

        assertThat(credits(null).authors())
                .containsExactly(
                        new Author(false, "Ada Lovelace", "Observatory", "0000-0002-1825-0097", ""),
                        new Author(false, "Babbage, Charles", "Observatory", "", ""));
    }

    @Test
    void withoutDevelopersTheOrganizationIsTheAuthor() {
        organization("Observatory");

        assertThat(credits(null).authors()).containsExactly(Author.organization("Observatory"));
    }

    @Test
    void theDateIsThatOfTheReproducibleBuildAndTheAddressThatOfTheProject() {
        model.setUrl("https://example.org/clusters");

        assertThat(credits("2026-01-02T23:30:00Z").date()).contains(Instant.parse("2026-01-02T23:30:00Z"));
        assertThat(credits(null).date()).isEmpty();
        assertThat(credits(null).url()).isEqualTo("https://example.org/clusters");
    }

    @Test
    void licenseAndOrganizationAreKeptWithTheAddressesOfTheirPages() {
        organization("Observatory");
        model.getOrganization().setUrl("https://example.org/");
        License license = new License();
        license.setName("CC BY 4.0");
        license.setUrl("LICENSE.txt");
        model.addLicense(license);

        assertThat(credits(null).organization()).contains(new Named("Observatory", "https://example.org/"));
        assertThat(credits(null).license()).contains(new Named("CC BY 4.0", ""));
    }

    @Test
    void theAddressOfAnAuthorIsTheOrcidElseThePage() {
        developer("Ada Lovelace", "0000-0002-1825-0097");
        developer("Babbage, Charles", "");
        model.getDevelopers()
                .forEach(developer -> developer.setUrl(
                        "https://example.org/" + developer.getName().charAt(0)));

        assertThat(credits(null).authors())
                .extracting(Author::address)
                .containsExactly("https://orcid.org/0000-0002-1825-0097", "https://example.org/B");
    }

    @Test
    void aProjectThatTellsNothingHasNoCredits() {
        model.setUrl("git@example.org:clusters");

        assertThat(credits(null)).isEqualTo(Credits.unknown());
    }

    @Test
    void anOrcidThatIsNoneIsRefused() {
        developer("Ada Lovelace", "Ada");

        assertThatThrownBy(() -> credits(null))
                .hasMessage("pom.xml: the developer 'Ada Lovelace': an ORCID is four groups of four digits, not Ada");
    }

    private Credits credits(String outputTimestamp) {
        return ProjectCredits.of(new MavenProject(model), outputTimestamp);
    }

    private void organization(String name) {
        Organization organization = new Organization();
        organization.setName(name);
        model.setOrganization(organization);
    }

    private void developer(String name, String orcid) {
        Developer developer = new Developer();
        developer.setName(name);
        developer.addProperty("orcid", orcid);
        model.addDeveloper(developer);
    }
}
