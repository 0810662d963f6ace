package io.github.nbodylab.experiment.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("what oracles note goes elsewhere meanwhile")
class OraclePageTest {

    @TempDir
    private Path base;

    private String basedir;

    @BeforeEach
    void noteElsewhere() {
        basedir = System.setProperty("basedir", base.toString());
    }

    @AfterEach
    void noteHere() {
        if (basedir == null) {
            System.clearProperty("basedir");
        } else {
            System.setProperty("basedir", basedir);
        }
    }

    private static Oracle oracle(Oracle.Topic topic, String id) {
        return new Oracle(topic, id, "energy of " + id, "a law");
    }

    private String page(boolean exhaustive) throws IOException {
        return OraclePage.page(base.resolve("target/oracles"), exhaustive);
    }

    @Test
    void aFigureStandsBesideWhatIsKnown() throws IOException {
        oracle(Oracle.Topic.ORBITS, "close").close(0.5, 1e-8, 0.500000001);
        oracle(Oracle.Topic.ORBITS, "errors").agrees(2.29, 0.13, 2.1, 0.1);
        oracle(Oracle.Topic.ORBITS, "theory").agreesButFor(0.2, 1.958, 2.7, 0.1);
        oracle(Oracle.Topic.ORBITS, "below").below(1e-11, -3e-12);
        oracle(Oracle.Topic.ORBITS, "between").between(4, 5, 4.34);
        assertThat(page(true))
                .contains("| energy of close | 0.5 | 0.5000000010 | 2.0e-09 | ✓ | a law |")
                .contains("| energy of errors | 2.29 ± 0.13 | 2.10 ± 0.10 | 1.2 σ | ✓ | a law |")
                .contains("| energy of theory | 1.958 to 20 % | 2.70 ± 0.10 | 3.5 σ beyond | ✓ | a law |")
                .contains("| energy of below | below 1.0e-11 | 3.0e-12 |  | ✓ | a law |")
                .contains("| energy of between | 4.00 to 5.00 | 4.34 |  | ✓ | a law |");
    }

    @Test
    void aFigureThatMissesFailsItsTestAndIsToldAllTheSame() throws IOException {
        assertThatThrownBy(() -> oracle(Oracle.Topic.CLUSTERS, "late").agrees(1, 0.1, 2, 0.1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1.00 ± 0.10 is known (a law), and 2.00 ± 0.10 was found");
        assertThat(page(true)).contains("| 7.1 σ | ✗ **missed** |");
    }

    @Test
    void whatATheoryLeavesOutIsNotCountedInStandardErrors() {
        oracle(Oracle.Topic.CLUSTERS, "low").agreesButFor(0.1, 2, 1.41, 0.1);
        assertThatThrownBy(() -> oracle(Oracle.Topic.CLUSTERS, "lower").agreesButFor(0.1, 2, 1.39, 0.1))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> oracle(Oracle.Topic.CLUSTERS, "higher").agreesButFor(0.1, 2, 2.61, 0.1))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void theOrderIsThatOfTopicsAndIdsHoweverTheTestsRan() throws IOException {
        oracle(Oracle.Topic.CLUSTERS, "a").below(1, 0);
        oracle(Oracle.Topic.ORBITS, "z").below(1, 0);
        oracle(Oracle.Topic.ORBITS, "b").below(1, 0);
        assertThat(page(true))
                .containsSubsequence("Two and three bodies", "energy of b", "energy of z", "Clusters", "energy of a");
    }

    @Test
    void withoutTestsThePageSaysWhatIsMissingAndHowToGetIt() throws IOException {
        assertThat(page(false)).contains("built without the tests").contains("mvn verify site -Pexperiments");
    }

    @Test
    void withoutTheLongTestsThePageSaysSo() throws IOException {
        oracle(Oracle.Topic.ORBITS, "short").below(1, 0);
        Path written = base.resolve("site/oracles.md");
        String notes = base.resolve("target/oracles").toString();
        OraclePage.main(new String[] {notes, written.toString(), "exhaustive"});
        assertThat(Files.readString(written)).contains("-Pexperiments,exhaustive");
        OraclePage.main(new String[] {notes, written.toString(), ""});
        assertThat(Files.readString(written)).doesNotContain("exhaustive");
    }
}
