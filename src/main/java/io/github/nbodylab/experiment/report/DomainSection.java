package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.ExtrapolationPlot;
import io.github.nbodylab.experiment.report.record.DomainFindings;
import io.github.nbodylab.experiment.report.record.DomainFindings.ModelDomain;
import io.github.nbodylab.experiment.report.record.DomainFindings.Part;
import io.github.nbodylab.experiment.report.record.DomainFindings.Study;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where the models may be trusted: how good they are by their own domains, and what they say beyond. */
final class DomainSection {

    private static final List<String> POSITIONS = List.of("inside", "edge", "outside");

    private final Findings findings;
    private final DomainFindings domain;
    private final String error;

    private DomainSection(ReportRecord record) {
        this.findings = record.findings();
        this.domain = record.domain();
        this.error = findings.headline().beside().get(0);
    }

    /** The section; empty for a record that does not tell. */
    static String html(ReportRecord record, FigureFiles files) {
        return record.domain().models().isEmpty()
                ? ""
                : new DomainSection(record).html()
                        + files.html(record.domain()
                                .sweep()
                                .map(sweep -> ExtrapolationPlot.figures(record, sweep))
                                .orElse(List.of()));
    }

    private String html() {
        boolean beyond =
                domain.models().stream().anyMatch(model -> model.beyond().isPresent());
        List<String> head = new ArrayList<>(List.of("model", "test rows inside", "at the edge", "outside"));
        if (beyond) {
            head.add("rows beyond");
            head.add(
                    "<abbr title=\"the probability that the domain grades a row beyond worse than a test row\">AUC</abbr>"
                            + " of telling them");
        }
        List<List<String>> rows = new ArrayList<>();
        for (ModelDomain model : domain.models()) {
            rows.add(row(model, beyond));
        }
        return Html.heading("domain", "Applicability domain")
                + Html.table("Applicability domain", head, rows)
                + Html.paragraph(
                        "exp-note",
                        "The large number is the " + Terms.words(error)
                                + " on the rows that the model's own domain has at that place; below it, of how many rows, and how"
                                + " many of them the 95\u00a0% interval covers at what mean width. " + summary());
    }

    private List<String> row(ModelDomain model, boolean beyond) {
        List<String> cells = new ArrayList<>();
        cells.add(Html.escape(Terms.words(model.name()))
                + (model.name().equals(findings.chosen()) ? " " + Html.badge("good", "chosen") : ""));
        for (String position : POSITIONS) {
            Part part = model.positions().getOrDefault(position, new Part(0, new Scores(Map.of())));
            cells.add(part.rows() == 0 ? "\u2013" : cell(part.rows(), part.scores()));
        }
        if (beyond) {
            cells.add(model.beyond()
                    .map(scores -> cell(model.study().map(Study::rowsBeyond).orElse(0L), scores))
                    .orElse("\u2013"));
            cells.add(model.study()
                    .map(study -> Html.withInterval(Numbers.skill(study.auc().value()), Numbers.skillEnds(study.auc())))
                    .orElse("\u2013"));
        }
        return cells;
    }

    private String cell(long rows, Scores scores) {
        String detail = Numbers.counted(rows, "row", "rows")
                + covered(scores).map(text -> ", " + text).orElse("");
        return Html.withInterval(Numbers.significant(scores.metric(error).value(), 3), detail);
    }

    /** How many rows the intervals cover, and how wide they are. */
    private static Optional<String> covered(Scores scores) {
        Interval coverage = scores.metric("coverage95");
        return Double.isNaN(coverage.value())
                ? Optional.empty()
                : Optional.of(Numbers.wholePercent(coverage.value()) + " at width "
                        + Numbers.significant(scores.metric("width95").value(), 3));
    }

    /** Where the domain of the chosen model has the rows. */
    private String summary() {
        return domain.models().stream()
                .filter(model -> model.name().equals(findings.chosen()))
                .findFirst()
                .map(model -> "The domain of " + Terms.words(model.name()) + ", the chosen model, has "
                        + places(counts(model)) + " of the test rows"
                        + model.study()
                                .map(study -> ", and " + places(study.beyond()) + " of the "
                                        + Numbers.counted(study.rowsBeyond(), "row", "rows")
                                        + " that were held out beyond; it tells the two apart with an AUC of "
                                        + Numbers.skill(study.auc().value()))
                                .orElse("")
                        + ".")
                .orElse("");
    }

    private static Map<String, Long> counts(ModelDomain model) {
        Map<String, Long> counts = new TreeMap<>();
        model.positions().forEach((position, part) -> counts.put(position, part.rows()));
        return counts;
    }

    private static String places(Map<String, Long> counts) {
        return Numbers.count(counts.getOrDefault("inside", 0L)) + " inside, "
                + Numbers.count(counts.getOrDefault("edge", 0L)) + " at the edge and "
                + Numbers.count(counts.getOrDefault("outside", 0L)) + " outside";
    }
}
