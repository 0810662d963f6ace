package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Model;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Every metric of every model with its interval, on the test rows and on the folds. */
final class MetricsSection {

    /** What each metric says, in the order of the table; in units of the target where it says "error". */
    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    /** Those that are of the order of 1; the others have the size of the target, or more. */
    private static final Set<String> OF_ORDER_ONE = Set.of(
            "q2",
            "coverage50",
            "coverage80",
            "coverage95",
            "deviance-explained",
            "accuracy",
            "brier-skill",
            "brier",
            "auc",
            "pr-auc",
            "calibration-error");

    static {
        MEANINGS.put("q2", "1 is perfect, 0 is no better than the mean");
        MEANINGS.put("rmse", "small is good, in units of the target");
        MEANINGS.put("mae", "small is good, in units of the target");
        MEANINGS.put("max-error", "the largest one, in units of the target");
        MEANINGS.put("log-likelihood", "of a row under the predicted distribution; large is good");
        MEANINGS.put("crps", "small is good, in units of the target");
        MEANINGS.put("coverage50", "part of the rows inside, near 0.5 is good");
        MEANINGS.put("coverage80", "near 0.8 is good");
        MEANINGS.put("coverage95", "near 0.95 is good");
        MEANINGS.put("width95", "of the intervals; small is good if they cover");
        MEANINGS.put("deviance", "of a row under Poisson's distribution; small is good");
        MEANINGS.put("deviance-explained", "1 is perfect, 0 is no better than the mean");
        MEANINGS.put("accuracy", "part of the rows whose likeliest class is theirs");
        MEANINGS.put("brier-skill", "1 is perfect, 0 is no better than the base rates");
        MEANINGS.put("brier", "squared distance of probability and outcome; small is good");
        MEANINGS.put("auc", "1 is perfect, 0.5 is a coin");
        MEANINGS.put("pr-auc", "average precision; a coin has the base rate");
        MEANINGS.put("log-loss", "small is good");
        MEANINGS.put("calibration-error", "distance of probability and frequency; small is good");
    }

    private MetricsSection() {}

    static String html(ReportRecord record) {
        Findings findings = record.findings();
        String test =
                table(findings, "Metrics on test rows", model -> model.test().orElse(new Scores(Map.of())));
        if (test.isEmpty()) {
            return "";
        }
        return Html.heading("metrics", "All metrics")
                + Html.paragraph(
                        "exp-note",
                        "On the test rows, with 95\u00a0% intervals. A metric that does not fit a model or the target is"
                                + " left out." + baselines(findings))
                + test
                + "<details class=\"exp-details\"><summary>The same in cross-validation</summary>\n"
                + table(findings, "Metrics in cross-validation", Model::crossValidation)
                + "</details>\n";
    }

    private static String baselines(Findings findings) {
        List<String> names = findings.models().stream()
                .filter(Model::baseline)
                .map(model -> Terms.words(model.name()))
                .toList();
        return names.isEmpty()
                ? ""
                : " " + Terms.capital(String.join(" and ", names))
                        + (names.size() == 1 ? " is a baseline" : " are baselines")
                        + ": there to be beaten, never chosen.";
    }

    private static String table(Findings findings, String name, Function<Model, Scores> scores) {
        Set<String> present = new LinkedHashSet<>(MEANINGS.keySet());
        present.retainAll(names(findings, scores));
        present.addAll(names(findings, scores));
        List<String> head = new ArrayList<>(List.of("metric"));
        findings.models().forEach(model -> head.add(LadderTable.name(model, findings)));
        List<List<String>> rows = new ArrayList<>();
        for (String metric : present) {
            List<String> row = new ArrayList<>();
            row.add((MEANINGS.containsKey(metric) ? Terms.metric(metric) : Html.escape(Terms.words(metric)))
                    + Html.element("span", "exp-formula", MEANINGS.getOrDefault(metric, "")));
            findings.models().forEach(model -> row.add(cell(metric, scores.apply(model))));
            rows.add(row);
        }
        return rows.isEmpty() ? "" : Html.table(name, head, rows);
    }

    private static Set<String> names(Findings findings, Function<Model, Scores> scores) {
        Set<String> names = new LinkedHashSet<>();
        findings.models()
                .forEach(model -> names.addAll(scores.apply(model).metrics().keySet()));
        return names;
    }

    private static String cell(String metric, Scores scores) {
        Interval found = scores.metric(metric);
        return Html.withInterval(
                number(metric, found.value()),
                Double.isFinite(found.low()) && Double.isFinite(found.high())
                        ? number(metric, found.low()) + " to " + number(metric, found.high())
                        : "");
    }

    private static String number(String metric, double value) {
        return OF_ORDER_ONE.contains(metric) && Math.abs(value) < 100
                ? Numbers.fixed(value, 3)
                : Numbers.significant(value, 3);
    }
}
