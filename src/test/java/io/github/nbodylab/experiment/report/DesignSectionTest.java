package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.record.RecordException;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.report.record.SampleVariants;
import io.github.nbodylab.experiment.store.Json;
import org.junit.jupiter.api.Test;

class DesignSectionTest {

    private final ObjectNode tree = SampleRecord.tree();

    private String html() throws RecordException {
        return DesignSection.html(ReportRecord.of(tree, "sample"), FigureFiles.none());
    }

    private String text() throws RecordException {
        return html().replaceAll("(?s)<svg.*?</svg>", "").replaceAll("<[^>]*>", "");
    }

    private ObjectNode design() {
        return (ObjectNode) tree.get("design");
    }

    @Test
    void theDesignIsSaidInASentence() throws RecordException {
        assertThat(text())
                .contains("240\u00a0points of a Sobol sequence, each simulated 4 times with other random numbers:"
                        + " 960\u00a0runs, of which 1 failed (0.1\u00a0%).");
    }

    @Test
    void pointsToTrainOnAndHeldOutOnesDifferInShapeAndColour() throws RecordException {
        assertThat(html().split("<circle [^>]*r='2.4'|<circle [^>]*r='3.2'", -1))
                .hasSize(48 + 1);
        assertThat(html().split("<circle [^>]*r='4'", -1)).hasSize(12 + 1);
        assertThat(text()).contains("design point to train on", "held out for the test", "with failed runs");
    }

    @Test
    void failuresThatGatherAreSaidToGatherWhere() throws RecordException {
        ((ObjectNode) design().at("/failures/0")).set("failed", Json.parse("[0, 1, 12]"));

        assertThat(text())
                .contains("By capture number k, 0 of 320 runs failed from 0.1 to 0.431, 1 of 320 from 0.431 to 1.86,"
                        + " 12 of 320 from 1.86 to 8: failures gather from 1.86 to 8.");
    }

    @Test
    void fewFailuresAreNoPattern() throws RecordException {
        assertThat(text())
                .contains("By number of black holes N, 0 of 240 runs failed at 32,")
                .contains("1 of 240 at 256: chance alone may have put them so.")
                .doesNotContain("failures gather");
    }

    @Test
    void ofManyLevelsThoseWhereMostFailedAreTold() throws RecordException {
        design().set("failures", Json.parse("""
                [{"input": "profile", "levels": ["a", "b", "c", "d", "e", "f", "g", "h"],
                  "runs": [9, 9, 9, 9, 9, 9, 9, 9], "failed": [0, 0, 0, 0, 0, 0, 0, 7]}]"""));

        assertThat(text())
                .contains("By density profile, 7 of 9 runs failed at h, 0 of 9 at a,")
                .contains("failures gather at h.")
                .doesNotContain("of 9 at g");
    }

    @Test
    void theReplicatesOfOnePointAreNoPattern() throws RecordException {
        design().set("failures", Json.parse("""
                [{"input": "profile", "levels": ["a", "b", "c"], "runs": [60, 60, 60], "failed": [0, 0, 4]}]"""));

        assertThat(text()).contains("4 of 60 at c: chance alone may have put them so.");
    }

    @Test
    void oneFailureInEightLevelsIsNoPattern() throws RecordException {
        design().put("replicates", 1).set("failures", Json.parse("""
                [{"input": "profile", "levels": ["a", "b", "c", "d", "e", "f", "g", "h"],
                  "runs": [9, 9, 9, 9, 9, 9, 9, 9], "failed": [0, 0, 0, 0, 0, 0, 0, 1]}]"""));

        assertThat(text()).contains("chance alone may have put them so.").doesNotContain("failures gather");
    }

    @Test
    void whereAllFailedTheyGatherNowhere() throws RecordException {
        design().set("failures", Json.parse("""
                [{"input": "profile", "levels": ["a", "b"], "runs": [60, 60], "failed": [60, 60]}]"""));

        assertThat(text()).doesNotContain("failures gather");
    }

    @Test
    void pointsAddedForTheirFailuresAreNotSaidToBeEvenlyTaken() throws RecordException {
        design().put("points", 236).set("added", Json.parse("[7]"));
        design().set("test", Json.parse("[12]"));

        assertThat(text())
                .contains(
                        "Of 236\u00a0design points 59 are shown, evenly taken, and 1 more with failed runs; the bars tell"
                                + " how many of the evenly taken ones there are at each value.")
                .contains("All shown that are held out for the test lie within");
    }

    @Test
    void aGridHasNoRankCorrelation() throws RecordException {
        StringBuilder captures = new StringBuilder();
        StringBuilder particles = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            captures.append(i == 0 ? "" : ",").append(1 + i % 6);
            particles.append(i == 0 ? "" : ",").append(1 + i / 6);
        }
        ((ObjectNode) design().at("/inputs/0")).set("values", Json.parse("[" + captures + "]"));
        ((ObjectNode) design().at("/inputs/1")).set("values", Json.parse("[" + particles + "]"));

        assertThat(text()).contains("No two of these numbers rise or fall together (rank correlations below 0.01).");
    }

    @Test
    void withoutFailuresNoneIsSearchedFor() throws RecordException {
        design().remove("failures");
        design().putArray("failed");
        ((ObjectNode) tree.get("runs")).put("completed", 960).put("failed", 0);

        assertThat(text()).contains("of which none failed.").doesNotContain("with failed runs", "By capture");
    }

    @Test
    void pointsHeldOutBeyondAndOnNoSideHaveMarksOfTheirOwn() throws RecordException {
        design().putArray("beyond").add(3);
        design().putArray("other").add(4);

        assertThat(text()).contains("held out beyond the bounds", "of no one side of the split");
    }

    @Test
    void theCaptionSaysWhereTheTestLeavesTheTrainingPoints() throws RecordException {
        assertThat(text())
                .contains("Of 240\u00a0design points 60 are shown")
                .contains("No two of these numbers rise or fall together (rank");
        ((ArrayNode) design().at("/inputs/0/values")).set(2, Json.parse("9.5"));

        assertThat(text()).contains("outside of the range of those to train on: 2 in capture number k.");
    }

    @Test
    void inputsThatGoTogetherAreNamed() throws RecordException {
        ((ObjectNode) design().at("/inputs/1")).set("values", design().at("/inputs/0/values"));

        assertThat(text())
                .contains("Of the inputs, capture number k and number of black holes N go together (rank correlation"
                        + " 1.00), so that their effects are hard to tell apart.");
    }

    @Test
    void inputsThatAreNotShownAreNamed() throws RecordException {
        design().putArray("leftOut").add("virialRatio");

        assertThat(text()).contains("Not shown: virial ratio.");
    }

    @Test
    void aCategoryAndGapsHaveTheirPlaceInThePicture() throws RecordException {
        ObjectNode profile = ((ArrayNode) design().get("inputs")).addObject();
        profile.put("name", "profile").put("unit", "1").put("log", false);
        profile.putArray("levels").add("plummer").add("hernquist");
        ArrayNode values = profile.putArray("values");
        for (int i = 0; i < 60; i++) {
            values.add(i % 2);
        }
        ((ArrayNode) design().at("/inputs/1/values")).setNull(0);

        ((ObjectNode) design().at("/inputs/0")).putArray("values");
        for (int i = 0; i < 60; i++) {
            ((ArrayNode) design().at("/inputs/0/values")).addNull();
        }

        assertThat(html()).contains(">plummer<", ">hernqu\u2026<").doesNotContain("NaN", "exp-missing");
    }

    @Test
    void aSingleInputHasARowForEachKindOfPoint() throws RecordException {
        ((ArrayNode) design().get("inputs")).remove(1);

        assertThat(html()).contains("id=\"exp-fig-design\"", ">train<", ">test<");
    }

    @Test
    void aDesignInWhichNothingVariesHasNoPicture() throws RecordException {
        design().putArray("inputs");
        design().putArray("test");
        design().remove("failures");
        design().putArray("failed");
        design().put("points", 1).put("method", "grid").put("replicates", 960);

        assertThat(text())
                .contains("One design point, simulated 960 times with other random numbers")
                .contains("Nothing but the random numbers differs from run to run.");
        assertThat(html()).doesNotContain("<svg");
    }

    @Test
    void aTableFromElsewhereHasNoDesignButTheSamePicture() throws RecordException {
        String html = DesignSection.html(ReportRecord.of(SampleVariants.elsewhere(), "elsewhere"), FigureFiles.none());

        assertThat(html)
                .contains("No design chose the points", "row to train on", "id=\"exp-fig-design\"")
                .doesNotContain("runs, of which");
    }

    @Test
    void damageIsNamedByItsPlace() {
        design().putArray("test").add(60);
        assertThatThrownBy(this::html)
                .isInstanceOf(RecordException.class)
                .hasMessage("sample is damaged: design.test[0] should be a position from 0, of one of 60, but is 60");

        design().putArray("test");
        ((ObjectNode) design().at("/failures/1")).putArray("levels");
        assertThatThrownBy(this::html)
                .hasMessageContaining("design.failures[1] counts runs and failed ones in 4 and 4");

        ((ObjectNode) design().at("/inputs/1")).putArray("values").add(3);
        assertThatThrownBy(this::html)
                .hasMessageContaining("design.inputs have captureNumber at 60 points, but particles at 1");
    }
}
