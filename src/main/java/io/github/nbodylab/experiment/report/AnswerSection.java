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

    /** As many differences as are shown without being asked for. */
    private static final int SHOWN = 6;

    private AnswerSection() {}

    static String html(ReportRecord record) {
        Findings findings = record.findings();
        StringBuilder out = new StringBuilder(
                Html.paragraph("exp-question", findings.question().strip()));
        out.append("<p class=\"exp-answer\">").append(Answer.html(record)).append("</p>\n");
        verdict(out, record.verdict(), findings);
        acceptance(out, findings.acceptance());
        return out.toString();
    }

    private static void verdict(StringBuilder out, Verdict verdict, Findings findings) {
        out.append("<div class=\"exp-verdict\" id=\"exp-verdict\">\n<p>")
                .append(Html.badge(verdict.kind()))
                .append(' ')
                .append(Html.rulesBadge(findings.acceptance().size(), findings.accepted()))
                .append("</p>\n")
                .append(Html.paragraph(
                        "", verdict.summary().isBlank() ? verdict.kind().meaning() : verdict.summary()));
        differences(out, verdict.differences());
        out.append("</div>\n");
    }

    /** Keys of the spec first, since all else follows from them; a long list of what follows is folded. */
    private static void differences(StringBuilder out, List<ReportRecord.Difference> differences) {
        List<List<String>> spec = new ArrayList<>();
        List<List<String>> rest = new ArrayList<>();
        for (ReportRecord.Difference difference : differences) {
            List<List<String>> rows = difference.what().startsWith("spec ") ? spec : rest;
            rows.add(List.of(
                    Html.escape(difference.what()), Digests.html(difference.locked()), Digests.html(difference.now())));
        }
        List<String> head = List.of("what", "locked", "now");
        if (!spec.isEmpty()) {
            out.append(Html.table("Keys of the spec that differ from the lock", head, spec));
        }
        if (rest.isEmpty()) {
            return;
        }
        String table = Html.table("Differences from the lock", head, rest);
        out.append(
                rest.size() <= SHOWN
                        ? table
                        : "<details><summary>" + Numbers.counted(rest.size(), "digest or metric", "digests and metrics")
                                + " differ</summary>\n" + table + "</details>\n");
    }

    private static void acceptance(StringBuilder out, List<ReportRecord.Rule> rules) {
        out.append(Html.heading("acceptance", "What counts as good enough"));
        if (rules.isEmpty()) {
            out.append(Html.paragraph("", "The spec sets no rule, so any result is good enough."));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (ReportRecord.Rule rule : rules) {
            rows.add(List.of(
                    Terms.rule(rule.rule()),
                    Numbers.fixed(rule.value(), 3),
                    rule.passed() ? Html.badge("good", "holds") : Html.badge("bad", "missed")));
        }
        out.append(Html.table("Acceptance", List.of("rule", "found", "outcome"), rows));
    }
}
