package io.github.nbodylab.experiment.report.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportRecordTest {

    @TempDir
    Path folder;

    @Test
    void aRecordReadFromItsFileIsTheOneInMemory() throws IOException {
        Path file = folder.resolve("1.0.0.json");
        Json.write(file, SampleRecord.tree());

        assertThat(ReportRecord.read(file)).isEqualTo(ReportRecord.of(SampleRecord.tree(), "memory"));
    }

    @Test
    void theViewHasWhatTheJsonHas() throws IOException {
        ReportRecord record = ReportRecord.of(SampleRecord.tree(), "sample");

        assertThat(record.page()).isEqualTo("experiments/merger-count/1.0.0.html");
        assertThat(record.findings().models())
                .extracting(ReportRecord.Model::name)
                .isEqualTo(SampleRecord.MODELS);
        assertThat(record.findings().ceiling().orElseThrow().q2())
                .isEqualTo(new ReportRecord.Interval(0.903, 0.871, 0.931));
        assertThat(record.pictures().predictions()).hasSize(192);
        assertThat(record.pictures().mergersOverTime().orElseThrow().runs()).hasSize(12);
    }

    @Test
    void aNewerSchemaIsRefusedWithTheFilesNameAndWhatToDo() {
        ObjectNode tree = SampleRecord.tree().put("schema", 2);

        assertThatThrownBy(() -> ReportRecord.of(tree, "records/merger-count/1.0.0.json"))
                .isInstanceOf(RecordException.class)
                .hasMessageContaining("records/merger-count/1.0.0.json has schema 2")
                .hasMessageContaining("newer");
    }

    @Test
    void damageIsNamedByFileAndPlace() {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) tree.at("/report/models/2/test/q2")).put("value", "much");

        assertThatThrownBy(() -> ReportRecord.of(tree, "1.0.0.json"))
                .hasMessage("1.0.0.json is damaged: report.models[2].test.q2.value should be a number,"
                        + " but is \"much\"");
    }

    @Test
    void whatIsMissingIsNamed() {
        ObjectNode tree = SampleRecord.tree();
        tree.remove("report");

        assertThatThrownBy(() -> ReportRecord.of(tree, "1.0.0.json"))
                .hasMessageStartingWith("1.0.0.json is damaged: report.")
                .hasMessageEndingWith("but is missing");
    }

    @Test
    void aFileCutShortIsNamed() throws IOException {
        Path file = folder.resolve("cut.json");
        String text = Json.canonical(SampleRecord.tree());
        Files.writeString(file, text.substring(0, text.length() / 2));

        assertThatThrownBy(() -> ReportRecord.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut.json");
    }

    @Test
    void aChosenModelThatIsNotOnTheLadderIsDamage() {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) tree.get("report")).put("chosen", "oracle");

        assertThatThrownBy(() -> ReportRecord.of(tree, "1.0.0.json")).hasMessageContaining("\"oracle\" is none of");
    }

    @Test
    void anUnknownVerdictIsDamage() {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) tree.get("verdict")).put("verdict", "SPLENDID");

        assertThatThrownBy(() -> ReportRecord.of(tree, "1.0.0.json")).hasMessageContaining("SPLENDID");
    }

    @Test
    void aNameThatWouldLeaveTheFolderOfPagesIsRefused() {
        assertThatThrownBy(() -> ReportRecord.of(SampleRecord.tree().put("name", "../../index"), "1.0.0.json"))
                .isInstanceOf(RecordException.class)
                .hasMessageContaining("cannot name a page");
    }
}
