package io.github.nbodylab.experiment.report.paper;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.words.Html;
import java.util.List;
import java.util.Locale;

/** What a build found, as a table in Markdown, which continuous integration shows on the page of the build. */
public final class JobSummary {

    private JobSummary() {}

    /**
     * The table.
     *
     * @param records one for each experiment
     * @return empty if there are none
     */
    public static String markdown(List<ReportRecord> records) {
        if (records.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("""
                ### Experiments

                | experiment | version | verdict | rules | chosen model | on test rows |
                | --- | --- | --- | --- | --- | --- |
                """);
        for (ReportRecord record : records) {
            Findings findings = record.findings();
            out.append("| ").append(cell(record.name()));
            out.append(" | ").append(cell(record.version()));
            out.append(" | ").append(record.verdict().kind());
            out.append(" | ").append(findings.accepted() ? "met" : "**missed**");
            out.append(" | ").append(cell(findings.chosen()));
            out.append(" | ")
                    .append(findings.chosenModel()
                            .test()
                            .map(scores -> found(findings.headline().metric(), findings.headline(scores)))
                            .orElse(""));
            out.append(" |\n");
        }
        return out.append('\n').toString();
    }

    private static String found(String metric, Interval found) {
        return String.format(Locale.ROOT, "%s %.3f [%.3f, %.3f]", metric, found.value(), found.low(), found.high());
    }

    /** A text on one line, of which no character means anything in Markdown or HTML. */
    private static String cell(String text) {
        return Html.escape(text).replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1");
    }
}
