package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.Headline;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Model;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of the rungs: what each is, costs and reaches, with the noise ceiling as its last row. */
final class LadderTable {

    /** The column of the headline on the test rows. */
    private static final int TEST = 5;

    private LadderTable() {}

    static String html(ReportRecord record) {
        List<List<String>> rows = new ArrayList<>();
        for (Model model : record.findings().models()) {
            rows.add(row(model, record));
        }
        List<String> head = head(record.findings());
        record.findings().ceiling().ifPresent(ceiling -> {
            List<String> row = new ArrayList<>(Collections.nCopies(head.size(), ""));
            row.set(
                    0,
                    "<em>noise ceiling</em><span class=\"exp-formula\">the best that can be expected, as replicates"
                            + " differ</span>");
            row.set(TEST, skill(ceiling.q2()));
            rows.add(row);
        });
        return Html.table("Ladder", head, rows);
    }

    private static List<String> row(Model model, ReportRecord record) {
        String name = name(model, record.findings())
                + Html.element("span", "exp-formula", Html.escape(model.description()))
                + remarks(model);
        Findings findings = record.findings();
        Optional<Scores> test = model.test();
        List<String> row = new ArrayList<>(List.of(
                name,
                Numbers.count(model.parameters()),
                Numbers.count(model.rows()),
                model.rows() == 0 ? "\u2013" : Numbers.significant((double) model.parameters() / model.rows(), 2),
                skill(findings.headline(model.crossValidation())),
                test.map(scores -> skill(findings.headline(scores))).orElse("\u2013")));
        if (error(findings).isPresent()) {
            row.add(model.overfitting()
                    .map(found -> Numbers.significant(found.training(), 3))
                    .orElse("\u2013"));
            row.add(model.overfitting()
                    .map(found -> Numbers.significant(found.crossValidation(), 3))
                    .orElse("\u2013"));
        }
        row.add(beside(test, findings.headline().beside().get(0)));
        row.add(beside(test, findings.headline().beside().get(1)));
        row.add(Html.escape(Numbers.seconds(record.timeline().fitSeconds().getOrDefault(model.name(), Double.NaN))));
        return row;
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

    /** What is to be said of a model that fits the rows that it has seen much better than others, or of no others at all. */
    private static String remarks(Model model) {
        String overfitting = model.overfitting().map(ReportRecord.Overfitting::remarks).stream()
                .flatMap(List::stream)
                .map(remark -> remark(Html.badge("fair", "over-fitting"), remark))
                .collect(Collectors.joining());
        return model.failure().isEmpty()
                ? overfitting
                : overfitting + remark(Html.badge("bad", "fails"), model.failure());
    }

    private static String remark(String badge, String text) {
        return Html.element("span", "exp-formula", badge + " " + Html.escape(Terms.capital(text)) + ".");
    }

    /** The error that is told of the training rows too; none in a record that did not keep it. */
    private static Optional<String> error(Findings findings) {
        return findings.models().stream()
                .flatMap(model -> model.overfitting().stream())
                .map(ReportRecord.Overfitting::error)
                .findFirst();
    }

    private static List<String> head(Findings findings) {
        Headline headline = findings.headline();
        String name = Terms.metric(headline.metric());
        List<String> head = new ArrayList<>(List.of(
                "model",
                "<abbr title=\"parameters fitted\">p</abbr>",
                "<abbr title=\"rows fitted to\">n</abbr>",
                "<abbr title=\"parameters per row\">p/n</abbr>",
                name + ", cross-validated",
                name + ", test"));
        error(findings).ifPresent(error -> {
            head.add(Terms.metric(error) + ", rows fitted to");
            head.add(Terms.metric(error) + ", cross-validated");
        });
        headline.beside().forEach(metric -> head.add(Terms.metric(metric) + ", test"));
        head.add("fit");
        return head;
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
