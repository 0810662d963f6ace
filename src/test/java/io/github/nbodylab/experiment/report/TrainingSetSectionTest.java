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

class TrainingSetSectionTest {

    private static String html(ObjectNode tree) throws RecordException {
        return TrainingSetSection.html(ReportRecord.of(tree, "sample"), FigureFiles.none());
    }

    private static String text(ObjectNode tree) throws RecordException {
        return html(tree).replaceAll("(?s)<svg.*?</svg>", "").replaceAll("<[^>]*>", "");
    }

    private static ObjectNode set(ObjectNode tree) {
        return (ObjectNode) tree.get("trainingSet");
    }

    @Test
    void whereTheRowsComeFromAndHowTheyAreSplitIsSaid() throws RecordException {
        ObjectNode tree = SampleRecord.tree();

        assertThat(text(tree))
                .contains("959\u00a0completed runs (1 failed and have none)")
                .contains(
                        "768\u00a0rows of 192\u00a0design points and tested on 192\u00a0rows of 48\u00a0design points")
                .contains("20\u00a0% of the design points, picked by rank of their hash")
                .doesNotContain("beyond", "Left out", "Missing");
    }

    @Test
    void rowsBeyondTheBoundsAndRowsLeftOutAreCounted() throws RecordException {
        ObjectNode tree = SampleRecord.tree();
        ObjectNode set = set(tree);
        set.withObject("/rows").put("beyond", 76);
        set.withObject("/groups").put("beyond", 19);
        set.set("within", Json.parse("[{\"input\": \"captureNumber\", \"max\": 2}]"));
        set.putObject("censored").put("simulations that had no merger", 12);
        set.putObject("dropped").put("black holes that left", 3);
        ((ObjectNode) set.at("/targets/0")).set("beyond", Json.parse("[0, 3, 5, 1]"));

        assertThat(text(tree))
                .contains(
                        "76\u00a0rows of 19\u00a0design points are held out beyond the bounds (capture number k up to 2)")
                .contains(
                        "Left out as censored, since the target was not yet known: 12 simulations that had no merger.")
                .contains("Left out: 3 black holes that left.")
                .contains("held out beyond the bounds");
    }

    @Test
    void everyColumnHasItsUnitRangeAndMedians() throws RecordException {
        assertThat(text(SampleVariants.elsewhere()))
                .contains("u-ginputmag0.1 to 80.9000.880")
                .contains("mergerstarget\u20130 to 6134");
    }

    @Test
    void ofATableFromElsewhereFileGroupsAndGapsAreNamed() throws RecordException {
        ObjectNode tree = SampleVariants.elsewhere();

        assertThat(text(tree))
                .contains(
                        "The rows come from catalogue.csv (SHA-256 186478c9a5c7\u2026); those with the same objectId are a"
                                + " group.")
                .contains("Missing are u-g in 6\u00a0rows: what is missing counts as the median of its column");
        ((ObjectNode) tree.at("/trainingSet/source")).put("missing", "drop");
        assertThat(text(tree)).contains("Rows of the file that miss a value are left out.");
    }

    @Test
    void theCaptionSaysWhetherTheTestIsLikeTheTraining() throws RecordException {
        ObjectNode tree = SampleRecord.tree();
        assertThat(text(tree))
                .contains("Of mergers: median\u00a03 in training rows, median\u00a04 in test rows.")
                .contains(
                        "differ by at most 1.3\u00a0% (capture number k); a random split of 192\u00a0design points and 48"
                                + " often makes as much.");
        ((ObjectNode) set(tree).at("/inputs/0")).set("test", Json.parse("[0, 0, 96, 96]"));

        assertThat(text(tree))
                .contains("differ by at most 50\u00a0% (capture number k); fewer than one in twenty random splits of"
                        + " 192\u00a0design points and 48 make as much");
    }

    @Test
    void groupsOfUnequalSizeAndManyColumnsAreAllowedMore() throws RecordException {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) set(tree).at("/inputs/0")).set("test", Json.parse("[26, 38, 64, 64]"));
        ((ObjectNode) set(tree).at("/inputs/0")).set("train", Json.parse("[192, 192, 192, 192]"));
        assertThat(text(tree)).contains("often makes as much");

        ((ObjectNode) set(tree).at("/inputs/0")).set("test", Json.parse("[0, 48, 72, 72]"));
        assertThat(text(tree)).contains("fewer than one in twenty");
        set(tree).putObject("effectiveGroups").put("train", 20).put("test", 6);
        assertThat(text(tree)).contains("often makes as much");
    }

    @Test
    void theFarthestOfTwentyColumnsIsHeldAgainstTwenty() throws RecordException {
        ObjectNode tree = SampleRecord.tree();
        ObjectNode far = (ObjectNode) set(tree).at("/inputs/0");
        far.set("train", Json.parse("[192, 192, 192, 192]"));
        far.set("test", Json.parse("[0, 48, 72, 72]"));
        assertThat(text(tree)).contains("fewer than one in twenty");

        for (int i = 2; i < 20; i++) {
            ObjectNode alike = set(tree).at("/inputs/1").deepCopy();
            ((com.fasterxml.jackson.databind.node.ArrayNode) set(tree).get("inputs")).add(alike.put("name", "x" + i));
        }
        assertThat(text(tree)).contains("differ by at most 25\u00a0%", "often makes as much");
    }

    @Test
    void aColumnWithoutValuesOnASideIsNotCompared() throws RecordException {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) set(tree).at("/inputs/0")).set("test", Json.parse("[0, 0, 0, 0]"));

        assertThat(text(tree)).doesNotContain("fewer than one in twenty", "(capture number k);");
    }

    @Test
    void theClassThatIsAskedForHasItsShareOnEitherSide() throws RecordException {
        ObjectNode tree = SampleRecord.tree();
        set(tree).set("targets", Json.parse("""
                [{"name": "merges", "unit": "1", "levels": ["no", "yes"], "train": [600, 168], "test": [150, 42]}]"""));

        assertThat(text(tree)).contains("Of merges: 22\u00a0% yes in training rows, 22\u00a0% yes in test rows.");
    }

    @Test
    void severalTargetsAndManyInputsHaveAPanelEach() throws RecordException {
        ObjectNode tree = SampleVariants.several();
        ArrayNode targets = (ArrayNode) set(tree).get("targets");
        targets.add(targets.get(0).deepCopy());
        ArrayNode inputs = (ArrayNode) set(tree).get("inputs");
        for (int i = 0; i < 9; i++) {
            inputs.add(((ObjectNode) inputs.get(0).deepCopy())
                    .put("name", i == 0 ? "aVeryLongNameOfAnInputThatNobodyReads" : "input" + i));
        }
        set(tree).put("inputsLeftOut", 4);

        assertThat(html(tree)).contains(">a very long name of an\u2026<").doesNotContain("NaN");
        assertThat(text(tree)).contains("4\u00a0further inputs are not shown here.");
    }

    @Test
    void damageIsNamedByItsPlace() {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) set(tree).at("/inputs/1")).putArray("test").add(1);

        assertThatThrownBy(() -> html(tree))
                .isInstanceOf(RecordException.class)
                .hasMessage(
                        "sample is damaged: trainingSet.inputs[1] has 1 numbers of rows for test, but 4 bins or levels");
    }
}
