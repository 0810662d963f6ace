package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.ReportRecord.Input;
import io.github.nbodylab.experiment.report.ReportRecord.Runs;
import io.github.nbodylab.experiment.report.ReportRecord.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The page of one version of one experiment. */
public final class ExperimentPage {

    private final ReportRecord record;
    private final Findings findings;

    private ExperimentPage(ReportRecord record) {
        this.record = record;
        this.findings = record.findings();
    }

    /** The title of the page, plain text, not escaped: the experiment's own and its version. */
    public static String title(ReportRecord record) {
        return record.findings().title() + " \u00b7 " + record.version();
    }

    /**
     * The page below its main heading: a fragment of HTML with its style sheet and pictures inside, which needs no other
     * file, no script and no network. Everything that a user wrote is escaped. The same record gives the same bytes on
     * the same machine; on another, text in pictures may stand a little differently, as fonts differ.
     */
    public static String html(ReportRecord record) {
        return new ExperimentPage(record).html();
    }

    private String html() {
        StringBuilder out = new StringBuilder(Style.element()).append("<div class=\"exp-report\">\n");
        answer(out);
        verdict(out);
        acceptance(out);
        ladder(out);
        predictions(out);
        DomainSection.append(out, record);
        simulations(out);
        new ProvenanceSection(record).append(out);
        return out.append("</div>\n").toString();
    }

    private void answer(StringBuilder out) {
        out.append(Html.paragraph("exp-question", findings.question().strip()));
        out.append("<p class=\"exp-answer\">").append(Answer.html(findings)).append("</p>\n");
    }

    private void verdict(StringBuilder out) {
        Verdict verdict = record.verdict();
        out.append("<div class=\"exp-verdict\" id=\"exp-verdict\">\n<p>")
                .append(Html.badge(verdict.kind()))
                .append(' ')
                .append(Html.acceptedBadge(findings.accepted()))
                .append("</p>\n")
                .append(Html.paragraph("", verdict.kind().meaning()));
        if (!verdict.summary().isBlank()
                && !verdict.summary().equals(verdict.kind().meaning())) {
            out.append(Html.paragraph("exp-note", verdict.summary()));
        }
        if (!verdict.differences().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            for (ReportRecord.Difference difference : verdict.differences()) {
                rows.add(List.of(
                        Html.escape(difference.what()),
                        Digests.html(difference.locked()),
                        Digests.html(difference.now())));
            }
            out.append(Html.table("Differences from the lock", List.of("what", "locked", "now"), rows));
        }
        out.append("</div>\n");
    }

    private void acceptance(StringBuilder out) {
        out.append(Html.heading("acceptance", "What counts as good enough"));
        if (findings.acceptance().isEmpty()) {
            out.append(Html.paragraph("", "The spec sets no rule, so any result is accepted."));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (ReportRecord.Rule rule : findings.acceptance()) {
            rows.add(List.of(
                    Html.escape(Terms.capital(rule.rule())),
                    Numbers.fixed(rule.value(), 3),
                    rule.passed() ? Html.badge("good", "holds") : Html.badge("bad", "broken")));
        }
        out.append(Html.table("Acceptance", List.of("rule", "found", "outcome"), rows));
    }

    private void ladder(StringBuilder out) {
        out.append(Html.heading("ladder", "The ladder of models, simplest first"));
        out.append(LadderTable.html(record));
        if (!findings.chosenWhy().isBlank()) {
            out.append("<p class=\"exp-why\"><strong>")
                    .append(Html.escape(Terms.capital(Terms.words(findings.chosen()))))
                    .append("</strong> is chosen: ")
                    .append(Html.escape(findings.chosenWhy()))
                    .append("</p>\n");
        }
        out.append(Html.paragraph(
                "exp-note",
                findings.headline().meaning() + " Intervals are 95\u00a0% from a bootstrap over design points, so"
                        + " that replicates stay together. Trained on "
                        + sizes(findings.rows().train(), findings.rows().groupsTrain()) + ", tested on "
                        + sizes(findings.rows().test(), findings.rows().groupsTest())
                        + " that no model saw before."));
        figures(out, List.of(LadderPlot.figure(findings)));
    }

    private static String sizes(long rows, long groups) {
        return Numbers.counted(rows, "row", "rows") + " of " + Numbers.counted(groups, "design point", "design points");
    }

    private void predictions(StringBuilder out) {
        TestRows rows = TestRows.ofChosen(record);
        if (rows.rows().isEmpty()) {
            return;
        }
        out.append(Html.heading("predictions", "What the chosen model gets right, and what not"));
        List<Figure> figures = new ArrayList<>();
        figures.add(PredictedPlot.figure(rows));
        figures.add(ResidualPlot.againstPrediction(rows));
        for (Input input : findings.inputs()) {
            if (figures.size() < 6 && ResidualPlot.shows(rows, input)) {
                figures.add(ResidualPlot.against(rows, input));
            }
        }
        figures(out, figures);
    }

    private void simulations(StringBuilder out) {
        List<Figure> figures = new ArrayList<>();
        record.pictures()
                .mergersOverTime()
                .filter(sample -> !sample.runs().isEmpty())
                .ifPresent(sample -> figures.add(MergersPlot.figure(sample)));
        record.pictures()
                .cluster()
                .filter(cluster -> !cluster.bodies().isEmpty())
                .ifPresent(cluster -> figures.add(ClusterPlot.figure(cluster)));
        if (figures.isEmpty() && record.runs().isEmpty()) {
            return;
        }
        out.append(Html.heading("simulations", "The simulations"));
        record.runs().ifPresent(runs -> out.append(Html.paragraph("", summary(runs))));
        figures(out, figures);
    }

    private static String summary(Runs runs) {
        StringBuilder out = new StringBuilder(Numbers.counted(runs.total(), "run", "runs"));
        out.append(
                runs.failed() == 0
                        ? ", all completed"
                        : ", " + Numbers.count(runs.completed()) + " completed and " + Numbers.count(runs.failed())
                                + " failed");
        if (Double.isFinite(runs.mergersTotal())) {
            out.append("; ")
                    .append(Numbers.counted(runs.mergersTotal(), "merger", "mergers"))
                    .append(" in all, median ")
                    .append(Numbers.brief(runs.mergersMedian(), 3))
                    .append(" and at most ")
                    .append(Numbers.count(runs.mergersMax()))
                    .append(" in a run");
        }
        if (Double.isFinite(runs.energyErrorMax())) {
            out.append(". Relative energy error: median ")
                    .append(Numbers.significant(runs.energyErrorMedian(), 2))
                    .append(", largest ")
                    .append(Numbers.significant(runs.energyErrorMax(), 2));
        }
        if (Double.isFinite(runs.steps())) {
            out.append(". ")
                    .append(Numbers.counted(runs.steps(), "time step", "time steps"))
                    .append(" in all");
        }
        return out.append('.').toString();
    }

    private static void figures(StringBuilder out, List<Figure> figures) {
        if (!figures.isEmpty()) {
            out.append("<div class=\"exp-figures\">\n");
            figures.forEach(figure -> out.append(figure.html()));
            out.append("</div>\n");
        }
    }
}
