package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.record.RecordException;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.store.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationsSectionTest {

    private final ObjectNode tree = SampleRecord.tree();
    private final ObjectNode errors = (ObjectNode) tree.at("/pictures/energyErrors");
    private final ObjectNode tracks = (ObjectNode) tree.at("/pictures/tracks");

    private String html() throws RecordException {
        return SimulationsSection.html(ReportRecord.of(tree, "sample"), FigureFiles.none());
    }

    private String text() throws RecordException {
        return html().replaceAll("(?s)<svg.*?</svg>", "").replaceAll("<[^>]*>", "");
    }

    @Test
    void energyErrorsAreHeldAgainstTheLimitAndTheInputTheyGoWith() throws RecordException {
        errors.putArray("failed");

        assertThat(text())
                .contains("Energy errors against number of black holes N")
                .contains("60 of 959\u00a0runs, evenly taken.")
                .contains(
                        "none by more than 4.7\u00a0\u00d7\u00a010\u207b\u2076. That is 210 times below the limit of 0.001.")
                .contains("Energy errors fall with number of black holes N (rank correlation \u22120.55).");
        assertThat(html()).contains(">10\u207b\u2076<", ">0.001<");
    }

    @Test
    void aCorrelationThatNoiseWouldHaveIsNoTrend() throws RecordException {
        errors.put("chance", 0.6);
        assertThat(text()).contains("They go most with number of black holes N, but no more than chance may have it");

        errors.put("chance", 0.1).put("rankCorrelation", -0.27);
        assertThat(text()).contains("Energy errors fall weakly with number of black holes N");
    }

    @Test
    void anOldRecordClaimsNoTrendAndNoChance() throws RecordException {
        errors.remove("chance");

        assertThat(text())
                .contains("They go most with number of black holes N (rank correlation")
                .doesNotContain("no more than chance", "Energy errors grow", "Energy errors fall");
    }

    @Test
    void aFailedRunIsMarked() throws RecordException {
        assertThat(text()).contains("one that failed");
    }

    @Test
    void whereNoNumberVariesTheErrorsAreCounted() throws RecordException {
        errors.remove(List.of("input", "log", "values", "rankCorrelation"));

        assertThat(text()).contains("Energy errors").doesNotContain("Energy errors against", "rank correlation");
        assertThat(html()).contains(">relative energy error<", ">runs<");
    }

    @Test
    void runsWithoutAnyErrorAreSaidToBeMissingInThePicture() throws RecordException {
        errors.set("errors", Json.parse("[0, 1e-9, 1e-7]"));
        errors.set("values", Json.parse("[32, 64, 128]"));
        errors.putArray("failed");

        assertThat(text()).contains("1\u00a0run without any error cannot be shown.");
        errors.set("errors", Json.parse("[0, 0, 0]"));
        assertThat(html()).doesNotContain("exp-fig-energy-errors");
    }

    @Test
    void blackHolesLeftAreAllThatTheRecordCounted() throws RecordException {
        ObjectNode cluster = (ObjectNode) tree.at("/pictures/cluster");
        assertThat(text())
                .contains("seen along z after 51\u00a0mergers.")
                .doesNotContain("left after", "the heaviest has");

        cluster.put("count", 5000).put("lightest", 0.001).put("heaviest", 0.25);
        assertThat(text())
                .contains(
                        "seen along z: 5000\u00a0black holes left (205 shown, evenly taken) after 51\u00a0mergers; the"
                                + " heaviest has 250 times the least mass.");
    }

    @Test
    void tracksTellWhoTakesInWhom() throws RecordException {
        assertThat(text())
                .contains("body 2, takes in 1", "body 9, is taken in", "body 77")
                .contains("N = 256, k = 6.9, seen along z: 5\u00a0bodies from t = 0 to 1, drawn every 0.01."
                        + " They take part in 1\u00a0merger; 1\u00a0track ends in one.")
                .contains("Of these, body 77 goes farthest, to 1.5 H\u00e9non lengths. The merger happens 0.23 from the"
                        + " centre.");
    }

    @Test
    void withoutMergersTheTracksSaySo() throws RecordException {
        tracks.putArray("mergers");

        assertThat(text()).contains("None of them merges.");
    }

    @Test
    void withoutAFilmThereAreNoTracks() throws RecordException {
        ((ObjectNode) tree.get("pictures")).remove("tracks");

        assertThat(html()).contains("exp-fig-mergers").doesNotContain("exp-fig-track");
    }

    @Test
    void anOldRecordHasTheSectionThatItHad() throws RecordException {
        ((ObjectNode) tree.get("pictures")).remove(List.of("tracks", "energyErrors"));

        assertThat(html())
                .contains("exp-fig-mergers", "exp-fig-cluster")
                .doesNotContain("exp-fig-track", "exp-fig-energy-errors");
    }

    @Test
    void damageIsNamedByItsPlace() {
        ((ObjectNode) tracks.at("/bodies/1")).putArray("x").add(1);
        assertThatThrownBy(this::html)
                .isInstanceOf(RecordException.class)
                .hasMessage(
                        "sample is damaged: pictures.tracks.bodies[1] has 1 x, 101 y and 101 distances, at 101 times");

        errors.putArray("values").add(3);
        assertThatThrownBy(this::html).hasMessageContaining("pictures.energyErrors has 60 errors, but 1 values");
    }
}
