package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.ReportRecord.Ceiling;
import io.github.nbodylab.experiment.report.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.ReportRecord.Model;
import java.util.Optional;

/** The answer of an experiment in words, built from its numbers. */
final class Answer {

    private Answer() {}

    /** As HTML, everything in it escaped. */
    static String html(Findings findings) {
        Model chosen = findings.chosenModel();
        StringBuilder out = new StringBuilder("Of ")
                .append(Numbers.counted(findings.models().size(), "model", "models"))
                .append(", <strong>")
                .append(Html.escape(Terms.words(chosen.name())))
                .append("</strong> is chosen");
        Optional<Interval> found = chosen.test().map(findings::headline);
        if (found.isPresent()) {
            out.append(": on design points that it has never seen it predicts ")
                    .append(Html.escape(Terms.words(findings.target())))
                    .append(" with <strong>")
                    .append(Terms.metric(findings.headline().metric()))
                    .append(" = ")
                    .append(Numbers.skill(found.get().value()))
                    .append("</strong>");
            String ends = Numbers.skillEnds(found.get());
            out.append(ends.isEmpty() ? "" : " (95\u00a0% interval " + ends + ")");
            findings.ceiling().ifPresent(ceiling -> out.append(ceiling(found.get(), ceiling)));
        } else {
            out.append(", but it was not tested on rows of its own");
        }
        return out.append(". ").append(accepted(findings)).toString();
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
