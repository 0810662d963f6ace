package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.DistributionsPlot;
import io.github.nbodylab.experiment.report.plot.Figure;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.TrainingSetRecord;
import io.github.nbodylab.experiment.report.record.TrainingSetRecord.Bound;
import io.github.nbodylab.experiment.report.record.TrainingSetRecord.Distribution;
import io.github.nbodylab.experiment.report.record.TrainingSetRecord.Source;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.RowWords;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the models learn from: where the rows come from, how they are split, what is in them. */
final class TrainingSetSection {

    private static final int SHOWN = 6;

    private final TrainingSetRecord set;
    private final RowWords words;

    private TrainingSetSection(TrainingSetRecord set, RowWords words) {
        this.set = set;
        this.words = words;
    }

    /** The section; empty for a record that does not tell. */
    static String html(ReportRecord record, FigureFiles files) {
        return record.trainingSet()
                .map(set -> new TrainingSetSection(
                                set, RowWords.of(record.findings().rows()))
                        .html(files))
                .orElse("");
    }

    private String html(FigureFiles files) {
        DistributionWords targets = new DistributionWords(set, words, set.targets());
        DistributionWords inputs = new DistributionWords(set, words, set.inputs());
        List<Figure> figures = new ArrayList<>();
        if (!set.targets().isEmpty()) {
            figures.add(DistributionsPlot.figure(set.targets(), "target", "What is predicted", targets.ofTargets()));
        }
        if (!set.inputs().isEmpty()) {
            figures.add(
                    DistributionsPlot.figure(set.inputs(), "inputs", "What it is predicted from", inputs.ofInputs()));
        }
        return Html.heading("training-set", "The training set")
                + Html.paragraph("", origin() + " " + split())
                + Stream.of(leftOut(), missing())
                        .filter(text -> !text.isEmpty())
                        .map(text -> Html.paragraph("", text))
                        .reduce("", String::concat)
                + columns()
                + files.html(figures);
    }

    private String origin() {
        if (set.source().isEmpty()) {
            return (words.row().equals("row")
                            ? "The rows come from "
                            : "Each row is a " + words.row() + "; they come from ")
                    + Numbers.counted(set.runs().getOrDefault("completed", 0L), "completed run", "completed runs")
                    + (set.runs().getOrDefault("failed", 0L) > 0
                            ? " (" + Numbers.count(set.runs().get("failed")) + " failed and have none)."
                            : ".");
        }
        Source source = set.source().get();
        return "The rows come from " + source.file()
                + (source.table().isEmpty() ? "" : ", " + source.table())
                + (source.digest().isEmpty() ? "" : " (SHA-256 " + Terms.shortened(source.digest(), 13) + ")")
                + (source.group().isEmpty()
                        ? "; each is a group of its own."
                        : "; those with the same " + source.group() + " are a group.");
    }

    private String split() {
        StringBuilder out = new StringBuilder("Models are trained on ");
        out.append(sizes("train"))
                .append(" and tested on ")
                .append(sizes("test"))
                .append(" that they have not seen");
        out.append(": ")
                .append(Numbers.percent(set.testFraction()))
                .append(" of the ")
                .append(words.groups())
                .append(
                        words.isEachApart()
                                ? ", picked by rank of their hash."
                                : ", picked by rank of their hash, so that all rows of one stay on one side.");
        if (set.rows().getOrDefault("beyond", 0L) > 0) {
            out.append(' ')
                    .append(Terms.capital(sizes("beyond")))
                    .append(" are held out beyond the bounds (")
                    .append(String.join(
                            ", ",
                            set.within().stream().map(TrainingSetSection::bound).toList()))
                    .append(").");
        }
        return out.toString();
    }

    private String sizes(String side) {
        return words.sizes(set.rows().getOrDefault(side, 0L), set.groups().getOrDefault(side, 0L));
    }

    private static String bound(Bound bound) {
        String name = Terms.axis(bound.input());
        return Double.isNaN(bound.min())
                ? name + " up to " + Numbers.brief(bound.max(), 3)
                : name + " from " + Numbers.brief(bound.min(), 3)
                        + (Double.isNaN(bound.max()) ? "" : " to " + Numbers.brief(bound.max(), 3));
    }

    private String leftOut() {
        return counts("Left out as censored, since the target was not yet known: ", set.censored())
                + counts("Left out: ", set.dropped());
    }

    private static String counts(String what, Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : what
                        + String.join(
                                "; ",
                                counts.entrySet().stream()
                                        .map(entry -> Numbers.count(entry.getValue()) + " " + entry.getKey())
                                        .toList())
                        + ". ";
    }

    private String missing() {
        List<String> filled = set.inputs().stream()
                .filter(input -> input.missing() > 0)
                .map(input -> Terms.axis(input.name()) + " in " + Numbers.counted(input.missing(), "row", "rows"))
                .toList();
        return switch (set.source().map(Source::missing).orElse("")) {
            case "drop" -> "Rows of the file that miss a value are left out.";
            case "impute" ->
                filled.isEmpty()
                        ? "No input is missing in any row."
                        : "Missing are " + String.join(", ", filled)
                                + ": what is missing counts as the median of its column among the rows that a model is fitted to,"
                                + " or as the most frequent word.";
            default -> "";
        };
    }

    /** The columns with their units, and where their values lie. */
    private String columns() {
        List<List<String>> rows = new ArrayList<>();
        set.targets().forEach(target -> rows.add(row(target, "target")));
        set.inputs().forEach(input -> rows.add(row(input, "input")));
        String more = set.inputsLeftOut() > 0
                ? Html.paragraph(
                        "exp-note",
                        Numbers.counted(set.inputsLeftOut(), "further input is", "further inputs are")
                                + " not shown here.")
                : "";
        return Html.table(
                        "Columns of the training set",
                        List.of("column", "role", "unit", "values", "median in training", "median in test"),
                        rows)
                + more;
    }

    private static List<String> row(Distribution column, String role) {
        return Stream.of(
                        Terms.axis(column.name()),
                        role,
                        column.unit().equals("1") ? "\u2013" : column.unit().replace("Henon", "H\u00e9non"),
                        values(column),
                        median(column, "train"),
                        median(column, "test"))
                .map(Html::escape)
                .toList();
    }

    private static String values(Distribution column) {
        if (column.medians().isEmpty()) {
            return column.levels().size() <= SHOWN
                    ? String.join(", ", column.levels())
                    : Numbers.count(column.levels().size()) + " words";
        }
        return Numbers.brief(column.min(), 3) + " to " + Numbers.brief(column.max(), 3);
    }

    private static String median(Distribution column, String side) {
        return Numbers.significant(column.medians().getOrDefault(side, Double.NaN), 3);
    }
}
