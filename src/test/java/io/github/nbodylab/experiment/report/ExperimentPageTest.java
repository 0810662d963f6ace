package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentPageTest {

    private static final String ATTACK = "<script>alert('x')</script><img src=x onerror=\"alert(1)\">";

    @Test
    void thePageAnswersTheQuestionWithTheNumbersOfTheRecord() throws IOException {
        assertThat(text(page(SampleRecord.tree())))
                .contains("does a power law do, or is more needed?")
                .contains("Of 4\u00a0models, power law is chosen")
                .contains("q\u00b2 = 0.87 (95\u00a0% interval 0.83 to 0.90)")
                .contains("expect about 0.90, and the two intervals overlap: little is left to find")
                .contains("Good enough: both rules hold.")
                .contains("IDENTICAL")
                .contains("960\u00a0runs, 959 completed and 1 failed")
                .contains("PoCL 3.1")
                .contains("counts are fitted with a log link");
    }

    @Test
    void ofASmallTestNothingIsSaidThatItsIntervalsDoNotBear() throws IOException {
        ObjectNode wide = SampleRecord.tree();
        ((ObjectNode) wide.at("/report/ceiling"))
                .putObject("q2")
                .put("value", 0.8)
                .put("low", 0.1)
                .put("high", 0.9);
        ObjectNode noise = SampleRecord.tree();
        ((ObjectNode) noise.at("/report/ceiling"))
                .putObject("q2")
                .put("value", -0.6)
                .put("low", -1)
                .put("high", 0);

        assertThat(text(page(wide)))
                .contains("expect about 0.80, but the test is too small to tell how much is left to find");
        assertThat(text(page(noise)))
                .contains("replicates differ as much as design points do")
                .doesNotContain("is left to find");
    }

    @Test
    void thePartsStandInReadingOrder() throws IOException {
        String page = page(SampleRecord.tree());
        List<Integer> places = Stream.of(
                        "class=\"exp-question\"",
                        "class=\"exp-answer\"",
                        "id=\"exp-verdict\"",
                        "id=\"exp-acceptance\"",
                        "id=\"exp-design\"",
                        "id=\"exp-fig-design\"",
                        "id=\"exp-simulations\"",
                        "id=\"exp-fig-energy-errors\"",
                        "id=\"exp-fig-tracks\"",
                        "id=\"exp-fig-track-distances\"",
                        "id=\"exp-fig-mergers\"",
                        "id=\"exp-fig-cluster\"",
                        "id=\"exp-training-set\"",
                        "id=\"exp-fig-target\"",
                        "id=\"exp-fig-inputs\"",
                        "id=\"exp-ladder\"",
                        "id=\"exp-fig-ladder\"",
                        "id=\"exp-fig-predicted\"",
                        "id=\"exp-fig-residuals-prediction\"",
                        "id=\"exp-learning-curve\"",
                        "id=\"exp-fig-learning-curve\"",
                        "id=\"exp-contamination\"",
                        "id=\"exp-dropped-inputs\"",
                        "id=\"exp-cost\"",
                        "id=\"exp-reproduce\"",
                        "id=\"exp-cite\"",
                        "id=\"exp-provenance\"",
                        "id=\"exp-spec\"",
                        "id=\"exp-downloads\"")
                .map(page::indexOf)
                .toList();

        assertThat(places).isSorted().doesNotContain(-1);
    }

    @Test
    void whatTheStudiesFoundIsSaidInWords() throws IOException {
        assertThat(text(page(SampleRecord.tree())))
                .contains("Fitted to 27 design points the model has a cross-validated rmse of 3.67, to 153 of 3.12")
                .contains(
                        "falls as n to the power of minus 0.5 (0.25 to 1): halving it takes 4 times as many design points")
                .contains("No fit succeeded at 1\u00a0smaller number of design points.")
                .contains("With 20\u00a0% the rmse grows by 0.60, from 3.10 to 3.70.")
                .contains(
                        "It misses capture number most. Without particles it does no worse than chance would have it.")
                .contains("it has learnt them by heart");
    }

    @Test
    void whatTheSurrogateCostsIsHeldAgainstSimulating() throws IOException {
        assertThat(text(page(SampleRecord.tree())))
                .contains("Training took 1\u00a0min 44\u00a0s of simulations and 6.9\u00a0s of fits; a prediction takes"
                        + " 2.1\u00a0\u00b5s. As accurate an answer at one new point takes 7\u00a0simulations, 0.76\u00a0s"
                        + " (95\u00a0% interval 5 to 12): the surrogate has paid for itself after 147\u00a0points.")
                .contains("halving its error takes 4 times as many design points, which is"
                        + " 5\u00a0min 13\u00a0s of further simulations.");
    }

    @Test
    void whatIsNotKnownOfTheCostIsSaid() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) tree.at("/report/cost")).set("simulations", Json.object().put("low", 4));
        ((ObjectNode) tree.at("/timeline/cost")).remove("breakEven");
        ObjectNode elsewhere = SampleRecord.tree();
        ((ObjectNode) elsewhere.get("report")).set("cost", Json.object().put("unknown", "the table is a file"));
        ((ObjectNode) elsewhere.at("/timeline/cost")).remove("simulationSeconds");
        ((ObjectNode) elsewhere.at("/report/studies/learningCurve/slope"))
                .put("trend", "flat")
                .remove("halvingTakes");

        assertThat(text(page(tree)))
                .contains("Its error cannot be told from the noise between replicates: as accurate an answer at one new"
                        + " point takes at least 4\u00a0simulations, 0.43\u00a0s.");
        assertThat(text(page(elsewhere)))
                .contains("Training took 6.9\u00a0s of fits;")
                .contains("by simulating is not known: the table is a file.")
                .contains("would not help: the learning curve is flat.");
    }

    @Test
    void aSlopeThatIsNotClearSaysWhatHidesIt() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        ObjectNode slope = (ObjectNode) tree.at("/report/studies/learningCurve/slope");
        slope.put("trend", "unclear").remove("halvingTakes");
        assertThat(text(page(tree)))
                .contains("but in some resamples the noise hides it: whether more design points help");

        ((ObjectNode) slope.get("exponent")).put("low", -0.2);
        assertThat(text(page(tree))).contains("which chance may have done: whether more design points help");
    }

    @Test
    void aStudyThatWasNotMadeSaysWhy() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) tree.at("/report/studies"))
                .set("learningCurve", Json.object().put("skipped", "the constant is chosen"));

        assertThat(text(page(tree))).contains("Learning curve", "Not made: the constant is chosen.");
    }

    @Test
    void aRecordFromBeforeTheStudiesHasThePageThatItHad() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) tree.get("report")).remove(List.of("studies", "cost"));
        ((ObjectNode) tree.get("timeline")).remove("cost");
        tree.at("/report/models").forEach(model -> ((ObjectNode) model).remove("overfitting"));

        assertThat(withoutStyle(page(tree)))
                .doesNotContain("exp-learning-curve", "exp-cost", ", rows fitted to")
                .contains("id=\"exp-fig-predicted\"");
    }

    @Test
    void whereModelsMayBeTrustedStandsInATableAndWhatTheySayBeyondInPictures() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        assertThat(page(tree)).doesNotContain("exp-domain");
        tree.at("/report/models").forEach(model -> ((ObjectNode) model).setAll((ObjectNode) Json.parse("""
                {"positions":
                  {"inside": {"rows": 184, "groups": 46, "metrics": {"rmse": {"value": 2.5, "low": 2, "high": 3},
                    "coverage95": {"value": 0.94, "low": 0.9, "high": 1}, "width95": {"value": 6, "low": 5, "high": 7}}},
                   "edge": {"rows": 8, "groups": 2}, "outside": {"rows": 0, "groups": 0}},
                 "beyond": {"rmse": {"value": 12.5, "low": 11, "high": 14},
                   "coverage95": {"value": 0.3, "low": 0.2, "high": 0.4}, "width95": {"value": 9, "low": 8, "high": 9}},
                 "domain": {"auc": {"value": 0.99, "low": 0.97, "high": 1}, "measures": {},
                   "within": {"inside": 184, "edge": 8, "outside": 0},
                   "beyond": {"inside": 0, "edge": 3, "outside": 73}}}""")));
        tree.withObject("/pictures").set("extrapolation", Json.parse("""
                {"input": "captureNumber", "max": 8, "at": {"particles": 90}, "rows": [[9, 30], [15, 44]],
                 "models": [{"name": "power-law", "curve": [[0.1, 0.2, 0, 1], [8, 25, 20, 30], [16, 50, 45, 900]]},
                            {"name": "constant", "curve": [[0.1, 6.7], [16, 6.7]]}]}"""));
        String page = page(tree);

        assertThat(text(page))
                .contains("184\u00a0rows, 94\u00a0% at width 6")
                .contains("76\u00a0rows, 30\u00a0% at width 9")
                .contains(
                        "power law, the chosen model, has 184 inside, 8 at the edge and 0 outside of the test rows, and 0"
                                + " inside, 3 at the edge and 73 outside of the 76\u00a0rows that were held out beyond; it tells the"
                                + " two apart with an AUC of 0.990.")
                .contains("Trained up to k = 8 only; the curve is at N = 90, the rows at all of theirs.")
                .contains("cover 30\u00a0% instead of");
        assertThat(page).contains("id=\"exp-fig-beyond-power-law\"").contains("id=\"exp-fig-beyond-constant\"");
        assertThat(page.indexOf("id=\"exp-domain\"")).isGreaterThan(page.indexOf("id=\"exp-fig-predicted\""));
    }

    @Test
    void aDigestIsShownShortAndKeptWhole() throws IOException {
        String digest = Digest.of("runs.csv");

        assertThat(page(SampleRecord.tree()))
                .contains("title=\"" + digest + "\"")
                .contains(digest.substring(0, 12) + "<span");
    }

    @Test
    void theSameRecordGivesTheSameBytesInAnyLocaleAndTimeZone() throws IOException {
        String first = page(SampleRecord.tree());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(page(SampleRecord.tree())).isEqualTo(first);
            Locale.setDefault(Locale.GERMANY);
            assertThat(page(SampleRecord.tree())).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/report:title",
                "/report:question",
                "/report:chosenWhy",
                "/report/models/1:description",
                "/report/models/0:name",
                "/report/acceptance/0:rule",
                "/report/target:name",
                "/report/inputs/1:name",
                "/report/models/0/overfitting:error",
                "/report/studies:error",
                "/report/studies/learningCurve/points/0:failure",
                "/report/studies/droppedInputs/points/1:input",
                "/report/cost:unknown",
                "/verdict:summary",
                "/provenance:os",
                "/provenance/devices/0:device",
                "/provenance/stages/0:reason",
                "/pictures/mergersOverTime/runs/3:label",
                "/pictures/cluster:label",
                "/pictures/tracks:label",
                "/pictures/energyErrors:input",
                "/design:method",
                "/design/inputs/0:name",
                "/design/inputs/1:unit",
                "/design/failures/0:input",
                "/trainingSet/inputs/0:name",
                "/trainingSet/inputs/1:unit",
                "/trainingSet/targets/0:name",
                ":spec"
            })
    void whatAUserWroteIsTextAndNeverRuns(String place) throws IOException {
        ObjectNode tree = SampleRecord.tree();
        String[] way = place.split(":", -1);
        ((ObjectNode) tree.at(way[0])).put(way[1], ATTACK);

        String both = page(tree)
                + IndexPage.html(List.of(SampleRecord.alone(ReportRecord.of(tree, "sample"))), List.of(ATTACK));

        assertThat(both).doesNotContain("<script").doesNotContain("<img").doesNotContain("alert('x')");
    }

    @Test
    void differencesFromTheLockAreListed() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        tree.set(
                "verdict",
                Json.parse("{\"verdict\":\"CHANGED\",\"accepted\":true,\"summary\":\"One key differs.\","
                        + "\"differences\":[{\"what\":\"simulate.until\",\"locked\":\"1.0\",\"now\":\"2.0\"}]}"));

        assertThat(text(page(tree)))
                .contains("CHANGED")
                .contains("One key differs.")
                .contains("simulate.until1.02.0");
    }

    @Test
    void aBrokenRuleIsSaidInTheAnswerAndInTheTable() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) tree.get("report")).put("accepted", false);
        ((ObjectNode) tree.at("/report/acceptance/0")).put("passed", false);

        assertThat(text(page(tree))).contains("Not good enough: 1 of 2 rules are missed.", "rules missed", "missed");
    }

    @Test
    void withoutCeilingThereIsNoneInTextTableAndPlot() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        ((ObjectNode) tree.get("pictures")).remove("tracks"); // whose colours are named after other plots
        ((ObjectNode) tree.get("report")).putNull("ceiling");

        assertThat(withoutStyle(page(tree)))
                .doesNotContainIgnoringCase("ceiling")
                .contains("id=\"exp-fig-predicted\"");
    }

    @Test
    void aRecordOfTheLeastStillHasItsPage() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        for (String part : List.of("spec", "provenance", "timeline", "runs", "pictures", "design", "trainingSet")) {
            tree.remove(part);
        }
        ((ObjectNode) tree.get("report")).putArray("acceptance");
        ((ObjectNode) tree.at("/report/models/1")).remove("test");

        assertThat(text(page(tree)))
                .contains("not tested on rows of its own", "any result is good enough")
                .doesNotContain("The simulations", "The design", "The training set");
    }

    @Test
    void runsWithoutAnyMergerHaveTheirPictures() throws IOException {
        ObjectNode tree = SampleRecord.tree();
        tree.at("/pictures/mergersOverTime/runs").forEach(run -> ((ObjectNode) run).putArray("times"));
        ((ObjectNode) tree.at("/pictures/cluster")).putArray("mergers");
        tree.at("/pictures/predictions").forEach(row -> {
            ((ObjectNode) row).put("observed", 0.0);
            ((ObjectNode) row.get("predicted")).put("power-law", 0.0);
        });

        assertThat(page(tree))
                .contains("id=\"exp-fig-mergers\"", "id=\"exp-fig-cluster\"")
                .doesNotContain("exp-missing\"");
    }

    @Test
    void everyPictureHasAnAccessibleNameAndFollowsThePagesColours() throws IOException {
        String page = page(SampleRecord.tree());

        Matcher svg = Pattern.compile("<svg .*?</svg>", Pattern.DOTALL).matcher(page);
        int pictures = 0;
        while (svg.find()) {
            pictures++;
            assertThat(svg.group()).contains("role=\"img\"", "<title id=", "<desc id=", "viewBox=", "var(--exp-");
            assertThat(svg.group()).doesNotContain("rgb(1,3,");
        }
        assertThat(pictures).isEqualTo(14);
    }

    @Test
    void noIdIsUsedTwice() throws IOException {
        Matcher id = Pattern.compile("\\sid=['\"]([^'\"]+)['\"]").matcher(page(SampleRecord.tree()));

        assertThat(id.results().map(match -> match.group(1)).toList())
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void thePageAsksForNothingFromOutside() throws IOException {
        assertThat(page(SampleRecord.tree()).replace("http://www.w3.org/", ""))
                .doesNotContain("http:", "https:", "src=", "@import", "url(//");
    }

    private static String page(ObjectNode tree) throws IOException {
        return SamplePage.of(tree);
    }

    private static String withoutStyle(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "");
    }

    private static String text(String html) {
        return withoutStyle(html).replaceAll("<[^>]*>", "").replace("&#39;", "'");
    }
}
