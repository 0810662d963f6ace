package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show is what the reader reads. */
class DocumentedSpecsTest {

    private static final Path PAGES = Path.of("site", "markdown");
    private static final Pattern SPEC = Pattern.compile("(?s)```yaml\n((?:#[^\n]*\n)?apiVersion:.*?)```");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"index.md", "tutorial.md", "reference/spec.md", "your-own-table.md"})
    void theSpecsOfAPageAreGood(String page) throws Exception {
        Files.createFile(folder.resolve("galaxies.csv"));
        Matcher specs = SPEC.matcher(Files.readString(PAGES.resolve(page)));
        assertThat(specs.find()).as("a whole spec in " + page).isTrue();
        do {
            Path file = Files.writeString(folder.resolve("spec.yaml"), specs.group(1));
            assertThat(new SpecReader().read(file)).isNotNull();
        } while (specs.find());
    }

    @Test
    void theShippedExperimentsAreGood() throws Exception {
        assertThat(new SpecReader().readAll(Path.of("experiments", "src", "main", "experiments")))
                .extracting(file -> file.spec().name())
                .contains("merger-count", "merger-probability");
    }

    @Test
    void theComplaintsOfTheTutorialAreWhatItsReaderWouldRead() throws Exception {
        String page = Files.readString(PAGES.resolve("tutorial.md"));
        Matcher spec = SPEC.matcher(page);
        assertThat(spec.find()).isTrue();
        Files.writeString(
                folder.resolve("first-mergers.yaml"),
                spec.group(1).replace("particles:", "particels:").replace("points: 60", "points: 0"));
        List<String> shown = page.lines()
                .filter(line -> line.startsWith("    first-mergers.yaml:"))
                .map(String::strip)
                .toList();
        SpecException refusal = catchThrowableOfType(SpecException.class, () -> new SpecReader().readAll(folder));
        assertThat(refusal.getMessage().replace(folder + "/", "").lines()).containsExactlyElementsOf(shown);
    }

    @Test
    void theReferenceNamesEveryKeyAndEveryWord() throws Exception {
        String page = Files.readString(PAGES.resolve("reference").resolve("spec.md"));
        Language.SECTIONS.values().forEach(keys -> assertNamed(page, keys));
        Language.WORDS.values().forEach(words -> assertNamed(page, words));
    }

    @Test
    void thePageOfFeaturesNamesEachWithItsUnitUnderItsRow() throws Exception {
        String page = Files.readString(PAGES.resolve("reference").resolve("features.md"));
        for (TrainingSet.Row row : TrainingSet.Row.values()) {
            List<Feature> features = RowColumns.features(row);
            String title = "## Rows of " + row.specName() + "\n";
            assertThat(page.contains(title)).isEqualTo(!features.isEmpty());
            if (features.isEmpty()) {
                continue;
            }
            int start = page.indexOf(title);
            String section = page.substring(start + 1, page.indexOf("\n## ", start + 1));
            for (Feature feature : features) {
                Pattern line = Pattern.compile("\\| `([a-zA-Z0-9]+`, `)*" + feature.name() + "`[^|]*\\| [^|]+ \\|"
                        + (feature.form() == Feature.Form.SCALE ? " log" : "") + " \\|");
                assertThat(section).containsPattern(line);
            }
        }
    }

    private static void assertNamed(String page, Vocabulary vocabulary) {
        for (String word : vocabulary.supported()) {
            assertThat(page).containsPattern("`(|[a-zA-Z.]+\\.)" + Pattern.quote(word) + "[.`:]");
        }
        for (String word : vocabulary.notYet()) {
            assertThat(page).contains("`" + word + "`");
        }
    }
}
