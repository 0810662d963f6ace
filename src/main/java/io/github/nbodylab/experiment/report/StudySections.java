package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.LearningCurvePlot;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.StudyRecord.Compared;
import io.github.nbodylab.experiment.report.record.StudyRecord.Curve;
import io.github.nbodylab.experiment.report.record.StudyRecord.Point;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.RowWords;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the chosen model owes to its training rows: one section for each study. */
final class StudySections {

    private StudySections() {}

    static String html(ReportRecord record, FigureFiles files) {
        StringBuilder out = new StringBuilder();
        record.studies().ifPresent(studies -> {
            studies.learningCurve()
                    .ifPresent(curve -> curve(
                            out,
                            curve,
                            studies.error(),
                            RowWords.of(record.findings().rows()),
                            files));
            studies.contamination().ifPresent(study -> contamination(out, study, studies.error()));
            studies.droppedInputs().ifPresent(study -> dropped(out, study, studies.error()));
        });
        return out.toString();
    }

    private static void curve(StringBuilder out, Curve curve, String error, RowWords words, FigureFiles files) {
        out.append(Html.heading("learning-curve", "Learning curve"));
        if (!curve.skipped().isEmpty()) {
            out.append(skipped(curve.skipped()));
        } else if (curve.points().stream().noneMatch(point -> point.failure().isEmpty())) {
            out.append(Html.paragraph(
                    "", "No fit succeeded: " + curve.points().get(0).failure() + "."));
        } else {
            out.append(files.html(List.of(LearningCurvePlot.figure(curve, error, words))));
        }
    }

    private static void contamination(StringBuilder out, Compared study, String error) {
        out.append(Html.heading("contamination", "Contamination"));
        if (!study.skipped().isEmpty()) {
            out.append(skipped(study.skipped()));
            return;
        }
        boolean flipped = study.how().equals("flipped");
        out.append(Html.paragraph(
                "",
                (flipped
                                ? "Part of the rows that are fitted to got another class."
                                : "The targets that are fitted to got normal noise, in parts of their standard deviation.")
                        + " Errors are on rows that the fit did not see, as they are. "
                        + contaminated(study, error)));
        out.append(table("Contamination", flipped ? "flipped" : "noise", study, error, label -> {
            return Numbers.brief(100 * Double.parseDouble(label), 3) + "\u00a0%";
        }));
    }

    private static String contaminated(Compared study, String error) {
        Optional<Point> worst = study.points().stream()
                .filter(point -> point.failure().isEmpty())
                .reduce((first, second) -> second);
        if (worst.isEmpty() || study.unchanged().isEmpty()) {
            return "";
        }
        String much = Numbers.brief(100 * Double.parseDouble(worst.get().label()), 3) + "\u00a0%";
        Interval excess = worst.get().excess();
        return excess.low() > 0
                ? "With " + much + " the " + Terms.words(error) + " grows by "
                        + Numbers.significant(excess.value(), 2) + ", from "
                        + Numbers.significant(
                                study.unchanged().get().validation().value(), 3) + " to "
                        + Numbers.significant(worst.get().validation().value(), 3) + "."
                : "Even with " + much + " the " + Terms.words(error) + " does not grow by more than chance would do.";
    }

    private static void dropped(StringBuilder out, Compared study, String error) {
        out.append(Html.heading("dropped-inputs", "Dropped inputs"));
        if (!study.skipped().isEmpty()) {
            out.append(skipped(study.skipped()));
            return;
        }
        out.append(Html.paragraph("", "The model was fitted without each of its inputs in turn. " + missed(study)));
        out.append(table("Dropped inputs", "without", study, error, label -> Html.escape(Terms.column(label))));
    }

    private static String missed(Compared study) {
        List<Point> done = study.points().stream()
                .filter(point -> point.failure().isEmpty())
                .toList();
        List<String> idle = done.stream()
                .filter(point -> !(point.excess().low() > 0))
                .map(point -> Terms.column(point.label()))
                .toList();
        String most = done.stream()
                .filter(point -> point.excess().low() > 0)
                .max(Comparator.comparingDouble((Point point) -> point.excess().value()))
                .map(point -> "It misses " + Terms.column(point.label()) + " most. ")
                .orElse("");
        return most
                + (idle.isEmpty()
                        ? "It needs each of them."
                        : "Without " + String.join(", or without ", idle)
                                + " it does no worse than chance would have it.");
    }

    private static String skipped(String why) {
        return Html.paragraph("", "Not made: " + why + ".");
    }

    /** Writes a label as html. */
    private interface Label {
        String html(String label);
    }

    private static String table(String name, String first, Compared study, String error, Label label) {
        List<List<String>> rows = new ArrayList<>();
        study.unchanged().ifPresent(point -> rows.add(row("<em>as they are</em>", point)));
        study.points().forEach(point -> rows.add(row(label.html(point.label()), point)));
        String metric = Terms.metric(error);
        return Html.table(
                name, List.of(first, metric + ", rows fitted to", metric + ", cross-validated", "difference"), rows);
    }

    private static List<String> row(String label, Point point) {
        if (!point.failure().isEmpty()) {
            return List.of(label, "\u2013", "no fit: " + Html.escape(point.failure()), "\u2013");
        }
        return List.of(label, cell(point.training()), cell(point.validation()), cell(point.excess()));
    }

    private static String cell(Interval found) {
        return Html.withInterval(Numbers.significant(found.value(), 3), Numbers.ends(found));
    }
}
