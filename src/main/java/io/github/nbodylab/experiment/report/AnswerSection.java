package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Verdict;
import io.github.nbodylab.experiment.report.words.Digests;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.List;

/** The question, its answer, how the results stand to those that were accepted, and what counts as good enough. */
final class AnswerSection {

    private AnswerSection() {}

    static String html(ReportRecord record) {
        Findings findings = record.findings();
        StringBuilder out = new StringBuilder(
                Html.paragraph("exp-question", findings.question().strip()));
        out.append("<p class=\"exp-answer\">").append(Answer.html(record)).append("</p>\n");
        verdict(out, record.verdict(), findings.accepted());
        acceptance(out, findings.acceptance());
        return out.toString();
    }

    private static void verdict(StringBuilder out, Verdict verdict, boolean accepted) {
        out.append("<div class=\"exp-verdict\" id=\"exp-verdict\">\n<p>")
                .append(Html.badge(verdict.kind()))
                .append(' ')
                .append(Html.acceptedBadge(accepted))
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

    private static void acceptance(StringBuilder out, List<ReportRecord.Rule> rules) {
        out.append(Html.heading("acceptance", "What counts as good enough"));
        if (rules.isEmpty()) {
            out.append(Html.paragraph("", "The spec sets no rule, so any result is accepted."));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (ReportRecord.Rule rule : rules) {
            rows.add(List.of(
                    Terms.rule(rule.rule()),
                    Numbers.fixed(rule.value(), 3),
                    rule.passed() ? Html.badge("good", "holds") : Html.badge("bad", "broken")));
        }
        out.append(Html.table("Acceptance", List.of("rule", "found", "outcome"), rows));
    }
}
