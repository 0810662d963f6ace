package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.record.Changes;
import io.github.nbodylab.experiment.report.record.Changes.Entry;
import io.github.nbodylab.experiment.report.record.RecordException;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private final ObjectNode before = SampleRecord.tree();
    private final ObjectNode now = SampleRecord.tree().put("version", "1.1.0");

    private Changes changes() throws RecordException {
        return Changes.between(ReportRecord.of(before, "before"), ReportRecord.of(now, "now"));
    }

    private void replaceInSpec(String old, String young) {
        String spec = now.path("spec").asText();
        assertThat(spec).contains(old);
        now.put("spec", spec.replace(old, young));
    }

    @Test
    void aVersionThatWasOnlyRenumberedHasNoChanges() throws Exception {
        replaceInSpec("version: 1.0.0", "version: 1.1.0");

        assertThat(changes().isEmpty()).isTrue();
    }

    @Test
    void keysOfTheSpecAreToldWithWhatStoodThereBefore() throws Exception {
        replaceInSpec("until: 1.0", "until: 4.0");
        replaceInSpec("points: 240, ", "");
        replaceInSpec("seed: 20231201", "seed: 20231201\ntrain: {choose: best}");

        assertThat(changes().spec())
                .containsExactly(
                        new Entry("train.choose", "", "best"),
                        new Entry("simulate.until", "1.0", "4.0"),
                        new Entry("simulate.design.points", "240", ""));
    }

    @Test
    void ofAListOnlyTheItemsThatDifferAreTold() throws Exception {
        replaceInSpec("[32, 64, 128, 256]", "[32, 64, 256, 512]");

        assertThat(changes().spec()).containsExactly(new Entry("simulate.cluster.particles.values", "128", "512"));
    }

    @Test
    void aRaisedRevisionIsAChangeOfTheCodeWithItsReason() throws Exception {
        ((ObjectNode) now.at("/provenance/stages/1")).put("revision", 3).put("reason", "another default");

        assertThat(changes().code())
                .containsExactly(new Entry(
                        "train", "revision 2: counts are fitted with a log link", "revision 3: another default"));
    }

    @Test
    void aMetricMovesIfItDiffersByMoreThanRounding() throws Exception {
        ObjectNode q2 = (ObjectNode) now.at("/report/models/1/test/q2");
        double old = q2.path("value").asDouble();
        q2.put("value", old * (1 + 1e-12));
        assertThat(changes().metrics()).isEmpty();

        q2.put("value", old + 0.001);
        assertThat(changes().metrics()).singleElement().satisfies(moved -> {
            assertThat(moved.model()).isEqualTo("power-law");
            assertThat(moved.metric()).isEqualTo("q2");
            assertThat(moved.test()).isTrue();
            assertThat(moved.isWithinIntervals()).isTrue();
        });

        q2.put("value", 0.2).put("low", 0.1).put("high", 0.3);
        assertThat(changes().metrics()).noneMatch(Changes.Moved::isWithinIntervals);
    }

    @Test
    void withoutAnIntervalNothingIsSaidToBeBeyondIt() throws Exception {
        ObjectNode q2 = (ObjectNode) now.at("/report/models/1/test/q2");
        q2.put("value", 0.2).remove(List.of("low", "high"));
        ReportRecord old = ReportRecord.of(before, "before");
        ReportRecord young = ReportRecord.of(now, "now");

        assertThat(changes().metrics()).singleElement().matches(moved -> !moved.hasIntervals());
        assertThat(ChangesPage.html(old, young))
                .contains("went from 0.872 to 0.200.")
                .doesNotContain("beyond the intervals", "outside of the intervals");
        assertThat(String.join("\n", ChangesText.lines(old, young)))
                .contains("-> 0.2")
                .doesNotContain("interval");
    }

    @Test
    void aModelThatIsGoneTakesItsMetricsWithIt() throws Exception {
        ((com.fasterxml.jackson.databind.node.ArrayNode) now.at("/report/models")).remove(3);

        assertThat(changes().metrics())
                .isNotEmpty()
                .allMatch(moved -> moved.model().equals("gaussian-process")
                        && Double.isNaN(moved.now().value())
                        && Double.isFinite(moved.before().value()));
    }

    @Test
    void aVersionThatOnlyDiffersInItsRowsSaysHowMany() throws Exception {
        ((ObjectNode) now.at("/report/rows")).put("train", 99);

        assertThat(changes().data()).extracting(Entry::what).containsExactly("training rows");
        assertThat(Optional.of(changes().data().get(0).now())).contains("99");
    }

    @Test
    void whatTheSpecSaysIsEscapedOnThePage() throws Exception {
        replaceInSpec("until: 1.0", "until: '<script>alert(1)</script>'");
        String page = ChangesPage.html(ReportRecord.of(before, "before"), ReportRecord.of(now, "now"));

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void thePageSaysInOneSentenceWhatBecameOfTheAnswer() throws Exception {
        ((ObjectNode) now.at("/report/models/1/test/q2")).put("value", 0.874);
        replaceInSpec("until: 1.0", "until: 4.0");
        String page = ChangesPage.html(ReportRecord.of(before, "before"), ReportRecord.of(now, "now"));

        assertThat(page)
                .contains("1 key of the spec and 1 metric differ. ".replace("1 ", "1\u00a0"))
                .contains("The chosen model is still <strong>power law</strong>")
                .contains("went from 0.872 to 0.874, each within the interval of the other");
    }

    @Test
    void theToleranceIsThatOfTheNewerSpec() throws Exception {
        ObjectNode q2 = (ObjectNode) now.at("/report/models/1/test/q2");
        q2.put("value", q2.path("value").asDouble() * (1 + 1e-6));
        assertThat(changes().metrics()).hasSize(1);

        replaceInSpec("seed: 20231201", "seed: 20231201\nvalidate: {reproducibility: {fits: {relative: 1e-5}}}");
        assertThat(changes().metrics()).isEmpty();
        assertThat(changes().alike()).isEqualTo(1);
        assertThat(changes().tolerance()).isEqualTo(1e-5);
    }

    @Test
    void whatDiffersByRoundingAloneIsSaidToDoSo() throws Exception {
        ObjectNode q2 = (ObjectNode) now.at("/report/models/1/test/q2");
        q2.put("value", q2.path("value").asDouble() * (1 + 1e-12));
        ((ObjectNode) now.at("/provenance/digests")) // as it cannot but be
                .put("report.json", "0".repeat(64))
                .put("training.json", "1".repeat(64))
                .put("models/power-law.json", "2".repeat(64));
        ReportRecord old = ReportRecord.of(before, "before");
        ReportRecord young = ReportRecord.of(now, "now");

        assertThat(ChangesText.lines(old, young))
                .containsExactly("  1 metric differs by less than the tolerance of the spec, 1.0E-9.");
        assertThat(ChangesPage.html(old, young))
                .contains("nothing else differs")
                .contains("1\u00a0metric differs by less than the tolerance");
    }

    @Test
    void aNewNumberOfTheVersionAloneIsSaidToBeAllThatIsNew() throws Exception {
        now.put("version", "9.0.0");
        ((ObjectNode) now.at("/provenance/digests"))
                .put("report.json", "0".repeat(64))
                .put("resolved.yaml", "1".repeat(64));

        assertThat(ChangesPage.html(ReportRecord.of(before, "before"), ReportRecord.of(now, "now")))
                .contains("Nothing has changed but the number of the version.");
    }

    @Test
    void aTerminalIsToldWhatDiffersAndNothingElse() throws Exception {
        replaceInSpec("until: 1.0", "until: 4.0");
        ((ObjectNode) now.at("/report/rows")).put("train", 99);
        ((ObjectNode) now.at("/report/models/1/test/q2"))
                .put("value", 0.2)
                .put("low", 0.1)
                .put("high", 0.3);
        ((ObjectNode) now.at("/provenance/digests")).put("runs.csv", "0123456789ab".repeat(5) + "cdef");

        assertThat(ChangesText.lines(ReportRecord.of(before, "before"), ReportRecord.of(now, "now")))
                .containsExactly(
                        "  spec",
                        "    simulate.until: 1.0 -> 4.0",
                        "  data",
                        "    training rows: " + before.at("/report/rows/train").asText() + " -> 99",
                        "    runs.csv: "
                                + before.at("/provenance/digests/runs.csv")
                                        .asText()
                                        .substring(0, 12)
                                + " -> 0123456789ab",
                        "  metrics that differ by more than 1.0E-9 of their value",
                        "    power-law q2 on test rows: 0.8720 [0.8320, 0.9040] -> 0.2000 [0.1000, 0.3000],"
                                + " beyond the intervals");
    }
}
