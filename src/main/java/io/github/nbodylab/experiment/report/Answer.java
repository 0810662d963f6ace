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

    /** The width of an interval of q2 beyond which it says little of what is left to find. */
    private static final double WIDE = 0.5;

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

    /** What the noise leaves to find, said only where both intervals are narrow enough to tell. */
    private static String ceiling(Interval q2, Ceiling ceiling) {
        Interval best = ceiling.q2();
        if (!(best.value() > 0)) {
            return "; replicates differ as much as design points do, so no model can be held against their noise";
        }
        String told = "; the noise between replicates lets a model expect about " + Numbers.skill(best.value());
        if (!(width(q2) <= WIDE && width(best) <= WIDE)) {
            return told + ", but the test is too small to tell how much is left to find";
        }
        return q2.high() >= best.low()
                ? told + ", and the two intervals overlap: little is left to find"
                : told + ", so something is left to find";
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    private static String accepted(Findings findings) {
        int rules = findings.acceptance().size();
        long missed =
                findings.acceptance().stream().filter(rule -> !rule.passed()).count();
        if (rules == 0) {
            return "There is no acceptance rule to meet.";
        }
        return findings.accepted()
                ? "<strong>Good enough</strong>: "
                        + switch (rules) {
                            case 1 -> "its rule holds.";
                            case 2 -> "both rules hold.";
                            default -> "all " + rules + " rules hold.";
                        }
                : "<strong>Not good enough</strong>: "
                        + (rules == 1 ? "its rule is missed." : missed + " of " + rules + " rules are missed.");
    }
}
