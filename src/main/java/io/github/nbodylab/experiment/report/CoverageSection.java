package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.CoveragePlot;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.List;

/** How often the intervals of the chosen model hold, unless its diagnostics as a Gaussian process tell it. */
final class CoverageSection {

    private CoverageSection() {}

    static String html(ReportRecord record, FigureFiles files) {
        boolean told = record.diagnostics().processes().stream()
                .anyMatch(process -> process.model().equals(record.findings().chosen()));
        return told
                ? ""
                : record.diagnostics()
                        .coverage()
                        .map(coverage -> Html.heading("coverage", "Do its intervals hold?")
                                + files.html(List.of(CoveragePlot.figure(
                                        coverage,
                                        Terms.words(record.findings().chosen()),
                                        record.findings().rows(),
                                        "coverage"))))
                        .orElse("");
    }
}
