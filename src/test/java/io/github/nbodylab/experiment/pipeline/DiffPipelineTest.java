package io.github.nbodylab.experiment.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goal {@code diff} compares with what, on a record that this project has published. */
class DiffPipelineTest {

    private static final Path PUBLISHED = Path.of("experiments/src/main/experiments/records/merger-count/1.3.1.json");

    @TempDir
    Path folder;

    private TestBuild build;
    private ObjectNode record;

    @BeforeEach
    void aBuildThatMadeVersionTwo() throws IOException {
        record = (ObjectNode) Json.read(PUBLISHED);
        build = new TestBuild(folder).spec(record.path("spec").asText());
        result(version("2.0.0"));
    }

    private ObjectNode version(String version) {
        ObjectNode tree = record.deepCopy().put("version", version);
        ((ObjectNode) tree.at("/provenance/digests")).put("runs.csv", version);
        return tree;
    }

    private Path ofBuild() {
        return folder.resolve("target/experiments/merger-count/record.json");
    }

    private void result(JsonNode tree) throws IOException {
        Path file = ofBuild();
        Files.createDirectories(file.getParent());
        Json.write(file, tree);
    }

    private Path recorded(JsonNode tree) throws IOException {
        Path file = folder.resolve("specs/records/merger-count")
                .resolve(tree.path("version").asText() + ".json");
        Files.createDirectories(file.getParent());
        Json.write(file, tree);
        return file;
    }

    private List<String> failures(String against) {
        return build.pipeline().diff(Optional.ofNullable(against)).failures();
    }

    private List<String> told() {
        return build.log.stream().filter(line -> !line.startsWith("WARN")).toList();
    }

    @Test
    void theNewestOtherVersionIsTakenUnlessAnotherIsAskedFor() throws IOException {
        recorded(version("1.9.0"));
        recorded(version("1.10.0"));

        assertThat(failures(null)).isEmpty();
        assertThat(failures("1.9.0")).isEmpty();
        assertThat(told())
                .containsExactly(
                        "merger-count 2.0.0 of this build differs from 1.10.0 as it is recorded",
                        "  data",
                        "    runs.csv: 1.10.0 -> 2.0.0",
                        "merger-count 2.0.0 of this build differs from 1.9.0 as it is recorded",
                        "  data",
                        "    runs.csv: 1.9.0 -> 2.0.0");
    }

    @Test
    void theRecordOfThisVersionIsTakenIfItsResultsAreOthers() throws IOException {
        ObjectNode other = version("2.0.0");
        ((ObjectNode) other.at("/provenance/digests")).put("runs.csv", "another");
        recorded(other);
        recorded(version("1.9.0"));

        assertThat(failures(null)).isEmpty();
        assertThat(told())
                .startsWith("merger-count 2.0.0 of this build differs from 2.0.0 as it is recorded")
                .hasSize(3);
    }

    @Test
    void whatWasJustRecordedDiffersInNothing() throws IOException {
        recorded(version("2.0.0"));

        assertThat(failures(null)).isEmpty();
        assertThat(told())
                .containsExactly("merger-count 2.0.0 of this build: nothing differs from 2.0.0 as it is recorded");
    }

    @Test
    void whatIsNotThereIsSaidWithWhatIs() throws IOException {
        assertThat(failures(null)).singleElement().asString().contains("no version was recorded in");
        recorded(version("1.9.0"));
        assertThat(failures("1.8.0"))
                .singleElement()
                .asString()
                .startsWith("merger-count: no version 1.8.0 was recorded in")
                .endsWith("there are 1.9.0");
        assertThat(failures("../merger-count/1.9.0")).hasSize(1);
        Files.delete(ofBuild());
        assertThat(failures(null))
                .containsExactly("merger-count: there are no results to compare yet; run 'mvn verify' first");
    }

    @Test
    void aVersionThatOnlyAnotherExperimentHasIsNoMistake() throws IOException {
        Path mine = recorded(version("1.9.0"));
        Path other = mine.getParent().resolveSibling("another");
        Files.createDirectories(other);
        Files.copy(mine, other.resolve("1.2.0.json"));

        assertThat(failures("1.2.0")).isEmpty();
        assertThat(told())
                .containsExactly("merger-count 2.0.0 of this build: no version 1.2.0 of it was recorded, so there is"
                        + " nothing to compare with");
        assertThat(failures("1.3.0")).hasSize(1);
    }

    @Test
    void anExperimentThatARevisionHasNotIsNewAndNoMistake() throws Exception {
        assumeTrue(git("--version"), "skipped: needs git");
        Path file = recorded(version("1.9.0"));
        Path other = file.getParent().resolveSibling("another");
        Files.move(file.getParent(), other);
        assertThat(git("init", "--quiet") && git("add", "specs") && commit()).isTrue();

        assertThat(failures("git:HEAD")).isEmpty();
        assertThat(told()).singleElement().asString().endsWith("has no version of it, so all of it is new");
    }

    @Test
    void aDamagedRecordIsNamed() throws IOException {
        Path file = recorded(version("1.9.0"));
        Files.writeString(file, "{");

        assertThat(failures(null)).singleElement().asString().contains("1.9.0.json is not JSON");
    }

    @Test
    void aRevisionOfGitIsReadAsItStandsThere() throws Exception {
        assumeTrue(git("--version"), "skipped: needs git");
        Path file = recorded(version("1.9.0"));
        assertThat(git("init", "--quiet") && git("add", "specs") && commit()).isTrue();
        Files.delete(file);

        assertThat(failures("git:HEAD")).isEmpty();
        assertThat(told())
                .startsWith("merger-count 2.0.0 of this build differs from 1.9.0 as git revision HEAD has it");
        assertThat(failures("git:nowhere")).singleElement().asString().contains("git knows no revision 'nowhere'");
        assertThat(failures("git:--output=x")).singleElement().asString().contains("git knows no revision");
    }

    @Test
    void aFolderWithoutGitIsSaidToBeNone() throws Exception {
        assumeTrue(git("--version"), "skipped: needs git");

        assertThat(failures("git:HEAD")).singleElement().asString().contains("is in no git repository");
    }

    private boolean commit() throws IOException, InterruptedException {
        return git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "Accepted");
    }

    private boolean git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
