package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.Diagnostics.Classes;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Ceiling;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Model;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.RowWords;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.Optional;

/** The answer of an experiment in words, built from its numbers. */
final class Answer {

    private Answer() {}

    /** As HTML, everything in it escaped. */
    static String html(ReportRecord record) {
        Findings findings = record.findings();
        Model chosen = findings.chosenModel();
        long rungs =
                findings.models().stream().filter(model -> !model.baseline()).count();
        StringBuilder out = new StringBuilder("Of ")
                .append(Numbers.counted(rungs, "model", "models"))
                .append(", <strong>")
                .append(Html.escape(Terms.words(chosen.name())))
                .append("</strong> is chosen");
        Optional<Interval> found = chosen.test().map(findings::headline);
        if (found.isPresent()) {
            out.append(": on ")
                    .append(RowWords.of(findings.rows()).groups())
                    .append(" that it has never seen it predicts ")
                    .append(Html.escape(targets(findings)))
                    .append(" with <strong>")
                    .append(Terms.metric(findings.headline().metric()))
                    .append(" = ")
                    .append(Numbers.skill(found.get().value()))
                    .append("</strong>");
            String ends = Numbers.skillEnds(found.get());
            out.append(ends.isEmpty() ? "" : " (95\u00a0% interval " + ends + ")");
            if (findings.isOfClasses()) {
                out.append(classes(
                        chosen.test().orElseThrow(), record.diagnostics().classes()));
            }
            findings.ceiling().ifPresent(ceiling -> out.append(ceiling(found.get(), ceiling)));
        } else {
            out.append(", but it was not tested on rows of its own");
        }
        return out.append(". ").append(accepted(findings)).toString();
    }

    private static String targets(Findings findings) {
        return String.join(
                " and ",
                findings.targets().stream()
                        .map(target -> Terms.column(target.name()))
                        .toList());
    }

    /** What a reader who thinks in rates wants to know beside a skill. */
    private static String classes(Scores scores, Optional<Classes> classes) {
        StringBuilder out = new StringBuilder();
        Interval auc = scores.metric("auc");
        Interval accuracy = scores.metric("accuracy");
        if (Double.isFinite(auc.value())) {
            out.append(", ").append(Terms.metric("auc")).append(' ').append(Numbers.skill(auc.value()));
        }
        if (Double.isFinite(accuracy.value())) {
            out.append(", and its likeliest class is right in ")
                    .append(Numbers.percent(accuracy.value()))
                    .append(" of cases");
            classes.ifPresent(known ->
                    out.append(" (always saying ").append(mostFrequent(known)).append(")"));
        }
        return out.toString();
    }

    private static String mostFrequent(Classes classes) {
        int most = 0;
        for (int c = 1; c < classes.levels().size(); c++) {
            most = classes.baseRates().get(c) > classes.baseRates().get(most) ? c : most;
        }
        return Html.escape(classes.levels().get(most)) + ": "
                + Numbers.percent(classes.baseRates().get(most));
    }

    private static String ceiling(Interval q2, Ceiling ceiling) {
        String best = Numbers.skill(ceiling.q2().value());
        return q2.high() >= ceiling.q2().low()
                ? "; the noise between replicates lets no model expect more than " + best
                        + ", and the two intervals overlap: little is left to find"
                : "; the noise between replicates would allow " + best + ", so something is left to find";
    }

    private static String accepted(Findings findings) {
        long rules = findings.acceptance().size();
        long broken =
                findings.acceptance().stream().filter(rule -> !rule.passed()).count();
        if (rules == 0) {
            return "There is no acceptance rule to meet.";
        }
        return findings.accepted()
                ? "<strong>Accepted</strong>: " + (rules == 1 ? "its rule holds." : "all " + rules + " rules hold.")
                : "<strong>Not accepted</strong>: "
                        + (rules == 1 ? "its rule is broken." : broken + " of " + rules + " rules are broken.");
    }
}
