package io.github.nbodylab.experiment.report.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.ChangesPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    Path folder;

    private static ReportRecord version(String version) {
        try {
            return ReportRecord.of(SampleRecord.tree().put("version", version), version);
        } catch (RecordException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theNewestVersionComesFirstAndWithoutABuildItIsTheCurrentOne() {
        History history = History.of(List.of(version("1.9.0"), version("1.10.0"), version("1.2.0")), List.of())
                .get(0);

        assertThat(history.versions()).extracting(ReportRecord::version).containsExactly("1.10.0", "1.9.0", "1.2.0");
        assertThat(history.current().version()).isEqualTo("1.10.0");
    }

    @Test
    void whatTheBuildMadeIsCurrentAndStandsInForTheRecordOfItsVersion() {
        ReportRecord built = version("1.1.0");
        History history = History.of(List.of(version("1.2.0"), version("1.1.0")), List.of(built))
                .get(0);

        assertThat(history.current()).isSameAs(built);
        assertThat(history.versions()).hasSize(2);
    }

    @Test
    void eachVersionKnowsItsNeighbours() {
        History history = History.of(List.of(version("1.0.0"), version("1.1.0"), version("1.2.0")), List.of())
                .get(0);
        ReportRecord middle = history.versions().get(1);

        assertThat(history.before(middle)).map(ReportRecord::version).contains("1.0.0");
        assertThat(history.after(middle)).map(ReportRecord::version).contains("1.2.0");
        assertThat(history.before(history.versions().get(2))).isEmpty();
        assertThat(history.after(history.versions().get(0))).isEmpty();
    }

    @Test
    void aBuildIsHeldAgainstTheRecordOfItsVersionIfThatHasOtherResults() throws Exception {
        ObjectNode tree = SampleRecord.tree().put("version", "1.1.0");
        ReportRecord same = ReportRecord.of(tree, "same");
        ((ObjectNode) tree.at("/provenance/digests")).put("runs.csv", "other");
        ReportRecord other = ReportRecord.of(tree, "other");
        List<ReportRecord> recorded = List.of(version("1.0.0"), version("1.1.0"));

        assertThat(History.of(recorded, List.of(same)).get(0).compared(same))
                .map(ReportRecord::version)
                .contains("1.0.0");
        History changed = History.of(recorded, List.of(other)).get(0);
        assertThat(changed.compared(other)).contains(recorded.get(1));
        assertThat(changed.versions()).containsExactly(other, recorded.get(0));
        assertThat(ChangesPage.title(recorded.get(1), other)).endsWith("from 1.1.0 as recorded to this build");
    }

    @Test
    void aDamagedRecordIsToldAndTheOthersAreShown() throws Exception {
        Path records = Files.createDirectories(folder.resolve("records/merger-count"));
        Path results = Files.createDirectories(folder.resolve("results/merger-count"));
        ObjectNode tree = SampleRecord.tree();
        Files.writeString(records.resolve("1.0.0.json"), tree.toString());
        Files.writeString(records.resolve("1.1.0.json"), tree.toString().substring(0, 5000));
        Files.writeString(
                records.resolve("1.2.0.json"),
                tree.deepCopy().put("version", "1.2.0").put("schema", 9).toString());
        Files.writeString(
                results.resolve("record.json"),
                tree.deepCopy().put("version", "2.0.0").toString());
        List<String> complaints = new ArrayList<>();

        History history = Records.read(folder.resolve("results"), folder.resolve("records"), complaints::add)
                .get(0);

        assertThat(history.versions()).extracting(ReportRecord::version).containsExactly("2.0.0", "1.0.0");
        assertThat(complaints).hasSize(2).anyMatch(line -> line.contains("1.1.0.json"));
        assertThat(complaints).anyMatch(line -> line.contains("1.2.0.json has schema 9"));
    }
}
