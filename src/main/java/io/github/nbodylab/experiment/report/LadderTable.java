package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.ReportRecord.Model;
import io.github.nbodylab.experiment.report.ReportRecord.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of the rungs: what each is, costs and reaches, with the noise ceiling as its last row. */
final class LadderTable {

    private LadderTable() {}

    static String html(ReportRecord record) {
        List<List<String>> rows = new ArrayList<>();
        for (Model model : record.findings().models()) {
            rows.add(row(model, record));
        }
        record.findings()
                .ceiling()
                .ifPresent(ceiling -> rows.add(List.of(
                        "<em>noise ceiling</em><span class=\"exp-formula\">the best that can be expected, as replicates"
                                + " differ</span>",
                        "",
                        "",
                        "",
                        "",
                        skill(ceiling.q2()),
                        "",
                        "",
                        "")));
        return Html.table("Ladder", head(record.findings().headline()), rows);
    }

    private static List<String> row(Model model, ReportRecord record) {
        String name =
                name(model, record.findings()) + Html.element("span", "exp-formula", Html.escape(model.description()));
        Findings findings = record.findings();
        Optional<Scores> test = model.test();
        return List.of(
                name,
                Numbers.count(model.parameters()),
                Numbers.count(model.rows()),
                model.rows() == 0 ? "\u2013" : Numbers.significant((double) model.parameters() / model.rows(), 2),
                skill(findings.headline(model.crossValidation())),
                test.map(scores -> skill(findings.headline(scores))).orElse("\u2013"),
                beside(test, findings.headline().beside().get(0)),
                beside(test, findings.headline().beside().get(1)),
                Html.escape(Numbers.seconds(record.timeline().fitSeconds().getOrDefault(model.name(), Double.NaN))));
    }

    /** A model's name as HTML, with what it is among the others. */
    static String name(Model model, Findings findings) {
        String badge = model.name().equals(findings.chosen())
                ? Html.badge("good", "chosen")
                : model.baseline()
                        ? Html.badge("plain", "baseline, never chosen")
                        : model.withinOneStandardError() ? Html.badge("plain", "within 1 s.e.") : "";
        return Html.escape(Terms.words(model.name())) + (badge.isEmpty() ? "" : " " + badge);
    }

    private static List<String> head(Headline headline) {
        String name = Terms.metric(headline.metric());
        return List.of(
                "model",
                "<abbr title=\"parameters fitted\">p</abbr>",
                "<abbr title=\"rows fitted to\">n</abbr>",
                "<abbr title=\"parameters per row\">p/n</abbr>",
                name + ", cross-validated",
                name + ", test",
                Terms.metric(headline.beside().get(0)) + ", test",
                Terms.metric(headline.beside().get(1)) + ", test",
                "fit");
    }

    private static String skill(Interval skill) {
        return Html.withInterval(Numbers.fixed(skill.value(), 3), Numbers.skillEnds(skill));
    }

    private static String beside(Optional<Scores> test, String metric) {
        return test.map(scores -> scores.metric(metric))
                .map(found -> Html.withInterval(Numbers.significant(found.value(), 3), Numbers.ends(found)))
                .orElse("\u2013");
    }
}
