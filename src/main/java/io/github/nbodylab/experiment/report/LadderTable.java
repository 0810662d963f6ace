package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.ReportRecord.Model;
import io.github.nbodylab.experiment.report.ReportRecord.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of the rungs: what each is, costs and reaches, with the noise ceiling as its last row. */
final class LadderTable {

    private static final List<String> HEAD = List.of(
            "model",
            "<abbr title=\"parameters fitted\">p</abbr>",
            "<abbr title=\"rows fitted to\">n</abbr>",
            "<abbr title=\"parameters per row\">p/n</abbr>",
            "q\u00b2, cross-validated",
            "q\u00b2, test",
            "<abbr title=\"root mean square error\">rmse</abbr>, test",
            "<abbr title=\"mean absolute error\">mae</abbr>, test",
            "fit");

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
                        q2(ceiling.q2()),
                        "",
                        "",
                        "")));
        return Html.table("Ladder", HEAD, rows);
    }

    private static List<String> row(Model model, ReportRecord record) {
        boolean chosen = model.name().equals(record.findings().chosen());
        String name = Html.escape(Terms.words(model.name()))
                + (chosen
                        ? " " + Html.badge("good", "chosen")
                        : model.withinOneStandardError() ? " " + Html.badge("plain", "within 1 s.e.") : "")
                + Html.element("span", "exp-formula", Html.escape(model.description()));
        Optional<Scores> test = model.test();
        return List.of(
                name,
                Numbers.count(model.parameters()),
                Numbers.count(model.rows()),
                model.rows() == 0 ? "\u2013" : Numbers.significant((double) model.parameters() / model.rows(), 2),
                q2(model.crossValidation().q2()),
                test.map(scores -> q2(scores.q2())).orElse("\u2013"),
                test.map(scores -> error(scores.rmse())).orElse("\u2013"),
                test.map(scores -> error(scores.mae())).orElse("\u2013"),
                Numbers.seconds(record.timeline().fitSeconds().getOrDefault(model.name(), Double.NaN)));
    }

    private static String q2(Interval q2) {
        return Html.withInterval(Numbers.fixed(q2.value(), 3), Numbers.q2Ends(q2));
    }

    private static String error(Interval error) {
        return Html.withInterval(Numbers.significant(error.value(), 3), Numbers.ends(error));
    }
}
