package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.Figure;
import io.github.nbodylab.experiment.report.plot.PrecisionPlot;
import io.github.nbodylab.experiment.report.plot.ReliabilityPlot;
import io.github.nbodylab.experiment.report.plot.RocPlot;
import io.github.nbodylab.experiment.report.record.Diagnostics.Bin;
import io.github.nbodylab.experiment.report.record.Diagnostics.Classes;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.RowWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Where a classifier is right and where it is wrong. */
final class ClassesSection {

    private ClassesSection() {}

    static String html(ReportRecord record, FigureFiles files) {
        return record.diagnostics()
                .classes()
                .filter(classes -> classes.levels().size() > 1)
                .map(classes -> section(record, classes, files))
                .orElse("");
    }

    private static String section(ReportRecord record, Classes classes, FigureFiles files) {
        Scores scores = record.findings().chosenModel().test().orElse(new Scores(Map.of()));
        String rows = RowWords.of(record.findings().rows()).rows();
        List<Figure> figures = new ArrayList<>();
        if (classes.characteristics().stream()
                .anyMatch(curve -> !curve.falsePositives().isEmpty())) {
            figures.add(RocPlot.figure(classes, scores));
            figures.add(PrecisionPlot.figure(classes, scores));
        }
        if (!classes.bins().isEmpty()) {
            figures.add(ReliabilityPlot.figure(classes, scores, rows));
        }
        return Html.heading("predictions", "What the chosen model gets right, and what not")
                + confusion(classes, rows)
                + files.html(figures)
                + bins(classes, rows);
    }

    private static String confusion(Classes classes, String rows) {
        List<String> levels = classes.levels();
        List<String> head = new ArrayList<>(List.of("observed"));
        levels.forEach(level -> head.add("predicted " + Html.escape(level)));
        head.add("all");
        head.add("found");
        List<List<String>> table = new ArrayList<>();
        for (int c = 0; c < levels.size(); c++) {
            List<Long> counts = classes.confusion().get(c);
            long all = counts.stream().mapToLong(Long::longValue).sum();
            List<String> row = new ArrayList<>(List.of(Html.escape(levels.get(c))));
            counts.forEach(count -> row.add(share(count, all)));
            row.add(Numbers.count(all));
            row.add(all == 0 ? "\u2013" : Numbers.percent((double) counts.get(c) / all));
            table.add(row);
        }
        return Html.table("Confusion", head, table) + Html.paragraph("exp-note", caption(classes, rows));
    }

    /** A count on a ground that is the darker, the larger its part of the row. */
    private static String share(long count, long all) {
        long part = all == 0 ? 0 : Math.round(100.0 * count / all);
        return "<span class=\"exp-share\" style=\"--exp-part:" + part + "%\">" + Numbers.count(count) + "</span>";
    }

    private static String caption(Classes classes, String rows) {
        List<String> levels = classes.levels();
        int observed = 0;
        int taken = 0;
        long most = 0;
        for (int o = 0; o < levels.size(); o++) {
            for (int t = 0; t < levels.size(); t++) {
                long count = classes.confusion().get(o).get(t);
                if (o != t && count > most) {
                    observed = o;
                    taken = t;
                    most = count;
                }
            }
        }
        String never = String.join(
                " and ",
                IntStream.range(0, levels.size())
                        .filter(t -> classes.confusion().stream().allMatch(row -> row.get(t) == 0))
                        .mapToObj(levels::get)
                        .toList());
        return "Of each observed class, how many test " + rows + " were taken for which: the likeliest class counts. "
                + (most == 0
                        ? "None was taken for another."
                        : "The commonest mistake, " + Numbers.counted(most, "time", "times") + ": "
                                + levels.get(observed) + " taken for " + levels.get(taken) + ".")
                + (never.isEmpty()
                        ? ""
                        : " " + never + " is never the likeliest class; its probability tells more than this table.");
    }

    private static String bins(Classes classes, String rows) {
        List<List<String>> table = new ArrayList<>();
        for (Bin bin : classes.bins()) {
            table.add(List.of(
                    Numbers.fixed(bin.low(), 3) + " to " + Numbers.fixed(bin.high(), 3),
                    Numbers.count(bin.rows()),
                    Numbers.fixed(bin.predicted(), 3),
                    Html.withInterval(
                            Numbers.fixed(bin.observed().value(), 3),
                            Numbers.fixed(bin.observed().low(), 3) + " to "
                                    + Numbers.fixed(bin.observed().high(), 3))));
        }
        return table.isEmpty()
                ? ""
                : "<details class=\"exp-details\"><summary>The bins of the reliability diagram</summary>\n"
                        + Html.table(
                                "Reliability",
                                List.of("predicted", Html.escape(rows), "mean predicted", "observed"),
                                table)
                        + "</details>\n";
    }
}
