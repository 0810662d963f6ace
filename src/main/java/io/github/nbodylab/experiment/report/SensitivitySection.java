package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.SensitivityPlot;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.words.Html;
import java.util.List;

/** To which inputs the chosen model is sensitive. */
final class SensitivitySection {

    private SensitivitySection() {}

    static String html(ReportRecord record, FigureFiles files) {
        if (record.diagnostics().sensitivity().isEmpty()) {
            return "";
        }
        return Html.heading("sensitivity", "What the answer depends on")
                + files.html(List.of(SensitivityPlot.figure(record)));
    }
}
